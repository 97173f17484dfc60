import { renewNonces } from './form-nonces.js';
import { drawRegions } from './regions.js';
import { saveAll } from './row-save.js';
import { say } from './row-state.js';
import { forget, keep, restore } from './unsent.js';

/**
 * A form with `data-add` adds its row without leaving the page, and the cursor stays where the next one is written. Enter in a text
 * adds it; Shift and Enter make a new line. A button with `data-swap` takes a row away in the same manner.
 */
for (const form of document.querySelectorAll('form[data-add]')) restore(form);

document.addEventListener('input', (event) => {
  const form = event.target instanceof HTMLElement ? event.target.closest('form[data-add]') : null;
  if (form instanceof HTMLFormElement) keep(form);
});

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing || !(event.target instanceof HTMLTextAreaElement)) return;
  const form = event.target.closest('form[data-add]');
  if (!(form instanceof HTMLFormElement)) return;
  event.preventDefault();
  form.requestSubmit();
});

document.addEventListener('submit', (event) => {
  const { target: form, submitter } = event;
  if (!(form instanceof HTMLFormElement)) return;
  const undo = form.closest('[data-region="besked"]') !== null;
  if (!('add' in form.dataset) && submitter?.dataset.swap === undefined && !undo) return;
  event.preventDefault();
  void ('add' in form.dataset ? add(form) : swap(form, submitter?.formAction ?? form.action));
});

window.addEventListener('pagehide', () => {
  for (const form of document.querySelectorAll('form[data-add]')) {
    const text = form.elements.namedItem('text');
    if (!text?.value.trim()) continue;
    void post(form, form.action, true).catch(() => null);
    text.value = '';
    forget(form);
  }
});

async function add(form) {
  if ('busy' in form.dataset) return;
  form.dataset.busy = '';
  say(form, 'Gemmer …');
  await saveAll();
  const answer = await post(form, form.action, false).catch(() => null);
  delete form.dataset.busy;
  if (answer === null) return say(form, 'Ikke gemt. Der er ingen forbindelse. Din tekst står her endnu.');
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (!answer.ok) return say(form, page.querySelector('.error-summary .alert-heading, .alert-text')?.textContent ?? 'Ikke gemt.');
  forget(form);
  renewNonces(form);
  for (const field of form.querySelectorAll('textarea, input:not([type="hidden"])')) field.value = '';
  drawRegions(page);
  say(form, 'Tilføjet');
  form.querySelector('textarea, select')?.focus();
}

async function swap(form, action) {
  await saveAll();
  const answer = await post(form, action, false).catch(() => null);
  if (answer === null || !answer.ok) return form.submit();
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  forget(form);
  renewNonces(form);
  form.removeAttribute('data-dirty');
  drawRegions(page, form);
  const undo = document.querySelector('[data-region="besked"] button');
  const place = undo ?? document.getElementById(new URL(answer.url).hash.slice(1))?.querySelector('textarea, select');
  if (place instanceof HTMLElement) place.focus();
}

function post(form, action, leaving) {
  return fetch(action, { method: 'POST', body: new URLSearchParams(new FormData(form)), keepalive: leaving, headers: { accept: 'text/html' } });
}
