/** `/` puts the cursor in the search field, as long as nobody is writing somewhere else. */
const field = document.querySelector('[data-search-key]');

if (field instanceof HTMLElement) {
  document.addEventListener('keydown', (event) => {
    const writing = event.target instanceof HTMLElement && event.target.closest('input, select, textarea, [contenteditable]') !== null;
    if (event.key !== '/' || writing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    field.focus();
  });
}
