import { addMonths, type CalendarDate, parseCalendarDate } from '../../src/platform/clock/calendar-date.js';
import { formatDateDanish } from '../../src/platform/clock/danish-format.js';
import { runSchedule, startApp, type TestApp } from '../support/app.js';
import { BookingDesk, slotIds } from '../support/bookings.js';
import { type DayBody, startSeries } from '../support/meeting-days.js';
import { organisation, type Organisation, type StaffName } from '../support/organisation.js';
import { openBrowser, type PageReader, statementsOf, textOf } from '../support/page-reader.js';
import { recordYouth, turns } from '../support/youth-builder.js';

const onceOn = async (reader: PageReader): Promise<string> => /action="\/kalender\/abonnement".*?name="_once" value="([^"]+)"/.exec((await reader.get('/kalender/abonnement')).text)?.[1] ?? '';
const addressOn = ({ text }: { text: string }): string => /value="(http[^"]+\/kalender\.ics)"/.exec(text)?.[1] ?? '';
const tokenIn = (address: string): string => new URL(address).pathname.split('/')[2] ?? '';

/** Makes a subscription on the page, and gives the page that the browser goes on to. */
async function makeSubscription(reader: PageReader, what: string): ReturnType<PageReader['get']> {
  const answer = await reader.send('/kalender/abonnement', '/kalender/abonnement', { what, _once: await onceOn(reader) });
  return reader.get(answer.headers['location'] ?? '');
}

