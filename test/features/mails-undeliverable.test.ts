import { drainOutbox, type TestApp } from '../support/app.js';
import type { BookingBody, BookingDesk } from '../support/bookings.js';
import { takeByPerson } from '../support/mail-reader.js';
import { LedgerDesk } from '../support/ledger-desk.js';
import { type MailingApp, startMailingApp } from '../support/mailing-app.js';
import type { Organisation } from '../support/organisation.js';
import type { SmtpSink } from '../support/smtp-sink.js';
import { OutboxConsumer } from '../../src/platform/outbox/outbox-consumer.js';

let app: TestApp;
let org: Organisation;
let desk: BookingDesk;
let sink: SmtpSink;
let ledger: LedgerDesk;
let mailing: MailingApp;

beforeAll(async () => {
  mailing = await startMailingApp();
  ({ app, org, desk, sink } = mailing);
  ledger = await LedgerDesk.open(mailing);
});
afterAll(() => mailing.stop());
beforeEach(() => {
  sink.mode = '250';
  sink.takeAll();
});

it('is dead when the server says 5xx, and the coordinating caseworker is asked to tell the person otherwise', async () => {
  const booking = await ledger.planned();
  sink.mode = '550';
  await drainOutbox(app);
  expect(await ledger.lines(booking)).toMatchObject([{ state: 'failed', lastError: 'smtp_550' }]);
  const tasks = (await (await desk.as('freja')).get('/tasks').expect(200)).body as { items: Array<{ kind: string; subjectId: string }> };
  expect(tasks.items).toContainEqual(expect.objectContaining({ kind: 'mail_undeliverable', subjectId: booking.id }));
  expect(JSON.stringify(tasks)).not.toContain(org.email('freja'));
});

describe('an item is cancelled whose invitation could not be delivered', () => {
  const asked = ({ id }: BookingBody) => app.inTx((tx) => tx.query("SELECT 1 FROM task WHERE kind = 'mail_undeliverable' AND subject_id = $1", [id]));

  /** The invitation is refused, and then the item is cancelled. */
  async function refusedThenCancelled(): Promise<BookingBody> {
    const booking = await ledger.planned();
    sink.mode = '550';
    await drainOutbox(app);
    sink.mode = '250';
    expect(await asked(booking)).toHaveLength(1);
    await ledger.change(booking, '/cancellation', { reason: 'Sygdom' });
    return booking;
  }

  it('no mail goes out, and somebody is asked once more to tell the person', async () => {
    const booking = await refusedThenCancelled();
    await drainOutbox(app);
    expect(await asked(booking)).toHaveLength(2);
    expect(await ledger.lines(booking)).toMatchObject([{ kind: 'request', lastError: 'smtp_550' }, { kind: 'cancel', state: 'failed', lastError: 'invitation_failed' }]);
    expect(sink.takeAll()).toEqual([]);
    await ledger.change(booking, '/restoration', {});
    await drainOutbox(app);
    expect(takeByPerson(sink)).toEqual({ freja: ['REQUEST 2'] });
  });

  it('nobody is asked any more when the meeting’s time has come', async () => {
    const booking = await refusedThenCancelled();
    app.clock.moveTo(new Date(booking.startsAt));
    const [message] = await ledger.waiting();
    await app.get(OutboxConsumer).process(message?.id ?? '');
    app.clock.moveTo(null);
    expect(await asked(booking)).toHaveLength(1);
    expect(await ledger.lines(booking)).toMatchObject([{ state: 'failed' }, { kind: 'cancel', state: 'superseded' }]);
  });
});
