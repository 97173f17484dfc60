/** After a refused form the summary of what is wrong gets the focus, so that it is heard and the next Tab goes to its links. */
const summary = document.querySelector('[data-focus-first]');

if (summary instanceof HTMLElement) summary.focus();
