/** The sheet that the youth takes home: a button that prints it, and one that copies its text. */
const print = document.querySelector('[data-print]');
const copy = document.querySelector('[data-copy]');

if (print instanceof HTMLElement) {
  print.hidden = false;
  print.addEventListener('click', () => window.print());
}

if (copy instanceof HTMLElement) {
  copy.hidden = false;
  copy.addEventListener('click', async () => {
    const text = document.getElementById(copy.dataset.copy ?? '');
    if (!(text instanceof HTMLTextAreaElement)) return;
    text.select();
    const done = await navigator.clipboard.writeText(text.value).then(() => true, () => false);
    const said = document.querySelector('[data-copied]');
    if (said !== null) said.textContent = done ? 'Teksten er kopieret.' : 'Teksten er markeret. Tryk Ctrl+C.';
  });
}
