/**
 * Draws the parts of the page (`data-region`) as they stand on a page just fetched. A row that is being written in, or waits for a
 * choice, keeps its own text.
 */
export function drawRegions(page, gone = null) {
  for (const region of document.querySelectorAll('[data-region]')) {
    const fresh = [...page.querySelectorAll('[data-region]')].find((each) => each.dataset.region === region.dataset.region);
    if (fresh === undefined || fresh.innerHTML === region.innerHTML) continue;
    for (const own of region.querySelectorAll('[data-box]')) {
      const busy = own.contains(document.activeElement) || own.querySelector('[data-dirty], [data-conflict]') !== null;
      const place = page.getElementById(own.id);
      if (busy && place !== null && !own.contains(gone)) place.replaceWith(own);
    }
    region.replaceChildren(...fresh.childNodes);
  }
}
