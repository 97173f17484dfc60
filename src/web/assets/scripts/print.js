/** The sheet that the youth takes home has a button that prints it. */
const print = document.querySelector('[data-print]');

if (print instanceof HTMLElement) {
  print.hidden = false;
  print.addEventListener('click', () => window.print());
}
