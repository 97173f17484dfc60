import type { Browser } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { BookingDesk, slotIds } from '../support/bookings.js';
import { describeInBrowser, htmlProblems, startBrowser, type Visitor, visitor } from '../support/browser.js';
import { startSeries } from '../support/meeting-days.js';
import { organisation, type Organisation } from '../support/organisation.js';

describeInBrowser('the calendar in a browser', () => {
  let app: TestApp;
  let org: Organisation;
  let browser: Browser;
  let month: string;

  beforeAll(async () => {
    app = await startApp();
    org = await organisation(app);
    browser = await startBrowser();
    const desk = new BookingDesk(app, org);
    await startSeries(app, org, { intervalDays: 14 });
    const [day] = await desk.openDays();
    await desk.book(await desk.caseReady(), slotIds(day)[0]);
    month = (day?.date ?? '').slice(0, 7);
  });
  afterAll(async () => {
    await browser?.close();
    await app.close();
  });

  async function check(who: Visitor): Promise<void> {
    expect(await who.barriers()).toEqual([]);
    expect(await htmlProblems(await who.page.content())).toEqual([]);
    await who.page.setViewportSize({ width: 320, height: 640 });
    expect(await who.fits()).toBe(true);
    expect(await who.barriers()).toEqual([]);
    await who.page.setViewportSize({ width: 1280, height: 900 });
  }

  it('has no barriers filled, empty and refused', async () => {
    const who = await visitor(browser, app, { org, name: 'freja' });
    for (const path of [`/kalender?maaned=${month}`, '/kalender?maaned=2019-05', '/kalender?maaned=2019-13', '/kalender/abonnement']) {
      await who.page.goto(path);
      await check(who);
    }
    await who.page.getByLabel('Adressen på din udgivne kalender').fill('https://kalender.example/freja.ics');
    await who.page.getByRole('button', { name: 'Del min kalender' }).click();
    await who.page.waitForSelector('.error-summary');
    await check(who);
    await who.close();
  }, 60_000);

  it('is a list of the dates that hold something in a narrow window', async () => {
    const who = await visitor(browser, app, { org, name: 'freja' }, { viewport: { width: 320, height: 640 } });
    await who.page.goto(`/kalender?maaned=${month}`);
    const shown = await who.page.locator('.month-table td:visible').count();
    expect(shown).toBeGreaterThan(0);
    expect(shown).toBeLessThan(20);
    expect(await who.page.getByText('Sofie Birkholt, koordinering').isVisible()).toBe(true);
    await who.close();
  });

  it('gives the address of a subscription with a button that copies it', async () => {
    const who = await visitor(browser, app, { org, name: 'freja' });
    await who.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await who.page.goto('/kalender/abonnement');
    await who.page.getByRole('button', { name: 'Opret abonnement' }).click();
    const address = await who.page.getByLabel('Abonnementets adresse').inputValue();
    await who.page.getByRole('button', { name: 'Kopiér' }).click();
    await who.page.getByText('Kopieret').waitFor();
    expect(await who.page.evaluate('navigator.clipboard.readText()')).toBe(address);
    await check(who);
    await who.page.goto('/kalender/abonnement');
    await check(who);
    await who.close();
  }, 60_000);

  it('gives one subscription to whoever clicks twice, reloads, or goes back and forth', async () => {
    const who = await visitor(browser, app, { org, name: 'gitte' });
    await who.page.goto('/kalender/abonnement');
    await who.page.getByRole('button', { name: 'Opret abonnement' }).dblclick();
    await who.page.getByRole('heading', { level: 1, name: 'Dit abonnement er klar' }).waitFor();
    const address = await who.page.getByLabel('Abonnementets adresse').inputValue();
    await who.page.reload();
    expect(await who.page.getByLabel('Abonnementets adresse').inputValue()).toBe(address);
    await who.page.goBack();
    await who.page.goForward();
    expect(await who.page.getByLabel('Abonnementets adresse').inputValue()).toBe(address);
    expect(who.page.url()).not.toContain(new URL(address).pathname.split('/')[2]);
    await who.page.goto('/kalender/abonnement');
    expect(await who.page.getByRole('button', { name: 'Luk abonnementet' }).count()).toBe(1);
    await who.close();
  }, 60_000);
});
