import { drainOutbox, type TestApp } from '../support/app.js';
import { type BookingDesk, slotIds } from '../support/bookings.js';
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

  it('waits until the booking can no longer be a slip', async () => {
    const [day] = await desk.openDays();
    await desk.book(await desk.caseReady(), slotIds(day)[0]);
    expect(await told()).toEqual({});
    await aMinuteLater();
    expect(await told()).toEqual({ freja: ['REQUEST 0'] });
  });

  it('never goes out, and no cancellation either, when the booking is taken back', async () => {
    const [, day] = await desk.openDays();
    const { id } = await desk.book(await desk.caseReady(), slotIds(day)[0]);
    await drainOutbox(app);
    const freja = await openBrowser(app, org, 'freja');
    await freja.send(`/punkter/${id}/tid/fortryd`, `/punkter/${id}/tid`);
    expect(await told()).toEqual({});
    await aMinuteLater();
    expect(await told()).toEqual({});
  });
});
