import type { Browser, Locator, Page } from 'playwright-core';
import { signIn, startApp, type TestApp } from '../support/app.js';
import { BookingDesk } from '../support/bookings.js';
import { describeInBrowser, htmlProblems, startBrowser, type Visitor, visitor } from '../support/browser.js';
import { startSeries } from '../support/meeting-days.js';
import { organisation, type Organisation, type StaffName } from '../support/organisation.js';
import { recordYouth, replacementCpr, turns } from '../support/youth-builder.js';
import { usernameOf } from '../support/username.js';

/** The brief of the screens: from sign-in to a booked place in under ten clicks. */
const MOST_CLICKS = 9;

describeInBrowser('from a question to a place on the docket, in a browser', () => {
  let app: TestApp;
  let org: Organisation;
  let desk: BookingDesk;
  let browser: Browser;

  beforeAll(async () => {
    app = await startApp();
    org = await organisation(app);
    desk = new BookingDesk(app, org);
    await startSeries(app, org, { intervalDays: 14 });
    browser = await startBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await app.close();
  });

  const come = (name: StaffName, options = {}): Promise<Visitor> => visitor(browser, app, { org, name }, options);
  const youth = (name: string, days: number): Promise<string> =>
    recordYouth(app, org, { born: turns(17, days), name, coordinator: 'freja', measure: { act: 'barnets lov', section: '46', from: '2024-01-01' } });

  /** No barriers, valid HTML, and nothing sideways at 320 px. */
  async function sound(who: Visitor): Promise<void> {
    const { page } = who;
    const problems = [...(await who.barriers()), ...(await htmlProblems(await page.content()))];
    await page.setViewportSize({ width: 320, height: 640 });
    if (!(await who.fits())) problems.push('scrolls sideways at 320 px');
    problems.push(...(await who.barriers()));
    await page.setViewportSize({ width: 1280, height: 900 });
    expect([page.url(), problems]).toEqual([page.url(), []]);
  }

  async function journey(page: Page, name: string): Promise<number> {
    let clicks = 0;
    const click = async (what: Locator): Promise<void> => {
      clicks += 1;
      await what.click();
    };
    await page.goto('/log-ind');
    await page.fill('#username', usernameOf(org.staff.freja));
    await page.fill('#password', 'demo');
    await click(page.getByRole('main').getByRole('button', { name: 'Log ind' }));
    await click(page.getByRole('link', { name: new RegExp(`Bed om K-møde ?: ${name}`) }));
    await page.getByLabel('Hvorfor skal sagen på K-mødet?').fill('Skal flytte hjemmefra');
    await click(page.getByRole('group', { name: /flere områder/ }).getByLabel('Ja'));
    await click(page.getByRole('button', { name: 'Send anmodningen' }));
    await page.waitForURL(/\/tid\?besked=godkendt/);
    await click(page.getByRole('button', { name: /^Book/ }).first());
    await page.waitForURL(/\/punkter\/[0-9a-f-]+\/tid\?besked=booket/);
    return clicks;
  }

  it.each([['with scripts', true, 'Malik Damgaard', 200], ['with JavaScript off', false, 'Signe Ravnholt', 210]] as const)(
    'takes a caseworker under ten clicks from sign-in to a booked place, %s', async (_, javaScript, name, days) => {
      await youth(name, days);
      await signIn(app, org.staff.freja);
      const freja = await visitor(browser, app, null, { javaScript });
      expect(await journey(freja.page, name)).toBeLessThanOrEqual(MOST_CLICKS);
      expect(await freja.page.getByRole('status').first().textContent()).toContain('Tiden er booket');
      await freja.page.getByRole('button', { name: 'Fortryd' }).click();
      await freja.page.waitForURL(/besked=fortrudt/);
      expect(await freja.page.getByRole('status').first().textContent()).toContain('tiden er fri igen');
      await freja.close();
    }, 60_000);

  it('explains the check while one answers, and keeps the draft as one types', async () => {
    const id = await youth('Oskar Thorngreen', 220);
    const freja = await come('freja');
    const { page } = freja;
    await page.goto(`/unge/${id}/anmodning`);
    await sound(freja);
    await page.getByLabel('Hvilken støtte regner I med').selectOption('individual_support');
    await page.getByText('Ja, sagen hører til på K-mødet.').waitFor();
    await page.getByText('Flere spørgsmål til tjekket').click();
    await page.getByLabel('Hvilken støtte regner I med').selectOption('');
    await page.getByRole('group', { name: /alene ungestøtte/ }).getByLabel('Ja').check();
    await page.getByText('Hvad slags møde? vurdering af ungestøtte').waitFor();
    await page.getByLabel('Hvorfor skal sagen på K-mødet?').fill('Vil bo selv');
    await page.getByText(/Gemt kl\. \d+\.\d\d/).waitFor();
    await sound(freja);
    await page.getByLabel('Hvad vil den unge selv').fill('En hund');
    await page.goto('/anmodninger'); // the tab is left at once
    await page.getByRole('link', { name: /Skriv færdig og send ?: Oskar Thorngreen/ }).waitFor();
    await page.goto(`/unge/${id}/anmodning`);
    expect(await page.getByLabel('Hvorfor skal sagen på K-mødet?').inputValue()).toBe('Vil bo selv');
    expect(await page.getByLabel('Hvad vil den unge selv').inputValue()).toBe('En hund');
    const [row] = await app.inTx((tx) => tx.query<{ count: number }>('SELECT count(*)::int AS count FROM referral WHERE youth_id = $1', [id]));
    expect(row?.count).toBe(1);
    await freja.close();
  }, 60_000);

  it.each(
    [['with scripts', true, 230], ['with JavaScript off', false, 235]] as const,
  )('says what is missing beside its field, and folds open what is wrong, %s', async (_, javaScript, days) => {
    const freja = await come('freja', { javaScript });
    const { page } = freja;
    await page.goto(`/unge/${await youth('Laust Pilegaard', days)}/anmodning`);
    await page.getByText('Haster det? Nej').click();
    await page.getByLabel('Hvorfor haster det?').selectOption('other');
    await page.getByLabel('Hvorfor skal sagen på K-mødet?').fill('Bostedet lukker');
    await page.getByRole('button', { name: 'Send anmodningen' }).click();
    await page.getByRole('link', { name: 'Skriv, hvorfor det haster.' }).click();
    expect(await page.getByLabel('Mere om, hvorfor det haster').isVisible()).toBe(true);
    if (javaScript) await sound(freja);
    await freja.close();
  }, 60_000);

  it('has no barriers while looking up, triaging, choosing and answering', async () => {
    const referral = await desk.caseReady();
    const waiting = await (await desk.as('freja')).post('/referrals', {
      youthId: await youth('Ida Lærketoft', 240), type: 'transition', purpose: 'coordinate', reason: 'Flyttet hertil', urgent: { reason: 'moved_in' },
    });
    const freja = await come('freja');
    const karla = await come('karla');
    const { page } = karla;
    await page.goto('/opslag');
    await page.getByRole('textbox', { name: 'CPR-nummer' }).fill(replacementCpr('2010-02-03'));
    await page.getByLabel('Hvad skal du bruge det til?').fill('Vil oprette den unge');
    await page.getByRole('button', { name: 'Slå op' }).click();
    await page.getByRole('heading', { name: 'Opret den unge' }).waitFor();
    await sound(karla);
    for (const path of ['/anmodninger', `/anmodninger/${(waiting.body as { id: string }).id}`, `/anmodninger/${referral}/tid`, '/spoergsmaal']) {
      for (const who of [karla, freja]) {
        await who.page.goto(path);
        for (const fold of await who.page.locator('main summary').all()) await fold.click();
        await sound(who);
      }
    }
    await Promise.all([freja.close(), karla.close()]);
  }, 120_000);

  it('counts down to where a booking can no longer be taken back', async () => {
    const freja = await come('freja');
    const { page } = freja;
    await page.clock.install();
    await page.goto(`/anmodninger/${await desk.caseReady()}/tid`);
    await page.getByRole('button', { name: /^Book/ }).first().click();
    const undo = page.getByRole('button', { name: 'Fortryd' });
    await undo.waitFor();
    await sound(freja);
    await page.clock.runFor(31_000);
    await undo.waitFor({ state: 'detached' });
    await freja.close();
  }, 60_000);
});
