/** Says what has become of a row, to the eye and to screen readers. */
export function say(within, text) {
  const state = within.querySelector('[data-state]');
  if (state !== null && state.textContent !== text) state.textContent = text;
}
