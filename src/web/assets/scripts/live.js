import { drawRegions } from './regions.js';

/** `data-live="4"`: asks every four seconds, with the stamp that it knows, whether the page has changed; quiet while it is hidden. */
const live = document.querySelector('[data-live]');
let stamp = null;

if (live instanceof HTMLElement) setInterval(() => void look(), Number(live.dataset.live) * 1_000);

async function look() {
  if (document.visibilityState === 'hidden') return;
  const headers = { accept: 'text/html', ...(stamp !== null && { 'if-none-match': stamp }) };
  const answer = await fetch(location.pathname, { headers, redirect: 'manual' }).catch(() => null);
  if (answer === null || answer.status !== 200) return;
  stamp = answer.headers.get('etag');
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  page.querySelector('[data-region="besked"]')?.remove(); // what was said last stays
  if (drawRegions(page)) stamp = null; // a row that was being written in is looked at again
}
