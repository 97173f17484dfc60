import { addDays, addYears, type CalendarDate } from '../../src/platform/clock/calendar-date.js';
import { drainOutbox, startApp, type TestApp } from '../support/app.js';
import { BookingDesk, slotIds } from '../support/bookings.js';
import { startSeries } from '../support/meeting-days.js';
import { type Organisation, organisation, type StaffName } from '../support/organisation.js';
import { openBrowser, type PageReader, statementsOf, textOf } from '../support/page-reader.js';
import { recordYouth } from '../support/youth-builder.js';

describe('personaleskift', () => {
  let app: TestApp;
  let org: Organisation;
  let today: CalendarDate;
  let tage: PageReader;
  let page: string;
  let line: string;
  let foreign: string;
  let item: string;
  let slots: string[];
  let desk: BookingDesk;

  beforeAll(async () => {
    app = await startApp();
    org = await organisation(app);
    today = await app.inTx((tx) => Promise.resolve(tx.today));
    tage = await openBrowser(app, org, 'tage');
    page = `/personaleskift/${org.staff.gitte}`;
    line = await recordYouth(app, org, { born: addYears(today, -20), name: 'Line Aagaard', coordinator: 'gitte' });
    foreign = await recordYouth(app, org, { born: addYears(today, -20), name: 'Oskar Thorngreen', unit: 'handicap', coordinator: 'bo' });
    await startSeries(app, org);
    desk = new BookingDesk(app, org);
    const days = await desk.openDays();
    slots = days.flatMap((day) => slotIds(day).slice(0, -1)).slice(8);
    const booked = await desk.book(await desk.referral(line, {}, 'gitte'), slots[0], {}, 'gitte');
    item = booked.id;
    await agree('gitte', line, 'gitte', 'Søger bolig til Line');
    await agree('bo', foreign, 'gitte', 'Ringer til Oskars mor');
  });
  afterAll(() => app.close());

  async function agree(who: StaffName, youthId: string, owner: StaffName, text: string): Promise<void> {
    await app.as(await org.token(who)).post(`/youths/${youthId}/plan/actions`, { text, ownerId: org.staff[owner], dueOn: addDays(today, 30) }).expect(201);
  }

  const fieldsIn = (html: string): string[] => [...html.matchAll(/<select[^>]* name="([\w-]+)"/g)].map(([, name]) => name ?? '');
  const all = async (to: string): Promise<Record<string, string>> => Object.fromEntries(fieldsIn((await tage.get(page)).text).map((field) => [field, to]));
  const ownerOf = async (text: string): Promise<string | undefined> => (await app.inTx((tx) => tx.query<{ owner: string }>('SELECT owner_id AS owner FROM action WHERE text = $1', [text])))[0]?.owner;
  const comers = async (): Promise<string[]> => (await app.inTx((tx) => tx.query<{ id: string }>(
    'SELECT staff_id AS id FROM booking_participant WHERE booking_id = $1', [item],
  ))).map(({ id }) => id);

  it('shows the people of the unit and what each holds', async () => {
    const text = textOf(await tage.get('/personaleskift'));
    expect(text).toMatch(/Gitte Thornfeldt 1 ung, 1 punkt og 2 aftaler –/);
    expect(text).not.toMatch(/Solvej|Bo Kjelding/);
  });

  it('lists all of it with a receiver proposed, and tells nothing of another unit’s youth', async () => {
    const { text } = await tage.get(page);
    expect(fieldsIn(text)).toHaveLength(4);
    expect(text).toMatch(new RegExp(`name="ung-${line}"[^>]*>.*?<option value="${org.staff.freja}" selected`, 's'));
    expect(text).toContain('Søger bolig til Line');
    expect(text).not.toMatch(/Oskar|Thorngreen|mor</);
    expect(text).toContain('En ung fra en anden enhed');
  });

  it('says beside the line who cannot take it, keeps every choice, and moves nothing', async () => {
    const other = await desk.youth();
    await desk.book(await desk.referral(other), slots[1]);
    await app.inTx((tx) => tx.execute(
      "UPDATE occupancy SET during = (SELECT during FROM occupancy WHERE booking_id = $1 LIMIT 1) WHERE resource_id = $2 AND booking_id IS NOT NULL", [item, org.staff.freja],
    ));
    const chosen = { ...(await all(org.staff.solvej)), [`punkt-${item}`]: org.staff.freja };
    const refused = await tage.send(page, page, chosen, 409);
    expect(refused.text).toMatch(new RegExp(`<a href="#punkt-${item}">Freja Holmgaard er optaget`));
    expect(refused.text).toMatch(new RegExp(`name="ung-${line}"[^>]*>.*?<option value="${org.staff.solvej}" selected`, 's'));
    expect(await ownerOf('Søger bolig til Line')).toBe(org.staff.gitte);
    expect(textOf(await tage.send(page, page, await all(''), 400))).toContain('Vælg, hvem der overtager, på mindst én linje.');
  });

  it('gives everything on with one button; each youth waits for a yes, and the progress is told', async () => {
    const chosen = { ...(await all(org.staff.freja)), [`punkt-${item}`]: org.staff.tage };
    const { headers } = await tage.send(page, page, chosen);
    expect(headers['location']).toBe(`${page}?besked=givet`);
    await drainOutbox(app);
    expect([await ownerOf('Søger bolig til Line'), await ownerOf('Ringer til Oskars mor')]).toEqual([org.staff.freja, org.staff.freja]);
    expect(await comers()).toContain(org.staff.tage);
    expect(await comers()).not.toContain(org.staff.gitte);
    const waiting = textOf(await tage.get(`${page}?besked=givet`));
    expect(waiting).toMatch(/Givet videre\. .*0 af 1 har sagt ja .*Line Aagaard .*Tilbudt til Freja Holmgaard, som ikke har svaret/);
    const freja = await openBrowser(app, org, 'freja');
    const yes = /action="([^"]+\/ja)"/.exec((await freja.get(`/unge/${line}`)).text)?.[1] ?? '';
    await freja.send(yes, `/unge/${line}`);
    expect(textOf(await tage.get(page))).toMatch(/Alt er givet videre\. 1 af 1 har sagt ja/);
    expect(textOf(await tage.get('/personaleskift'))).toMatch(/Gitte Thornfeldt Intet 1 af 1 har sagt ja/);
  });

  it('is for the team leader of the leaver’s own unit', async () => {
    const sonja = await openBrowser(app, org, 'sonja');
    await sonja.get(page, 404);
    await sonja.send(page, '/personaleskift', { [`ung-${line}`]: org.staff.solvej }, 404);
    await (await openBrowser(app, org, 'freja')).get('/personaleskift', 403);
  });

  it('sends as many statements for one youth as for many', async () => {
    const one = await statementsOf(() => tage.get(`/personaleskift/${org.staff.freja}`));
    for (const n of [...Array(10).keys()]) await recordYouth(app, org, { born: addYears(today, -17), name: `Nr Bakke${n}`, coordinator: 'freja' });
    expect(await statementsOf(() => tage.get(`/personaleskift/${org.staff.freja}`))).toBe(one);
  });
});
