import { withoutNonce } from './form-nonces.js';
import { drawRegions } from './regions.js';
import { forget, keep, restore } from './unsent.js';
import { say } from './row-state.js';

/**
 * A form with `data-row` saves itself a moment after the last key, over the version that it was drawn from. Each save makes the
 * version one higher. Where another has saved since, the server draws both texts, and the person chooses.
 */
const PAUSE = 900;
const AGAIN = 5_000;
const GAPS_AFTER = 4_000;
const timers = new WeakMap();
const running = new WeakMap();
let gaps;

document.documentElement.classList.add('has-script');

for (const form of document.querySelectorAll('form[data-row]')) if (restore(form)) plan(form, 0);

document.addEventListener('input', (event) => {
  const form = event.target instanceof HTMLElement ? event.target.closest('form[data-row]') : null;
  if (!(form instanceof HTMLFormElement)) return;
  form.dataset.dirty = '';
  keep(form);
  if (form.querySelector('[data-conflict]') === null) plan(form, PAUSE);
});

document.addEventListener('focusout', (event) => {
  const form = event.target instanceof HTMLElement ? event.target.closest('form[data-row][data-dirty]') : null;
  if (form instanceof HTMLFormElement && form.querySelector('[data-conflict]') === null) plan(form, 0);
});

/** Whoever sends the form by a button waits for a save that is under way; else the two would look like two writers. */
document.addEventListener('submit', (event) => {
  const { target: form, submitter } = event;
  if (!(form instanceof HTMLFormElement) || !('row' in form.dataset) || submitter?.dataset.swap !== undefined) return;
  clearTimeout(timers.get(form));
  const under = running.get(form);
  if (under !== undefined) {
    event.preventDefault();
    void under.then(() => form.requestSubmit(submitter));
    return;
  }
  delete form.dataset.dirty;
  forget(form);
});

/** The other's text instead of one's own. */
document.addEventListener('click', (event) => {
  const link = event.target instanceof HTMLElement ? event.target.closest('[data-take-theirs]') : null;
  const form = link?.closest('form[data-row]');
  if (!(form instanceof HTMLFormElement)) return;
  event.preventDefault();
  delete form.dataset.dirty;
  forget(form);
  location.reload();
});

window.addEventListener('pagehide', () => {
  for (const form of dirtyRows()) void send(form, true);
});

function plan(form, pause) {
  clearTimeout(timers.get(form));
  timers.set(form, setTimeout(() => void save(form), pause));
}

/** Rows with text that the server does not have yet, those that wait for a choice left out. */
function dirtyRows() {
  return [...document.querySelectorAll('form[data-row][data-dirty]')].filter((form) => form.querySelector('[data-conflict]') === null);
}

/** Saves everything that is not saved; for whoever is about to draw the rows anew or to leave. */
export async function saveAll() {
  await Promise.all(dirtyRows().map(save));
}

async function save(form) {
  const before = running.get(form);
  if (before !== undefined) await before;
  if (!('dirty' in form.dataset) || !form.isConnected) return;
  clearTimeout(timers.get(form));
  const work = attempt(form);
  running.set(form, work);
  await work;
  running.delete(form);
}

async function attempt(form) {
  delete form.dataset.dirty;
  say(form, 'Gemmer …');
  const answer = await send(form, false).catch(() => null);
  if (answer?.type === 'opaqueredirect') return saved(form);
  form.dataset.dirty = '';
  if (answer === null || answer.status >= 500) {
    say(form, 'Ikke gemt endnu. Vi prøver igen.');
    timers.set(form, setTimeout(() => void save(form), AGAIN));
  } else if (answer.status === 401) say(form, 'Ikke gemt: du er logget ud. Log ind i et andet faneblad, og skriv videre her.');
  else if (answer.status === 404) say(form, 'Ikke gemt: en anden har slettet linjen. Kopiér din tekst, og skriv den som en ny.');
  else refused(form, answer.status, await answer.text());
}

function send(form, leaving) {
  return fetch(form.action, { method: 'POST', body: withoutNonce(form), redirect: 'manual', keepalive: leaving, headers: { accept: 'text/html' } });
}

function saved(form) {
  const version = form.elements.namedItem('version');
  version.value = String(Number(version.value) + 1);
  if (!('dirty' in form.dataset)) forget(form);
  const time = new Intl.DateTimeFormat('da-DK', { timeZone: 'Europe/Copenhagen', hour: 'numeric', minute: '2-digit' }).format(new Date());
  say(form, `Gemt kl. ${time.replace(':', '.')}`);
  if ('draft' in form.dataset) {
    clearTimeout(gaps);
    gaps = setTimeout(() => void showGaps(), GAPS_AFTER);
  }
}

/** What is still missing in the draft, when the keys have rested for a while. */
async function showGaps() {
  const answer = await fetch(location.pathname, { headers: { accept: 'text/html' }, redirect: 'manual' }).catch(() => null);
  if (answer?.ok) drawRegions(new DOMParser().parseFromString(await answer.text(), 'text/html'));
}

/** Both texts stand on the page that the server drew: its row takes the place of ours. */
function refused(form, status, html) {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const box = 'draft' in form.dataset ? form.querySelector('[data-box]') : form.closest('[data-box]');
  const drawn = box === null ? null : page.getElementById(box.id);
  if (status !== 412 || drawn === null) return say(form, page.querySelector('.error-summary .alert-heading')?.textContent ?? 'Ikke gemt.');
  const version = page.getElementById(box.id)?.closest('form')?.elements.namedItem('version') ?? drawn.querySelector('[name="version"]');
  if ('draft' in form.dataset && version !== null) form.elements.namedItem('version').value = version.value;
  box.replaceWith(drawn);
  if (!('draft' in form.dataset)) drawn.querySelector('form')?.setAttribute('data-dirty', '');
  say(drawn.closest('form') ?? drawn, 'En anden har skrevet her imens. Vælg, hvad der skal stå.');
}
