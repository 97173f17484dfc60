import type { Page } from 'playwright-core';
import { addYears } from '../../src/platform/clock/calendar-date.js';
import { type BrowserOptions, describeInBrowser, type Visitor } from '../support/browser.js';
import { recordYouth } from '../support/youth-builder.js';
import { BrowserDesk } from '../support/browser-desk.js';

const ROWS = '[data-region="kolonne-own_words"] textarea';
const NUMBERS = "[...document.querySelectorAll('main [name=\"_once\"]')].map((field) => field.value)";

/** Draws the regions as they stand on the page fetched anew, and tells whether a region's own nodes are still there. */
const REDRAWN = `(async () => {
  const script = document.querySelector('script[src*="overgang.js"]').src.replace('overgang.js', 'regions.js');
  const { drawRegions } = await import(script);
  const fetched = await (await fetch(location.pathname, { headers: { accept: 'text/html' } })).text();
  const before = [...document.querySelectorAll('[data-region] form')];
  drawRegions(new DOMParser().parseFromString(fetched, 'text/html'));
  return before.length > 0 && before.every((form) => form.isConnected);
})()`;

describeInBrowser('a form sent twice in a browser', () => {
  let desk: BrowserDesk;

  beforeAll(async () => {
    desk = await BrowserDesk.open();
  }, 120_000);
  afterAll(() => desk.close());

  const come = (options: BrowserOptions = {}): Promise<Visitor> => desk.come('freja', options);

  /** The next POST there is done, and the browser waits for its answer. */
  async function withoutAnswer(page: Page, address: string): Promise<void> {
    await new Promise<void>((done) => void page.route(address, (route) => void route.fetch({ maxRedirects: 0 }).then(() => done()), { times: 1 }));
  }

  it.each([true, false])('puts one person on the map when the button is pressed again, as the answer is slow (with scripts: %s)', async (javaScript) => {
    const youth = await recordYouth(desk.app, desk.org, { born: addYears(await desk.app.inTx((tx) => Promise.resolve(tx.today)), -16), coordinator: 'freja' });
    const freja = await come({ javaScript });
    const { page } = freja;
    await page.goto(`/unge/${youth}`);
    await page.getByText('Sæt en person på netværkskortet').click();
    await page.fill('#netvaerk-name', 'Karim');
    await page.fill('#netvaerk-relation', 'træner');
    const button = page.getByRole('button', { name: 'Gem personen' });
    await button.scrollIntoViewIfNeeded();
    const { x, y } = (await button.boundingBox()) ?? { x: 0, y: 0 };
    const done = withoutAnswer(page, '**/netvaerk');
    await page.mouse.click(x + 5, y + 5);
    await done;
    await page.mouse.click(x + 5, y + 5);
    await page.getByText('Personen er på netværkskortet.').waitFor();
    await page.goto(`/unge/${youth}`);
    expect(await page.getByRole('link', { name: 'Ret eller fjern' }).count()).toBe(1);
    await freja.close();
  }, 60_000);

  async function add(page: Page, text: string): Promise<void> {
    await page.locator('#ny-own_words-text').fill(text);
    await page.locator('#ny-own_words-text').press('Enter');
  }

  it('adds the same line as often as it is written, and once when its answer was lost', async () => {
    const item = await desk.items.booked();
    const freja = await come();
    const { page } = freja;
    await page.goto(`/punkter/${item.id}/moede`);
    for (const lines of [1, 2]) {
      await add(page, 'Ja.');
      await page.locator(ROWS).nth(lines - 1).waitFor();
    }
    await page.route('**/udsagn', async (route) => {
      await route.fetch({ maxRedirects: 0 });
      await route.fulfill({ status: 503, body: '' });
    }, { times: 1 });
    await add(page, 'Nej.');
    await page.getByText('Ikke gemt.').waitFor();
    await page.locator('#ny-own_words-text').press('Enter');
    await page.locator(ROWS).nth(2).waitFor();
    await page.reload();
    expect(await page.locator(ROWS).evaluateAll((rows) => rows.map((row) => (row as unknown as { value: string }).value))).toEqual(['Ja.', 'Ja.', 'Nej.']);
    await freja.close();
  }, 60_000);

  it('is another form when the browser shows the page as it was left, and none when only its number differs', async () => {
    const item = await desk.items.booked();
    await (await desk.items.as('freja')).post(`/bookings/${item.id}/agenda/statements`, { heading: 'own_words', voice: 'youth', text: 'Ja.' }).expect(201);
    const freja = await come();
    const { page } = freja;
    await page.goto(`/punkter/${item.id}/moede`);
    expect(await page.evaluate<boolean>(REDRAWN)).toBe(true);
    const drawn = await page.evaluate<string[]>(NUMBERS);
    expect(new Set(drawn).size).toBe(drawn.length);
    await page.evaluate("window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }))");
    expect(await page.evaluate<string[]>(NUMBERS)).toEqual(drawn);
    await page.evaluate("window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");
    const renewed = await page.evaluate<string[]>(NUMBERS);
    expect(renewed.filter((number) => /^[0-9a-f-]{36}$/.test(number) && !drawn.includes(number))).toHaveLength(drawn.length);
    await freja.close();
  }, 60_000);
});
