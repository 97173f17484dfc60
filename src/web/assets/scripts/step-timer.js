/** `data-timer`: lets the time of the steps run. It says how much is left and no more: no sound, no alert, no movement. */
const box = document.querySelector('[data-timer]');

if (box instanceof HTMLElement) start(box);

function start(timer) {
  const steps = [...timer.querySelectorAll('[data-minutes]')];
  const [run, next, left] = ['run', 'next', 'left'].map((name) => timer.querySelector(`[data-timer-${name}]`));
  let [at, seconds, ticking] = [0, secondsOf(steps[0]), null];
  timer.querySelector('.timer-controls').hidden = false;
  const show = () => {
    steps.forEach((step, index) => (index === at && ticking !== null ? step.setAttribute('aria-current', 'step') : step.removeAttribute('aria-current')));
    left.textContent = textOf(seconds);
  };
  const tick = () => {
    seconds -= 1;
    show();
  };
  run.addEventListener('click', () => {
    if (ticking === null) ticking = setInterval(tick, 1_000);
    else ticking = (clearInterval(ticking), null);
    run.textContent = ticking === null ? 'Fortsæt uret' : 'Hold pause';
    show();
  });
  next.addEventListener('click', () => {
    at = Math.min(at + 1, steps.length - 1);
    seconds = secondsOf(steps[at]);
    show();
  });
}

function secondsOf(step) {
  return Number(step?.dataset.minutes ?? 0) * 60;
}

function textOf(seconds) {
  const minutes = `${Math.floor(Math.abs(seconds) / 60)}.${String(Math.abs(seconds) % 60).padStart(2, '0')}`;
  return seconds < 0 ? `${minutes} over tiden` : `${minutes} tilbage af trinnet`;
}
