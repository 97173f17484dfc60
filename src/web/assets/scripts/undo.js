/** `data-undo="30"`: the button that takes something back counts down, and goes away when its time is up. */
const form = document.querySelector('form[data-undo]');

if (form instanceof HTMLFormElement) {
  const until = Date.now() + Number(form.dataset.undo) * 1_000;
  const shown = form.querySelector('[data-seconds]');
  const tick = () => {
    const left = Math.ceil((until - Date.now()) / 1_000);
    if (left <= 0) {
      clearInterval(timer);
      form.remove();
    } else if (shown !== null) shown.textContent = ` (${left})`;
  };
  const timer = setInterval(tick, 1_000);
  tick();
}
