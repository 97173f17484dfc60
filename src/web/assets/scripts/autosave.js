import { withoutNonce } from './form-nonces.js';
import { drawRegions } from './regions.js';
import { say } from './row-state.js';
import { forget, keep, restore } from './unsent.js';

/**
 * A form with `data-autosave` is saved a moment after the last key, by the same address that its button sends it to. The page
 * that comes back draws what the answers lead to (`data-region`).
 */
const AFTER_TYPING = 1_500;
const AFTER_CHOOSING = 150;
const AGAIN = 5_000;

const form = document.querySelector('form[data-autosave]');
let timer = null;
let running = null;

if (form instanceof HTMLFormElement) {
  if (restore(form)) plan(0);
  form.addEventListener('input', (event) => {
    form.dataset.dirty = '';
    keep(form);
    plan(event.target instanceof HTMLTextAreaElement ? AFTER_TYPING : AFTER_CHOOSING);
  });
  form.addEventListener('submit', waitForSave);
  window.addEventListener('pagehide', () => {
    if ('dirty' in form.dataset) void send(true).catch(() => null);
  });
}

/** Whoever sends the form waits for a save that is under way; else the two would begin a draft each. */
function waitForSave(event) {
  clearTimeout(timer);
  if (running !== null) {
    event.preventDefault();
    const { submitter } = event;
    void running.then(() => form.requestSubmit(submitter?.isConnected ? submitter : form.querySelector(`button[value="${submitter?.value ?? 'gem'}"]`)));
    return;
  }
  delete form.dataset.dirty;
  forget(form);
}

function plan(pause) {
  clearTimeout(timer);
  timer = setTimeout(() => void save(), pause);
}

async function save() {
  if (running !== null) await running;
  if (!('dirty' in form.dataset)) return;
  running = attempt();
  await running;
  running = null;
}

async function attempt() {
  delete form.dataset.dirty;
  say(form, 'Gemmer …');
  const answer = await send(false).catch(() => null);
  const page = answer === null ? null : new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (answer?.ok && page.querySelector('form[data-autosave]') !== null) return saved(page);
  form.dataset.dirty = '';
  if (answer === null || answer.status >= 500) {
    say(form, 'Ikke gemt endnu. Vi prøver igen.');
    plan(AGAIN);
  } else if (answer.ok) say(form, 'Ikke gemt: du er logget ud. Log ind i et andet faneblad, og skriv videre her.');
  else say(form, `Ikke gemt: ${page.querySelector('.error-summary .alert-heading')?.textContent ?? page.querySelector('h1')?.textContent ?? ''}`);
}

function send(leaving) {
  return fetch(form.action, { method: 'POST', body: withoutNonce(form), keepalive: leaving, headers: { accept: 'text/html' } });
}

function saved(page) {
  if (!('dirty' in form.dataset)) forget(form);
  drawRegions(page);
  const time = new Intl.DateTimeFormat('da-DK', { timeZone: 'Europe/Copenhagen', hour: 'numeric', minute: '2-digit' }).format(new Date());
  say(form, `Gemt kl. ${time.replace(':', '.')}`);
}
