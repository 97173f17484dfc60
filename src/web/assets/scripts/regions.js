/**
 * Draws the parts of the page (`data-region`) as they stand on a page just fetched. A part in which somebody is writing is left
 * alone, and a row that is not saved, or waits for a choice, keeps its own text.
 * @param gone the form by which a row was taken away
 * @returns whether a part that was left alone stands otherwise on the fetched page
 */
export function drawRegions(page, gone = null) {
  let behind = false;
  for (const region of document.querySelectorAll('[data-region]')) {
    const fresh = [...page.querySelectorAll('[data-region]')].find((each) => each.dataset.region === region.dataset.region);
    if (fresh === undefined || drawnAs(fresh) === drawnAs(region)) continue;
    if (region.contains(document.activeElement) && !region.contains(gone)) behind ||= rowsOf(fresh) !== rowsOf(region);
    else draw(region, fresh, page, gone);
  }
  return behind;
}

function draw(region, fresh, page, gone) {
  for (const own of region.querySelectorAll('[data-box]')) {
    const place = page.getElementById(own.id);
    if (place !== null && !own.contains(gone) && own.querySelector('[data-dirty], [data-conflict]') !== null) place.replaceWith(own);
  }
  region.replaceChildren(...fresh.childNodes);
}

/** The part without what differs in each drawing: the numbers of its forms. */
function drawnAs(region) {
  return region.innerHTML.replaceAll(/(name="_once" value=")[^"]*/g, '$1');
}

/** Which rows there are, in which version. */
function rowsOf(region) {
  return [...region.querySelectorAll('[data-box]')].map((row) => `${row.id} ${row.querySelector('[name="version"]')?.value}`).join();
}
