import { chooseCalendarChannel } from '../../src/calendars/channel/calendar-channels.js';
import { drainOutbox, type TestApp } from '../support/app.js';
import { type BookingBody, type BookingDesk, slotIds } from '../support/bookings.js';
import { type MailingApp, startMailingApp } from '../support/mailing-app.js';
import type { Organisation } from '../support/organisation.js';
import { openBrowser } from '../support/page-reader.js';

describe('the first invitation to an item', () => {
  let app: TestApp;
  let org: Organisation;
  let desk: BookingDesk;
  let mailing: MailingApp;

  beforeAll(async () => {
    mailing = await startMailingApp({ INVITATION_HOLD_MS: '60000' });
    ({ app, org, desk } = mailing);
    await told();
  });
  afterAll(() => mailing.stop());

  const told = (): Promise<Record<string, string[]>> => mailing.told();

  /** What was to wait a minute has waited it. */
  async function aMinuteLater(): Promise<void> {
    await app.inTx((tx) => tx.query("UPDATE outbox_message SET available_at = now() WHERE kind = 'mail.due' AND state = 'pending'"));
  }

  /** Freja takes her booking back as a slip. */
  async function takeBack(id: string): Promise<void> {
    const freja = await openBrowser(app, org, 'freja');
    await freja.send(`/punkter/${id}/tid/fortryd`, `/punkter/${id}/tid`);
  }

  it('waits until the booking can no longer be a slip', async () => {
    await desk.book(await desk.caseReady(), slotIds(desk.nextDay())[0]);
    expect(await told()).toEqual({});
    await aMinuteLater();
    expect(await told()).toEqual({ freja: ['REQUEST 0'] });
  });

  it('never goes out, and no cancellation either, when the booking is taken back', async () => {
    const { id } = await desk.book(await desk.caseReady(), slotIds(desk.nextDay())[0]);
    await drainOutbox(app);
    await takeBack(id);
    expect(await told()).toEqual({});
    await aMinuteLater();
    expect(await told()).toEqual({});
  });

  describe('within 48 hours, to somebody whose calendar follows a feed', () => {
    const jonas = () => ({ kind: 'staff' as const, staffId: org.staff.jonas, name: 'Jonas', roles: [], departmentId: null, requestId: 'test' });

    beforeAll(() => app.inTx((tx) => chooseCalendarChannel(tx, 'feed'), jonas()));
    afterEach(() => app.clock.moveTo(null));

    /** An urgent item for tomorrow, which Freja books. */
    async function bookedForTomorrow(): Promise<BookingBody> {
      const referralId = await desk.caseReady({ urgent: { reason: 'losing_support' } });
      const slot = desk.nextDay().slots.at(-1);
      app.clock.moveTo(new Date(Date.parse(slot?.startsAt ?? '') - 30 * 3_600_000));
      return desk.book(referralId, slot?.id, { participantIds: [org.staff.jonas] });
    }

    it('the notice waits too', async () => {
      await bookedForTomorrow();
      expect(await told()).toEqual({});
      await aMinuteLater();
      expect(await told()).toEqual({ jonas: ['Indkaldelse'] });
    });

    it('neither that nor a cancellation ever goes out when the booking is taken back', async () => {
      const { id } = await bookedForTomorrow();
      await drainOutbox(app);
      await takeBack(id);
      expect(await told()).toEqual({});
      await aMinuteLater();
      expect(await told()).toEqual({});
      const rows = await app.inTx((tx) => tx.query('SELECT kind, state FROM mail_delivery WHERE subject_id = $1 ORDER BY sequence, kind', [id]));
      expect(rows).toEqual([
        { kind: 'request', state: 'elsewhere' }, { kind: 'short_notice', state: 'superseded' },
        { kind: 'cancel', state: 'elsewhere' }, { kind: 'short_notice', state: 'superseded' },
      ]);
    });

    it('what is moved meanwhile is told at once as what it is to the person: an invitation; and its cancellation is told too', async () => {
      const booking = await bookedForTomorrow();
      await drainOutbox(app);
      await (await desk.as('karla')).post(`/meeting-days/${booking.meetingDayId}/relocation`, { room: 'Salen' }).expect(200);
      expect((await told())['jonas']).toEqual(['Indkaldelse']);
      await (await desk.as('freja')).post(`/bookings/${booking.id}/cancellation`, { reason: 'Sygdom' }).expect(200);
      expect(await told()).toEqual({ jonas: ['Aflyst'] });
      await aMinuteLater();
      expect(await told()).toEqual({});
    });
  });
});
