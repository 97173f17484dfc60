/**
 * `data-grow="actions"` around rows: Enter goes on to the next row and makes one where there is none, so that a list is typed
 * without leaving the keys. Names and ids of a row carry its number.
 */
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.isComposing || !(event.target instanceof HTMLElement)) return;
  const list = event.target.closest('[data-grow]');
  if (!(list instanceof HTMLElement) || !event.target.matches('input, select')) return;
  event.preventDefault();
  const row = [...list.children].find((each) => each.contains(event.target));
  const next = row?.nextElementSibling ?? copyOf(list);
  next?.querySelector('input:not([type="hidden"])')?.focus();
});

function copyOf(list) {
  const last = list.lastElementChild;
  if (last === null) return null;
  const row = last.cloneNode(true);
  const [from, to] = [list.children.length - 1, list.children.length];
  const change = (element, name, was, is) => element.hasAttribute(name) && element.setAttribute(name, element.getAttribute(name).replace(was, is));
  for (const element of row.querySelectorAll('*')) {
    for (const name of ['name', 'id', 'for']) change(element, name, `${list.dataset.grow}.${from}.`, `${list.dataset.grow}.${to}.`);
    change(element, 'aria-label', String(from + 1), String(to + 1));
    if (element.type === 'text') element.value = '';
  }
  list.append(row);
  return row;
}
