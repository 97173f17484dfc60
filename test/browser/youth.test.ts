import type { Browser } from 'playwright-core';
import { addDays, addYears, type CalendarDate } from '../../src/platform/clock/calendar-date.js';
import { startApp, type TestApp } from '../support/app.js';
import { describeInBrowser, htmlProblems, startBrowser, type Visitor, visitor } from '../support/browser.js';
import { organisation, type Organisation } from '../support/organisation.js';
import { recordYouth } from '../support/youth-builder.js';

describeInBrowser('a youth’s page, the plan and personaleskift', () => {
  let app: TestApp;
  let org: Organisation;
  let browser: Browser;
  let today: CalendarDate;
  let full: string;
  let empty: string;
  let hidden: string;

  beforeAll(async () => {
    app = await startApp();
    org = await organisation(app);
    browser = await startBrowser();
    today = await app.inTx((tx) => Promise.resolve(tx.today));
    full = await recordYouth(app, org, {
      born: addYears(today, -17), name: 'Sofie Birkholt', coordinator: 'freja', measure: { act: 'barnets lov', section: '§ 46', from: addYears(today, -1) },
    });
    empty = await recordYouth(app, org, { born: addYears(today, -16), name: 'Ny Ung', coordinator: 'freja' });
    hidden = await recordYouth(app, org, { born: addYears(today, -17), name: 'Zahra Holmstrøm', coordinator: 'freja', protected: true });
    await fillPlanAndNetwork();
  });
  afterAll(async () => {
    await browser?.close();
    await app.close();
  });

  async function fillPlanAndNetwork(): Promise<void> {
    const freja = app.as(await org.token('freja'));
    await freja.post(`/youths/${full}/network`, { kind: 'private', name: 'Maja', relation: 'storesøster', closeness: 1 }).expect(201);
    await freja.post(`/youths/${full}/custody-holders`, { name: 'Amina', relation: 'mor', livesWithYouth: true, invite: true }).expect(201);
    await freja.post(`/youths/${full}/consents`, { givenBy: 'youth', recipient: 'UU', departmentId: org.unit.uu, scope: 'Skolegang', purpose: 'Vejledning', givenOn: '2026-01-05' }).expect(201);
    await freja.post(`/youths/${full}/plan/goals`, { topic: 'housing', title: 'Jeg vil bo for mig selv', ownWords: 'Min egen nøgle.' }).expect(201);
    await freja.post(`/youths/${full}/plan/actions`, { text: 'Søger bolig', ownerId: org.staff.freja, dueOn: addDays(today, 20) }).expect(201);
    await freja.post(`/youths/${full}/plan/versions`).expect(201);
    await freja.post(`/youths/${full}/plan/goals`, { topic: 'education', title: 'Jeg vil på HF' }).expect(201);
  }

  async function isFine(person: Visitor, unfold = true): Promise<void> {
    if (unfold) await person.page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })");
    expect(await person.barriers()).toEqual([]);
    expect(await htmlProblems(await person.page.content())).toEqual([]);
    await person.page.setViewportSize({ width: 320, height: 640 });
    expect(await person.fits()).toBe(true);
    await person.page.setViewportSize({ width: 1280, height: 900 });
  }

  it.each([
    ['filled', () => `/unge/${full}`], ['empty', () => `/unge/${empty}`], ['of a protected youth', () => `/unge/${hidden}`],
    ['of nobody', () => '/unge/01900000-0000-7000-8000-000000000000'],
    ['the plan', () => `/unge/${full}/plan`], ['the empty plan', () => `/unge/${empty}/plan`], ['an edition', () => `/unge/${full}/plan/udgaver/1`],
    ['a difference', () => `/unge/${full}/plan/forskel?fra=1&til=kladde`], ['plain language', () => `/unge/${full}/plan/kort`],
  ])('has no barriers and valid HTML: %s', async (_, path) => {
    const freja = await visitor(browser, app, { org, name: 'freja' });
    await freja.page.goto(path());
    await isFine(freja);
    await freja.close();
  });

  it.each([
    ['the unit', () => '/personaleskift'], ['a leaver', () => `/personaleskift/${org.staff.freja}`], ['nothing left', () => `/personaleskift/${org.staff.gitte}`],
  ])('has none for the team leader either: %s', async (_, path) => {
    const tage = await visitor(browser, app, { org, name: 'tage' });
    await tage.page.goto(path());
    await isFine(tage);
    await tage.close();
  });

  it('says a refusal with the focus on it, the form open and what was typed in it', async () => {
    const freja = await visitor(browser, app, { org, name: 'freja' });
    await freja.page.goto(`/unge/${full}`);
    await freja.page.click('summary:has-text("Skriv et samtykke ind")');
    await freja.page.fill('#samtykker-recipient', 'Jobcentret');
    await freja.page.evaluate("document.querySelector('#samtykker-recipient').form.noValidate = true");
    await freja.page.click('button:has-text("Gem samtykket")');
    await freja.page.waitForSelector('.error-summary');
    expect(await freja.page.evaluate<boolean>("document.activeElement.classList.contains('error-summary')")).toBe(true);
    expect(await freja.page.inputValue('#samtykker-recipient')).toBe('Jobcentret');
    await isFine(freja, false);
    await freja.close();
  });

  it('takes a person on the map, off it and back again without JavaScript', async () => {
    const freja = await visitor(browser, app, { org, name: 'freja' }, { javaScript: false });
    await freja.page.goto(`/unge/${empty}`);
    await freja.page.click('summary:has-text("Sæt en person på netværkskortet")');
    await freja.page.fill('#netvaerk-name', 'Karim');
    await freja.page.fill('#netvaerk-relation', 'træner');
    await freja.page.click('button:has-text("Gem personen")');
    await freja.page.click('a:has-text("Ret eller fjern")');
    await freja.page.click('button:has-text("Fjern")');
    await freja.page.click('[role=status] button:has-text("Fortryd")');
    expect(await freja.page.textContent('main')).toContain('Karim, træner');
    await freja.close();
  });
});
