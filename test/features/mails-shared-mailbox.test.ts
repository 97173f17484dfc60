import { chooseCalendarChannel } from '../../src/calendars/channel/calendar-channels.js';
import type { Actor } from '../../src/platform/database/actor.js';
import { drainOutbox, runSchedule, type TestApp } from '../support/app.js';
import { type BookingBody, type BookingDesk, slotIds } from '../support/bookings.js';
import { calendarPart } from '../support/mail-reader.js';
import { type MailingApp, startMailingApp } from '../support/mailing-app.js';
import type { Organisation, StaffName } from '../support/organisation.js';

let app: TestApp;
let org: Organisation;
let desk: BookingDesk;
let mailing: MailingApp;
let booking: BookingBody;

beforeAll(async () => {
  mailing = await startMailingApp();
  ({ app, org, desk } = mailing);
  mailing.sink.takeAll();
});
afterAll(() => mailing.stop());

const told = () => mailing.told();
const post = async (path: string, body: object) => (await desk.as('freja')).post(`/bookings/${booking.id}${path}`, body);
const put = async (participantIds: string[]) => (await desk.as('freja')).put(`/bookings/${booking.id}/participants`, { participantIds }).expect(200);

describe('a guest with the address of a colleague', () => {
  const inviteAs = async (name: StaffName) => post('/guests', { name: 'Gæst Udefra', email: org.email(name).toUpperCase() });

  it('is refused while that colleague takes part, also one who sits the whole day, and no name is told', async () => {
    booking = await desk.book(await desk.caseReady(), slotIds(desk.nextDay())[0], { participantIds: [org.staff.freja, org.staff.pia] });
    await told();
    for (const name of ['pia', 'henrik'] as const) {
      const refused = await inviteAs(name);
      expect([refused.status, refused.body]).toMatchObject([409, { code: 'comes_as_colleague', errors: [{ field: 'email' }] }]);
      expect(JSON.stringify(refused.body)).not.toMatch(/Rosenvang|Aabling|@/);
    }
    expect((await inviteAs('jonas')).status).toBe(201);
    expect(await told()).toEqual({ JONAS: ['REQUEST 1'] });
  });

  it('is told once when the colleague comes later, and is invited again when the colleague is taken off', async () => {
    booking = await desk.book(await desk.caseReady(), slotIds(desk.nextDay())[0], { participantIds: [org.staff.freja] });
    await inviteAs('pia');
    expect(await told()).toEqual({ freja: ['REQUEST 1'], PIA: ['REQUEST 1'] });
    await put([org.staff.freja, org.staff.pia]);
    expect(await told()).toEqual({ pia: ['REQUEST 3'] });
    await post('/rescheduling', { slotId: slotIds(desk.nextDay())[0] });
    expect(await told()).toEqual({ freja: ['REQUEST 3'], pia: ['REQUEST 4'] });
    await put([org.staff.freja]);
    expect(await told()).toEqual({ PIA: ['REQUEST 6'] });
    await runSchedule(app, 'invitations.catch_up');
    expect(await told()).toEqual({});
    await post('/cancellation', { reason: 'Sygdom' });
    expect(await told()).toEqual({ freja: ['CANCEL 5'], PIA: ['CANCEL 7'] });
  });

  it('makes room in the mailbox for the colleague’s own calendar, and the mail says that the meeting stands', async () => {
    const ulla: Actor = { kind: 'staff', staffId: org.staff.ulla, name: 'Ulla Engdal', roles: ['caseworker'], departmentId: null, requestId: 'test' };
    await app.inTx((tx) => chooseCalendarChannel(tx, 'feed'), ulla);
    booking = await desk.book(await desk.caseReady(), slotIds(desk.nextDay())[0], { participantIds: [org.staff.freja] });
    await inviteAs('ulla');
    expect(await told()).toMatchObject({ ULLA: ['REQUEST 1'] });
    await put([org.staff.freja, org.staff.ulla]);
    await drainOutbox(app);
    const [mail, ...others] = mailing.sink.takeAll();
    expect([mail?.parsed.subject, others]).toEqual([expect.stringMatching(/^Mødet står fast: /) as unknown, []]);
    expect(mail === undefined ? null : calendarPart(mail).method).toBe('CANCEL');
  });

  it('whose address becomes a colleague’s afterwards loses nothing: the last word in the mailbox is an invitation', async () => {
    booking = await desk.book(await desk.caseReady(), slotIds(desk.nextDay())[0], { participantIds: [org.staff.freja, org.staff.jonas] });
    await post('/guests', { name: 'Gæst Udefra', email: 'jonas@bosted.example' });
    const before = org.email('jonas');
    expect(await told()).toEqual({ freja: ['REQUEST 1'], jonas: ['REQUEST 1', 'REQUEST 1'] });
    await app.inTx((tx) => tx.query('UPDATE staff_member SET email = $2 WHERE id = $1', [org.staff.jonas, 'jonas@bosted.example']));
    for (const expected of [{ jonas: ['REQUEST 3'] }, {}]) {
      await runSchedule(app, 'invitations.catch_up');
      expect(await told()).toEqual(expected);
    }
    await app.inTx((tx) => tx.query('UPDATE staff_member SET email = $2 WHERE id = $1', [org.staff.jonas, before]));
  });
});
