/**
 * Dragging an item to a free place fills in and sends the item's own form, so that all it says and checks stays in one place.
 * A place on a closed docket needs a reason: then the form opens, and whoever dragged writes it.
 */
const board = document.querySelector('[data-docket]');

if (board instanceof HTMLElement) {
  for (const row of board.querySelectorAll('[data-item]')) {
    const form = row.querySelector('form[data-move]');
    const time = row.querySelector('.time');
    if (form instanceof HTMLFormElement && time !== null) makeDraggable(row, form, time);
  }
}

function makeDraggable(row, form, time) {
  const select = form.elements.namedItem('slotId');
  const places = new Set([...select.options].map((option) => option.value));
  const grip = document.createElement('span');
  grip.dataset.grip = '';
  grip.draggable = true;
  grip.title = 'Træk punktet til en fri plads';
  grip.setAttribute('aria-hidden', 'true');
  grip.textContent = '⠿';
  time.prepend(grip);
  grip.addEventListener('dragstart', (event) => {
    event.dataTransfer.setData('text/plain', '');
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setDragImage(row, 0, 0);
    const stop = offer(places, (slotId) => send(form, select, slotId));
    grip.addEventListener('dragend', stop, { once: true });
  });
}

/** Lets the places take what is dragged; gives back what ends it. */
function offer(places, drop) {
  const stops = [...board.querySelectorAll('[data-place]')].filter((place) => places.has(place.dataset.place)).map((place) => {
    const over = (event) => { event.preventDefault(); place.classList.add('is-over'); };
    const leave = () => place.classList.remove('is-over');
    const take = (event) => { event.preventDefault(); drop(place.dataset.place); };
    place.classList.add('may-drop');
    place.addEventListener('dragover', over);
    place.addEventListener('dragleave', leave);
    place.addEventListener('drop', take);
    return () => {
      place.classList.remove('may-drop', 'is-over');
      place.removeEventListener('dragover', over);
      place.removeEventListener('dragleave', leave);
      place.removeEventListener('drop', take);
    };
  });
  return () => stops.forEach((stop) => stop());
}

function send(form, select, slotId) {
  select.value = slotId;
  const reason = form.elements.namedItem('lateReason');
  const closed = (form.dataset.closed ?? '').split(' ').includes(slotId);
  if (!closed || reason === null || reason.value.trim() !== '') return form.requestSubmit();
  form.closest('details').open = true;
  reason.focus();
}
