import type { Browser } from 'playwright-core';
import { addDays, parseCalendarDate } from '../../src/platform/clock/calendar-date.js';
import { startApp, type TestApp } from '../support/app.js';
import { type BookingBody, BookingDesk, slotIds } from '../support/bookings.js';
import { describeInBrowser, htmlProblems, startBrowser, type Visitor, visitor } from '../support/browser.js';
import { type DayBody, startSeries } from '../support/meeting-days.js';
import { organisation, type Organisation } from '../support/organisation.js';

describeInBrowser('the docket in a browser', () => {
  let app: TestApp;
  let org: Organisation;
  let browser: Browser;
  let days: DayBody[];
  let item: BookingBody;

  beforeAll(async () => {
    app = await startApp();
    org = await organisation(app);
    browser = await startBrowser();
    const desk = new BookingDesk(app, org);
    await startSeries(app, org, { intervalDays: 14 });
    days = await desk.openDays();
    item = await desk.book(await desk.caseReady(), slotIds(days[0])[0]);
    await desk.book(await desk.caseReady({}, { name: 'Malik Damgaard' }), slotIds(days[1])[0]);
  });
  afterAll(async () => {
    await browser?.close();
    await app.close();
  });

  const karla = (options: Parameters<typeof visitor>[3] = {}): Promise<Visitor> => visitor(browser, app, { org, name: 'karla' }, options);
  const docket = (): string => `/dagsorden?date=${days[0]?.date ?? ''}`;
  const slotOf = async (): Promise<string> => ((await app.as(await org.token('karla')).get(`/bookings/${item.id}`).expect(200)).body as BookingBody).slotId;

  async function check(who: Visitor): Promise<void> {
    expect(await who.barriers()).toEqual([]);
    expect(await htmlProblems(await who.page.content())).toEqual([]);
    await who.page.setViewportSize({ width: 320, height: 640 });
    expect(await who.fits()).toBe(true);
    await who.page.setViewportSize({ width: 1280, height: 900 });
  }

  it('has no barriers filled, with the menu open, empty, refused and closed to the reader', async () => {
    const who = await karla();
    await who.page.goto(docket());
    await who.page.locator('summary').first().click();
    await check(who);
    await who.page.goto('/dagsorden?date=2019-01-01');
    await check(who);
    await who.page.goto(docket());
    await who.page.locator('summary').first().click();
    await who.page.evaluate("document.querySelector('form[data-move] select').required = false");
    await who.page.locator('form[data-move] button').first().click();
    await who.page.waitForSelector('.error-summary');
    expect(await who.page.evaluate('document.activeElement.className')).toContain('error-summary');
    await check(who);
    await who.close();
    const admin = await visitor(browser, app, { org, name: 'anker' });
    await admin.page.goto('/dagsorden');
    expect(await admin.page.textContent('h1')).toBe('Det gik ikke');
    await check(admin);
    await admin.close();
  }, 60_000);

  it('has no barriers on the page of a day and the form for a new one', async () => {
    const who = await karla();
    for (const path of [`/dagsorden/dage/${days[0]?.id ?? ''}`, '/dagsorden/dage/ny']) {
      await who.page.goto(path);
      await check(who);
    }
    await who.close();
  }, 60_000);

  it('puts somebody else into a place with the keyboard alone, without barriers when it is asked for, refused and done', async () => {
    const day = days[3];
    await app.as(await org.token('sonja')).post(`/meeting-days/${day?.id ?? ''}/invitation-answer`, { answer: 'declined' }).expect(200);
    const who = await karla();
    const { page } = who;
    await page.goto('/opgaver');
    await page.locator(`a[href="/dagsorden/dage/${day?.id ?? ''}#personer"]`).click();
    await page.waitForSelector('#personer details[open]');
    await check(who);
    await page.getByRole('button', { name: 'Gem, hvem der sidder med' }).click();
    await page.waitForSelector('.error-summary');
    await check(who);
    await page.locator('[id="personer-panel.social"]').focus();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('button', { name: 'Gem, hvem der sidder med' }).press('Enter');
    await page.waitForSelector('.alert-success');
    expect(await page.locator('main .plain-list').first().textContent()).toContain('Solvej Marstrand');
    await check(who);
    await who.close();
  }, 60_000);

  it('lets whoever sits the whole day answer with the keyboard alone, also without script, and has no barriers before and after', async () => {
    for (const [javaScript, name, button] of [[true, 'henrik', 'Jeg kan ikke'], [false, 'sonja', 'Jeg kommer']] as const) {
      const who = await visitor(browser, app, { org, name }, { javaScript });
      await who.page.goto(docket());
      if (javaScript) await check(who);
      await who.page.locator(`#dag-${days[0]?.id ?? ''}`).getByRole('button', { name: button }).focus();
      await who.page.keyboard.press('Enter');
      await who.page.waitForSelector('.alert-success');
      expect(await who.page.locator(`#dag-${days[0]?.id ?? ''} button[aria-pressed="true"]`).textContent()).toContain(`✓ ${button}`);
      if (javaScript) await check(who);
      await who.close();
    }
  }, 60_000);

  it('takes the move of a day back, without barriers on the notice and on the page of the day', async () => {
    const day = days[2];
    const next = addDays(parseCalendarDate(day?.date ?? ''), 1);
    const who = await karla();
    await who.page.goto(`/dagsorden/dage/${day?.id ?? ''}`);
    await who.page.fill('#flyt-date', next);
    await who.page.fill('#flyt-reason', 'Forkert dato');
    await who.page.getByRole('button', { name: 'Flyt dagen' }).click();
    await who.page.waitForSelector('.alert-success');
    await check(who);
    const moved = who.page.url();
    await who.page.goto(`/dagsorden/dage/${day?.id ?? ''}`);
    await check(who);
    await who.page.goto(moved);
    await who.page.getByRole('button', { name: 'Fortryd flytningen' }).click();
    await who.page.waitForURL(/besked=dag-lagt-tilbage/);
    expect(who.page.url()).toContain(`date=${day?.date ?? ''}`);
    await who.close();
  }, 60_000);

  it('moves an item with the keyboard alone, and takes it back', async () => {
    const who = await karla();
    const { page } = who;
    await page.goto(docket());
    await page.locator(`#punkt-${item.id} summary`).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.alert-success');
    expect(await slotOf()).toBe(slotIds(days[0])[1]);
    await page.getByRole('button', { name: 'Fortryd flytningen' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/lagt-tilbage/);
    expect(await slotOf()).toBe(item.slotId);
    await who.close();
  }, 60_000);

  it('moves an item by dragging it to a free place, also of the next fortnight, and takes it back', async () => {
    const who = await karla({ viewport: { width: 1280, height: 1400 } }); // the item and both fortnights' places are in sight
    const { page } = who;
    for (const target of [slotIds(days[0])[2], slotIds(days[1])[3]]) {
      await page.goto(docket());
      await page.locator(`#punkt-${item.id} [data-grip]`).dragTo(page.locator(`[data-place="${target ?? ''}"]`));
      await page.waitForSelector('.alert-success');
      expect(await slotOf()).toBe(target);
      await page.getByRole('button', { name: 'Fortryd flytningen' }).click();
      await page.waitForURL(/lagt-tilbage/);
    }
    expect(await slotOf()).toBe(item.slotId);
    await who.close();
  }, 60_000);

  it('asks for the reason when an item is dragged to a closed docket', async () => {
    await app.as(await org.token('karla')).post(`/meeting-days/${days[1]?.id ?? ''}/closure`).expect(200);
    const who = await karla();
    const { page } = who;
    await page.goto(docket());
    await page.locator(`#punkt-${item.id} [data-grip]`).dragTo(page.locator(`[data-place="${slotIds(days[1])[2] ?? ''}"]`));
    const reason = page.locator(`#flyt-${item.id}-lateReason`);
    await reason.waitFor({ state: 'visible' });
    expect(await page.evaluate('document.activeElement.id')).toBe(`flyt-${item.id}-lateReason`);
    await page.keyboard.type('Kan ikke vente');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.alert-success');
    expect(await slotOf()).toBe(slotIds(days[1])[2]);
    await who.close();
  }, 60_000);

  it('moves an item without script', async () => {
    const who = await karla({ javaScript: false });
    const { page } = who;
    await page.goto(docket().replace(days[0]?.date ?? '', days[1]?.date ?? ''));
    expect(await page.locator('[data-grip]').count()).toBe(0);
    await page.locator(`#punkt-${item.id} summary`).click();
    await page.locator(`#flyt-${item.id}-slotId`).selectOption(slotIds(days[1])[1] ?? '');
    await page.locator(`#punkt-${item.id} form[data-move] button`).click();
    await page.waitForURL(/besked=flyttet/);
    expect(await slotOf()).toBe(slotIds(days[1])[1]);
    await who.close();
  }, 60_000);
});
