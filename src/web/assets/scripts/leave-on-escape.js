/** Escape leaves the screen in the room by the link that says so. */
const leave = document.querySelector('[data-leave-on-escape]');

if (leave instanceof HTMLElement) {
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') leave.click();
  });
}