describe('the calendar as a page', () => {
  let app: TestApp;
  let org: Organisation;
  let desk: BookingDesk;
  let days: DayBody[];
  let freja: PageReader;
  let due: { on: CalendarDate; title: string; youthId: string };

  beforeAll(async () => {
    app = await startApp();
    org = await organisation(app);
    desk = new BookingDesk(app, org);
    await startSeries(app, org, { intervalDays: 14 });
    days = await desk.openDays();
    await desk.book(await desk.referral(await desk.youth()), slotIds(days[0])[0]);
    const measure = { act: 'barnets lov', section: '46', from: '2024-01-01' };
    const youthId = await recordYouth(app, org, { born: turns(17, 200), name: 'Malik Damgaard', coordinator: 'freja', measure });
    const [first] = await app.inTx((tx) => tx.query<{ on: CalendarDate; title: string }>(
      `SELECT d.due_on::text AS "on", r.title FROM deadline d JOIN deadline_rule r ON r.id = d.rule_id WHERE d.youth_id = $1 AND d.state = 'open' ORDER BY d.due_on LIMIT 1`,
      [youthId],
    ));
    if (first === undefined) throw new Error('the youth has no deadline');
    due = { ...first, youthId };
    freja = await openBrowser(app, org, 'freja');
  });
  afterAll(() => app.close());

  const subscriptionsOf = async (name: StaffName) =>
    (await app.inTx((tx) => tx.query<{ n: number }>('SELECT count(*)::int AS n FROM feed WHERE owner_id = $1', [org.staff[name]])))[0]?.n ?? 0;
  const dayOf = (): CalendarDate => parseCalendarDate(days[0]?.date ?? '');
  const at = (date: CalendarDate): string => `/kalender?maaned=${date.slice(0, 7)}`;

  it('shows meeting days, own items with names, and the week’s number', async () => {
    const page = await freja.get(at(dayOf()));
    expect(textOf(page)).toMatch(new RegExp(`${formatDateDanish(dayOf())} K-møde kl\\. 9\\.00, 1 punkt 9\\.00 Sofie Birkholt, koordinering`));
    expect(page.text).toContain(`href="/dagsorden?date=${dayOf()}"`);
    expect(page.text).toMatch(/<th scope="row" class="week"><span class="date-label">Uge <\/span>\d+<\/th>/);
  });

  it('shows the deadlines of those one coordinates on their date, with names and where they stand', async () => {
    const page = await freja.get(at(due.on));
    expect(textOf(page)).toContain(`Malik Damgaard: ${due.title}`);
    expect(page.text).toContain(`href="/unge/${due.youthId}#frister"`);
    expect(textOf(await (await openBrowser(app, org, 'gitte')).get(at(due.on)))).not.toContain('Malik');
  });

  it('names nobody whose case is closed to the reader, and logs whom it named', async () => {
    await app.inTx((tx) => tx.query("UPDATE youth_access SET until_at = $1 WHERE ground = 'booked_item' AND staff_id = $2", [tx.now, org.staff.sonja]));
    expect(textOf(await (await openBrowser(app, org, 'sonja')).get(at(dayOf())))).not.toContain('Sofie');
    const logged = await app.inTx((tx) => tx.query<{ youths: string[] }>(
      "SELECT youth_ids AS youths FROM audit_entry WHERE action = 'calendar.opened' AND actor_id = $1 ORDER BY at", [org.staff.freja],
    ));
    expect(logged.some(({ youths }) => youths.includes(due.youthId))).toBe(true);
  });

  it('tells closed days, goes from month to month, and says when there is nothing', async () => {
    expect(textOf(await freja.get('/kalender?maaned=2026-12'))).toContain('Juledag');
    expect((await freja.get('/kalender?maaned=2026-12')).text).toMatch(/href="\/kalender\?maaned=2026-11">Forrige.*href="\/kalender\?maaned=2027-01">Næste/s);
    expect(textOf(await freja.get('/kalender?maaned=2019-05'))).toContain('Der ligger ingen møder eller frister for dig i måneden.');
    await freja.get('/kalender?maaned=2026-13', 400);
  });

  it('sends as many statements for a month with much as for an empty one', async () => {
    await freja.get('/kalender?maaned=2019-05');
    const empty = await statementsOf(() => freja.get('/kalender?maaned=2019-05'));
    for (const slot of slotIds(days[1]).slice(0, 4)) await desk.book(await desk.caseReady(), slot);
    expect(await statementsOf(() => freja.get(at(parseCalendarDate(days[1]?.date ?? ''))))).toBe(empty);
    expect(await statementsOf(() => freja.get(at(addMonths(due.on, 0))))).toBe(empty);
  });

  describe('subscriptions', () => {
    const page = '/kalender/abonnement';

    it('shows the address with how to use it and how long changes take', async () => {
      const made = await makeSubscription(freja, 'mine');
      expect(textOf(made)).toMatch(/Den kan ses her til kl\. \d+\.\d\d og bliver så ikke vist igen\..*Outlook .*Google Kalender .*8 til 24 timer.*Apple Kalender/);
      expect((await freja.get(new URL(addressOn(made)).pathname)).text).toContain('BEGIN:VEVENT');
      const list = await freja.get(page);
      expect(list.text).not.toContain('kalender.ics');
      expect(textOf(list)).toMatch(/Mine møder og frister .*Luk abonnementet/);
    });

    it('makes one subscription of a form that is sent twice, and another of another choice', async () => {
      const before = await subscriptionsOf('jonas');
      const jonas = await openBrowser(app, org, 'jonas');
      const form = { what: 'mine', _once: await onceOn(jonas) };
      const answers = await Promise.all([1, 2].map(() => jonas.send(page, page, form)));
      const [first, second] = answers.map(({ headers }) => headers['location'] ?? '');
      expect(second).toBe(first);
      expect(await subscriptionsOf('jonas')).toBe(before + 1);
      const [shown, again] = [await jonas.get(first ?? ''), await jonas.get(first ?? '')];
      expect(addressOn(again)).toBe(addressOn(shown));
      expect(first).not.toContain(tokenIn(addressOn(shown)));
      await jonas.send(page, page, { ...form, what: 'department' });
      expect(await subscriptionsOf('jonas')).toBe(before + 2);
    });

    it('shows the address to its owner alone, for a quarter of an hour, and keeps it nowhere in clear', async () => {
      const answer = await freja.send(page, page, { what: 'mine', _once: await onceOn(freja) });
      const at = answer.headers['location'] ?? '';
      const token = tokenIn(addressOn(await freja.get(at)));
      await (await openBrowser(app, org, 'bo')).get(at, 404);
      const kept = await app.inTx((tx) => tx.query<{ row: string }>('SELECT address.sealed::text AS row FROM feed_address address UNION ALL SELECT idempotency_key::text FROM idempotency_key'));
      expect(kept.map(({ row }) => Buffer.from(row.replace('\\x', ''), 'hex').toString('latin1') + row).join()).not.toContain(token);
      app.clock.moveTo(new Date(Date.now() + 14 * 60_000));
      expect(tokenIn(addressOn(await freja.get(at)))).toBe(token);
      app.clock.moveTo(new Date(Date.now() + 16 * 60_000));
      expect(textOf(await freja.get(at))).toMatch(/Adressen kan ikke ses mere .*luk abonnementet, og lav et nyt/);
      await runSchedule(app, 'calendars.addresses');
      expect(await app.inTx((tx) => tx.query('SELECT 1 FROM feed_address'))).toEqual([]);
      app.clock.moveTo(null);
      await freja.send(`${at}/luk`, page);
      expect((await freja.get(at)).text).not.toContain('kalender.ics');
    });

    it('says when and by what a calendar was fetched last', async () => {
      expect(textOf(await freja.get(page))).toMatch(/den \d+\. \w+ \d{4} kl\. \d+\.\d\d/);
    });

    it('is about one’s own department or a series, and nothing else', async () => {
      const karla = await openBrowser(app, org, 'karla');
      expect(textOf(await karla.get(page))).toContain('Enhedens kalender (K-mødesekretariatet)');
      await makeSubscription(karla, 'department');
      const series = /<option value="([0-9a-f-]{36})"/.exec((await karla.get(page)).text)?.[1] ?? '';
      expect(addressOn(await makeSubscription(karla, series))).toContain('/kalender.ics');
      await karla.send(page, page, { what: org.unit.social, _once: await onceOn(karla) }, 404);
    });

    it('is closed at once, by its owner alone', async () => {
      const close = /action="(\/kalender\/abonnement\/[0-9a-f-]{36}\/luk)"/.exec((await freja.get(page)).text)?.[1] ?? '';
      await (await openBrowser(app, org, 'bo')).send(close, page, {}, 404);
      const next = await freja.send(close, page);
      expect(textOf(await freja.get(next.headers['location'] ?? ''))).toMatch(/Abonnementet er lukket\. .*Du har ingen abonnementer endnu\./);
    });
  });

  it('lets each choose one way for meetings, and only one that is open', async () => {
    const bo = await openBrowser(app, org, 'bo');
    const page = '/kalender/abonnement';
    expect((await bo.get(page)).text).toMatch(/value="mail" checked/);
    const refused = await bo.send('/kalender/kanal', page, { channel: 'feed' }, 422);
    expect(refused.text).toContain('<a href="#channel">Opret først et abonnement på din egen kalender.</a>');
    const made = await makeSubscription(bo, 'mine');
    expect(textOf(made)).toContain('Dine møder kommer i kalenderen, når dit kalenderprogram har hentet den første gang.');
    const waiting = await bo.get(page);
    expect(waiting.text).toMatch(/value="mail" checked/);
    expect(textOf(waiting)).toContain('Dine møder kommer hertil, når dit kalenderprogram har hentet kalenderen første gang.');
    await bo.get(new URL(addressOn(made)).pathname);
    expect((await bo.get(page)).text).toMatch(/value="feed" checked/);
    await bo.send('/kalender/kanal', page, { channel: 'mail' });
    expect((await bo.get(page)).text).toMatch(/value="mail" checked/);
  });

  it('offers the calendar that fell silent and works again, on the month as well, and takes it with one button', async () => {
    const ulla = await openBrowser(app, org, 'ulla');
    const [page, path] = ['/kalender/abonnement', new URL(addressOn(await makeSubscription(ulla, 'mine'))).pathname];
    await ulla.get(path);
    const after = (days: number) => app.clock.moveTo(new Date(Date.now() + days * 86_400_000));
    const offer = 'Dit kalenderprogram henter kalenderen igen';
    await app.inTx((tx) => tx.query("UPDATE calendar_preference SET channel = 'mail', left_channel = 'feed' WHERE staff_id = $1", [org.staff.ulla]));
    await runSchedule(app, 'calendars.closed_ways');
    expect((await ulla.get(page)).text).not.toContain(offer);
    after(1.1);
    await ulla.get(path);
    for (const at of ['/kalender', page]) expect(textOf(await ulla.get(at))).toMatch(new RegExp(`${offer}.*Få møderne i kalenderen igen`));
    await ulla.send('/kalender/kanal', '/kalender', { channel: 'feed' });
    const taken = await ulla.get(page);
    expect(taken.text).toMatch(/value="feed" checked/);
    expect(taken.text).not.toContain(offer);
    app.clock.moveTo(null);
  });

  it('refuses a busy calendar that nobody has approved, and keeps what was typed', async () => {
    const page = '/kalender/abonnement';
    const refused = await freja.send('/kalender/optaget', page, { url: 'https://kalender.example/freja.ics' }, 422);
    expect(refused.text).toMatch(/<a href="#url">Kalenderen ligger på en server/);
    expect(refused.text).toContain('value="https://kalender.example/freja.ics"');
  });
});
