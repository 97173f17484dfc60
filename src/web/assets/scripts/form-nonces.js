/**
 * Each drawn form carries a number (`_once`): the same form sent again with the same content does its work once. Where the page stays
 * and the act is over, its forms get new numbers, so that the next act counts.
 */
window.addEventListener('pageshow', (event) => {
  if (event.persisted) renewNonces(document);
});

/** @param within a form that was answered, or the whole page when the browser shows it as it was left */
export function renewNonces(within) {
  for (const field of within.querySelectorAll('input[name="_once"]')) {
    const fresh = field.cloneNode(); // browsers put back after a reload what a script has set in a field, but not in a new one
    fresh.setAttribute('value', crypto.randomUUID?.() ?? ''); // without https there is none, and each sending is an act
    field.replaceWith(fresh);
  }
}

/** What a form would send, as a save of its own: each counts, also one that says what an earlier one said. */
export function withoutNonce(form) {
  const body = new URLSearchParams(new FormData(form));
  body.delete('_once');
  return body;
}
