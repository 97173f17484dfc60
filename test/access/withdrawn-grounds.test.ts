import { newId } from '../../src/platform/database/ids.js';
import { addDays, type CalendarDate } from '../../src/platform/clock/calendar-date.js';
import { dateAt, toInstant } from '../../src/platform/clock/zone.js';
import { signIn, startApp, type TestApp } from '../support/app.js';
import { organisation, type Organisation, type StaffName } from '../support/organisation.js';
import { frejasCase, type Ids, type Meetings, openMeetings } from './case.js';
import { as, createTestYouth, send, type YouthOfCase } from './case-youth.js';

let app: TestApp;
let org: Organisation;
let meetings: Meetings;
let ids: Ids;

beforeAll(async () => {
  app = await startApp();
  org = await organisation(app);
  meetings = await openMeetings(app, org);
  ids = (await frejasCase(app, org, meetings)).ids;
}, 120_000);
afterAll(() => app.close());

const today = (): Promise<CalendarDate> => app.inTx((tx) => Promise.resolve(tx.today));
const run = (sql: string, params: unknown[]): Promise<unknown> => app.inTx((tx) => tx.query(sql, params));

let marks = 0;
/** A youth that nobody but Freja and the one who recorded it sees. */
async function youth(): Promise<YouthOfCase> {
  marks += 1;
  return createTestYouth(app, org, { mark: 'abcdefghij'.charAt(marks) });
}

async function statusFor(name: StaffName, path: string): Promise<number> {
  return (await (await as(app, org, name)).get(path)).status;
}

/** What a person without any other ground gets at the youth's own routes, the search and the lists. */
async function trace(name: StaffName, youthId: string): Promise<{ open: string[]; listed: string[] }> {
  const client = await as(app, org, name);
  const open: string[] = [];
  for (const tail of ['', '/measures', '/network', '/consents', '/deadlines', '/milestones', '/plan', '/coordinators']) {
    if ((await client.get(`/youths/${youthId}${tail}`)).status !== 404) open.push(tail);
  }
  const listed: string[] = [];
  for (const list of ['/youths', '/deadlines', '/actions', '/follow-ups', '/reminders', '/referrals', '/docket?date=2026-12-09']) {
    if ((await client.get(list)).text.includes(youthId)) listed.push(list);
  }
  return { open, listed };
}

const NOTHING = { open: [], listed: [] };

