import type { Page } from 'playwright-core';
import { drainOutbox, runSchedule, signIn } from '../support/app.js';
import { type BrowserOptions, describeInBrowser, htmlProblems, type Visitor, visitor } from '../support/browser.js';
import type { HeldItem } from '../support/conclusion-desk.js';
import type { StaffName } from '../support/organisation.js';
import { usernameOf } from '../support/username.js';
import { BrowserDesk } from '../support/browser-desk.js';

const DAY_MS = 86_400_000;
const MOST_TABS = 150;
/** What the focused element is called. */
const CALLED = `(() => { const at = document.activeElement; return at === document.body ? '' : (at.getAttribute('aria-label') ?? at.labels?.[0]?.textContent ?? at.textContent ?? '').trim(); })()`;

describeInBrowser('one item in a browser', () => {
  let desk: BrowserDesk;

  beforeAll(async () => {
    desk = await BrowserDesk.open();
  }, 120_000);
  afterAll(() => desk.close());

  const come = (name: StaffName, options: BrowserOptions = {}): Promise<Visitor> => desk.come(name, options);
  const at = (item: HeldItem, part = ''): string => `/punkter/${item.id}${part}`;

  async function inviteGuest(item: HeldItem): Promise<void> {
    await (await desk.items.as('freja')).post(`/bookings/${item.id}/guests`, { name: 'Mikkel Sandø', function: 'støtteperson', email: 'mikkel@bosted.example' }).expect(201);
  }

  /** A closed item whose minutes wait for a basis on which a guest who did not come may have them. */
  async function missedByGuest(): Promise<HeldItem> {
    const item = await desk.items.booked();
    await inviteGuest(item);
    await desk.items.hold(item);
    const { guests } = await desk.items.draft(item);
    await desk.items.conclude(item, { attendance: { ...(await desk.items.everybody(item)), guests: guests.map(({ guestId }) => ({ guestId, present: false })) } });
    await (await desk.items.as('karla')).post(`/bookings/${item.id}/minutes/approval`).expect(200);
    return item;
  }

  /** Goes on by Tab until something with that name has the focus. */
  async function tabTo(page: Page, name: string | RegExp): Promise<void> {
    for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
      await page.keyboard.press('Tab');
      const called = await page.evaluate<string>(CALLED);
      if (typeof name === 'string' ? called === name : name.test(called)) return;
    }
    throw new Error(`no Tab leads to ${String(name)} on ${page.url()}`);
  }

  async function until(holds: () => Promise<boolean>): Promise<void> {
    for (let tries = 0; tries < 250; tries += 1) {
      if (await holds()) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('what was waited for did not come');
  }

  async function enter(page: Page, name: string | RegExp, next: RegExp): Promise<void> {
    await tabTo(page, name);
    await Promise.all([page.waitForURL(next), page.keyboard.press('Enter')]);
  }

  it('is run and closed without a mouse, from sign-in to the closed item', async () => {
    const item = await desk.items.held();
    desk.app.clock.moveTo(new Date(new Date(item.date).getTime() + 2 * DAY_MS));
    await runSchedule(desk.app, 'conclusions.due-tasks');
    await signIn(desk.app, desk.org.staff.freja);
    const freja = await visitor(desk.browser, desk.app, null);
    const { page } = freja;
    const keys = page.keyboard;
    await page.goto('/log-ind');
    await keys.type(usernameOf(desk.org.staff.freja));
    await tabTo(page, /Adgangskode/);
    await keys.type('demo');
    await Promise.all([page.waitForURL(`${desk.app.url}/`), keys.press('Enter')]);
    await enter(page, /opgaver? til dig/, /\/opgaver/);
    await enter(page, /afslut/i, /\/punkter\//);

    await enter(page, 'På mødet', /\/moede/);
    await tabTo(page, 'Skriv, hvad der bliver sagt');
    await keys.type('Jeg vil gerne bo selv.');
    await keys.press('Enter');
    await page.getByText('Tilføjet').waitFor();
    await keys.type('Og have en hund.');
    await keys.press('Enter');
    await until(async () => (await page.locator('[data-region="kolonne-own_words"] textarea').count()) === 2);
    await tabTo(page, 'Tal');
    await keys.type('6');
    await enter(page, 'Tilføj tallet', /\/moede/);
    await page.locator('.scale-line').waitFor();

    await enter(page, 'Gå til aftaler og afslutning', /\/afslutning/);
    await tabTo(page, 'Hvad, aftale 1');
    await keys.type('Søger ungestøtte');
    await keys.press('Tab');
    await keys.type('Sol');
    await keys.press('Enter');
    await keys.type('Viser Sofie uddannelser');
    await keys.press('Tab');
    await keys.type('Ulla');
    await tabTo(page, 'Beslutning 1');
    await keys.type('Vi søger ungestøtte.');
    await tabTo(page, 'Var med');
    await keys.press('Space');
    await enter(page, 'Alle de andre var med', /besked=kladde/);
    await tabTo(page, 'Planen er aftalt');
    await keys.press('Space');
    await tabTo(page, 'Et nyt møde');
    await keys.press('Space');
    await keys.press('ArrowDown');
    await enter(page, 'Afslut punktet', /besked=afsluttet/);
    expect(await page.getByRole('status').first().textContent()).toContain('Punktet er afsluttet');
    expect(await page.locator('main').textContent()).toMatch(/Søger ungestøtte.*Solvej Marstrand.*Viser Sofie uddannelser.*Ulla Engdal/s);
    await freja.close();
  }, 180_000);

  it('is run and closed without a script', async () => {
    const item = await desk.items.held();
    const freja = await come('freja', { javaScript: false });
    const { page } = freja;
    await page.goto(at(item, '/moede'));
    await page.locator('#ny-working_well-text').fill('Hun har venner i klassen.');
    await page.getByRole('button', { name: /Tilføj ?: Hvad virker godt/ }).click();
    await page.locator('[data-region="kolonne-working_well"] textarea').fill('Hun har gode venner i klassen.');
    await page.getByRole('button', { name: /^Gem \(Ungeenheden/ }).click();
    await page.getByRole('button', { name: /^Slet \(Ungeenheden/ }).click();
    await page.getByRole('button', { name: 'Fortryd' }).click();
    expect(await page.locator('[data-region="kolonne-working_well"] textarea').inputValue()).toBe('Hun har gode venner i klassen.');
    await page.goto(at(item, '/afslutning'));
    await page.getByLabel('Hvad, aftale 1').fill('Søger ungestøtte');
    await page.getByRole('button', { name: 'Afslut punktet' }).click();
    await page.getByRole('link', { name: 'Vælg den ene, der er ansvarlig.' }).click();
    await page.getByLabel('Hvem, aftale 1').selectOption({ label: 'Solvej Marstrand' });
    await page.getByLabel('Beslutning 1', { exact: true }).fill('Vi søger ungestøtte.');
    await page.getByRole('group', { name: 'Den unge' }).getByLabel('Var med').first().check();
    await page.getByRole('button', { name: 'Alle de andre var med' }).click();
    await page.getByLabel('Planen er aftalt').check();
    await page.getByLabel('Ikke mere: punktet er afsluttet').check();
    await page.getByLabel('Hvorfor er punktet afsluttet?').fill('Alt er på plads.');
    await page.getByRole('button', { name: 'Afslut punktet' }).click();
    expect(await page.locator('main').textContent()).toContain('Intet nyt møde: Alt er på plads.');
    await freja.close();
  }, 120_000);

  it('lets two write at once: the second sees the other’s text beside the own, and chooses', async () => {
    const item = await desk.items.booked();
    const [freja, solvej] = [await come('freja'), await come('solvej')];
    await freja.page.goto(at(item, '/moede'));
    await freja.page.locator('#ny-worries-text').fill('Hvor skal Sofie bo?');
    await freja.page.locator('#ny-worries-text').press('Enter');
    const row = '[data-region="kolonne-worries"] textarea';
    await freja.page.locator(row).waitFor();
    await solvej.page.goto(at(item, '/moede'));
    await freja.page.locator(row).fill('Frejas udgave');
    await freja.page.getByText(/Gemt kl\. \d+\.\d\d/).waitFor();
    await solvej.page.locator(row).fill('Solvejs udgave');
    await solvej.page.getByText('Freja Holmgaard har rettet her imens:').waitFor();
    expect(await solvej.page.locator('blockquote').textContent()).toBe('Frejas udgave');
    expect(await solvej.page.locator(row).inputValue()).toBe('Solvejs udgave');
    expect(await solvej.barriers()).toEqual([]);
    await solvej.page.getByRole('button', { name: /Behold min tekst/ }).click();
    await solvej.page.waitForURL(/#udsagn-/);
    await freja.page.getByRole('heading', { level: 1 }).click();
    await until(async () => (await freja.page.locator(row).inputValue()) === 'Solvejs udgave');
    await Promise.all([freja.close(), solvej.close()]);
  }, 120_000);

  it('loses nothing on a closed tab, and keeps nothing in the tab after sign-out', async () => {
    const item = await desk.items.held();
    const freja = await come('freja');
    await freja.page.goto(at(item, '/afslutning'));
    await freja.page.getByLabel('Beslutning 1', { exact: true }).pressSequentially('Skrevet, før fanen blev lukket');
    await freja.page.goto('about:blank');
    await until(async () => JSON.stringify((await desk.items.draft(item)).content).includes('før fanen'));
    await freja.page.goto(at(item, '/afslutning'));
    expect(await freja.page.getByLabel('Beslutning 1', { exact: true }).inputValue()).toBe('Skrevet, før fanen blev lukket');
    await freja.page.route('**/udsagn', (route) => route.abort());
    await freja.page.goto(at(item, '/moede'));
    await freja.page.locator('#ny-worries-text').fill('Nåede ikke frem');
    expect(await freja.page.evaluate<number>('sessionStorage.length')).toBe(1);
    await freja.page.getByRole('button', { name: 'Log ud' }).click();
    await freja.page.waitForURL(/log-ind/);
    expect(await freja.page.evaluate<number>('sessionStorage.length')).toBe(0);
    await freja.close();
  }, 120_000);

  it('shows the screen in the room what is written, and leaves it by Escape', async () => {
    const item = await desk.items.booked();
    const freja = await come('freja');
    await freja.page.goto(at(item, '/skaerm'));
    await (await desk.items.as('solvej')).post(`/bookings/${item.id}/agenda/statements`, { heading: 'next_steps', voice: 'youth', text: 'Jeg vil se lejligheden' }).expect(201);
    await freja.page.getByText('Jeg vil se lejligheden').waitFor({ timeout: 15_000 });
    expect(await freja.barriers()).toEqual([]);
    await freja.page.keyboard.press('Escape');
    await freja.page.waitForURL(/\/moede/);
    await freja.close();
  }, 60_000);

  it('has no barriers and valid HTML in any state, and fits a narrow window', async () => {
    const [booked, cancelled, closed] = [await desk.items.booked(), await desk.items.booked(), await desk.items.held()];
    await (await desk.items.as('freja')).post(`/bookings/${booked.id}/agenda/ratings`, { voice: 'youth', value: 4 }).expect(201);
    await (await desk.items.as('freja')).post(`/bookings/${booked.id}/agenda/statements`, { heading: 'worries', voice: 'unit', text: 'Bolig' }).expect(201);
    await desk.items.conclude(closed);
    await (await desk.items.as('karla')).post(`/bookings/${cancelled.id}/cancellation`, { reason: 'Syg' });
    const missed = await missedByGuest();
    await inviteGuest(booked);
    await drainOutbox(desk.app);
    const freja = await come('freja');
    const states = [
      ...['', '/breve', '/breve?besked=gaest-sat-paa', '/moede', '/skaerm', '/afslutning', '/afslutning?besked=mangler'].map((part) => at(booked, part)),
      at(cancelled), at(cancelled, '/breve'), at(cancelled, '/moede'),
      ...['', '?besked=afsluttet', '/moede', '/skaerm', '/det-aftalte-vi', '/referat', '/breve'].map((part) => at(closed, part)), at(missed, '/breve'),
    ];
    for (const state of states) {
      await freja.page.setViewportSize({ width: 1280, height: 900 });
      await freja.page.goto(state);
      await freja.page.evaluate('for (const folded of document.querySelectorAll("main details")) folded.open = true');
      expect([state, await freja.barriers()]).toEqual([state, []]);
      expect([state, await htmlProblems(await freja.page.content())]).toEqual([state, []]);
      await freja.page.setViewportSize({ width: 320, height: 640 });
      expect([state, await freja.fits()]).toEqual([state, true]);
    }
    await freja.close();
  }, 180_000);
});