describe('access ends at once', () => {
  it('when a measure has ended', async () => {
    const { ids: { youth: id = '' } } = await youth();
    const measure = await send(await as(app, org, 'freja'), 'post', `/youths/${id}/measures`, {
      departmentId: org.unit.jobcenter, title: 'Mentor', act: 'beskæftigelsesloven', section: '§ 167', startsOn: '2026-01-01',
    });
    expect((await trace('jonas', id)).open).toHaveLength(8);
    await send(await as(app, org, 'freja'), 'post', `/measures/${measure.id}/ending`, { endsOn: addDays(await today(), -1) });
    expect(await trace('jonas', id)).toEqual(NOTHING);
  });

  it('when a referral is withdrawn or sent back', async () => {
    for (const [verb, by] of [['withdrawal', 'freja'], ['return', 'karla']] as const) {
      const { ids: { youth: id = '' }, cpr } = await youth();
      const jonas = await as(app, org, 'jonas');
      const { lookupId } = (await jonas.post('/youth-lookups', { cpr, purpose: 'Vil rejse en sag' }).expect(200)).body as { lookupId: string };
      const referral = await send(jonas, 'post', '/referrals', {
        lookupId, type: 'transition', purpose: 'coordinate', reason: 'Fylder 18', areas: ['social'], belongs: { needsSeveralAreas: true, supportAfter18: 'individual_support' },
      });
      expect(referral['state']).toBe('accepted');
      expect((await trace('jonas', id)).open).toHaveLength(8);
      expect(await statusFor('henrik', `/youths/${id}`)).toBe(200);
      await send(by === 'freja' ? jonas : await as(app, org, by), 'post', `/referrals/${referral.id}/${verb}`, { reason: 'Ikke nu' });
      const after = await trace('jonas', id);
      expect(after.listed).toEqual([]);
      expect(after.open).toEqual(verb === 'return' ? [''] : []); // the author of a returned referral keeps the shared card
      expect(await statusFor('henrik', `/youths/${id}`)).toBe(404);
    }
  });

  it('when somebody no longer comes to an item, and when the item is cancelled', async () => {
    const path = `/youths/${ids['youth']}`;
    const { staffId } = { staffId: org.staff.pia };
    const karla = await as(app, org, 'karla');
    const { participantIds } = (await karla.get(`/bookings/${ids['booking']}`).expect(200)).body as { participantIds: string[] };
    await send(karla, 'put', `/bookings/${ids['booking']}/participants`, { participantIds: [...participantIds, staffId] });
    expect(await statusFor('pia', path)).toBe(200);
    await send(karla, 'put', `/bookings/${ids['booking']}/participants`, { participantIds });
    expect(await trace('pia', ids['youth'] ?? '')).toEqual(NOTHING);
    expect(await statusFor('pia', `/bookings/${ids['booking']}/agenda`)).toBe(404);
    await send(karla, 'put', `/bookings/${ids['booking']}/participants`, { participantIds: [...participantIds, staffId] });
    await send(karla, 'post', `/bookings/${ids['booking']}/cancellation`, { reason: 'Syg' });
    expect(await trace('pia', ids['youth'] ?? '')).toEqual(NOTHING);
  });

  it('thirty days after an item, and with it the item', async () => {
    const [{ endsAt } = { endsAt: new Date(0) }] = await app.inTx((tx) => tx.query<{ endsAt: Date }>(
      'SELECT ends_at AS "endsAt" FROM booking WHERE id = $1', [ids['concludedBooking']],
    ));
    const over = endsAt.getTime() + 30 * 86_400_000;
    app.clock.moveTo(new Date(over - 1));
    expect(await statusFor('ulla', `/youths/${ids['youth']}`)).toBe(200);
    expect(await statusFor('ulla', `/bookings/${ids['concludedBooking']}/minutes`)).toBe(200);
    app.clock.moveTo(new Date(over));
    expect(await trace('ulla', ids['youth'] ?? '')).toEqual(NOTHING);
    for (const tail of ['', '/agenda', '/conclusion', '/minutes', '/minutes.pdf']) {
      expect([tail, await statusFor('ulla', `/bookings/${ids['concludedBooking']}${tail}`)]).toEqual([tail, 404]);
    }
    expect(await statusFor('solvej', `/youths/${ids['youth']}`)).toBe(200); // an action of hers is still open
  });

  it('when an import is thirty days old', async () => {
    const id = newId();
    await run("INSERT INTO staff_member (id, name, email, department_id, created_at) VALUES ($1, 'Tim Alrø', 'tim@noerreborg.example', $2, now())", [id, org.unit.uu]);
    await run("INSERT INTO staff_role (id, staff_id, role, valid_from) VALUES ($1, $2, 'team_leader', '2020-01-01')", [newId(), id]);
    const tim = app.as(await signIn(app, id));
    const made = await send(tim, 'post', '/youths', { cpr: '690110-4999', firstName: 'Emil', lastName: 'Krogsbøl', departmentId: org.unit.uu });
    await tim.get(`/youths/${made.id}`).expect(200);
    app.clock.moveTo(toInstant(addDays(await today(), 31), '00:00'));
    await tim.get(`/youths/${made.id}`).expect(404);
  });

  it('when a role ends or another unit is one’s own, in the middle of a session', async () => {
    const { ids: { youth: id = '' } } = await youth();
    const path = `/youths/${id}`;
    expect(await statusFor('gitte', path)).toBe(200);
    await run('UPDATE staff_member SET department_id = $2 WHERE id = $1', [org.staff.gitte, org.unit.ppr]);
    expect(await trace('gitte', id)).toEqual(NOTHING);
    await run('UPDATE staff_member SET department_id = $2 WHERE id = $1', [org.staff.gitte, org.unit.ungeenhed]);
    expect(await statusFor('gitte', path)).toBe(200);
    await run("UPDATE staff_role SET valid_to = $2 WHERE staff_id = $1", [org.staff.gitte, addDays(dateAt(new Date()), -1)]);
    expect(await statusFor('gitte', path)).toBe(403);
    expect(await statusFor('gitte', '/youths')).toBe(403);
  });

  it('when a person has left, also for the calendar', async () => {
    const freja = await as(app, org, 'freja');
    const { url } = (await freja.post('/feeds', { scope: 'mine' }).expect(201)).body as { url: string };
    const feed = `${app.url}${new URL(url).pathname}`;
    expect((await fetch(feed)).status).toBe(200);
    await org.leave('freja');
    expect((await fetch(feed)).status).toBe(404);
    expect(await statusFor('freja', `/youths/${ids['youth']}`)).toBe(401);
  });
});
