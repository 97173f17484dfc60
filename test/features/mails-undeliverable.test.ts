import { drainOutbox, startApp, type TestApp } from '../support/app.js';
import { type BookingBody, BookingDesk, slotIds } from '../support/bookings.js';
import { takeByPerson } from '../support/mail-reader.js';
import { startSeries } from '../support/meeting-days.js';
import { organisation, type Organisation } from '../support/organisation.js';
import { handleKinds } from '../support/outbox.js';
import { SmtpSink } from '../support/smtp-sink.js';
import { OutboxConsumer } from '../../src/platform/outbox/outbox-consumer.js';

let app: TestApp;
let org: Organisation;
let desk: BookingDesk;
let sink: SmtpSink;
let slots: string[];

beforeAll(async () => {
  sink = await SmtpSink.start();
  app = await startApp({ overrides: { SMTP_URL: sink.url } });
  org = await organisation(app);
  desk = new BookingDesk(app, org);
  await startSeries(app, org);
  const days = await desk.openDays();
  slots = [0, 1].flatMap((place) => days.flatMap((day) => slotIds(day)[place] ?? []));
  await drainOutbox(app);
});
afterAll(async () => {
  await app.close();
  await sink.stop();
});
beforeEach(() => {
  sink.mode = '250';
  sink.takeAll();
});

interface Row {
  readonly kind: string;
  readonly sequence: number;
  readonly state: string;
  readonly lastError: string | null;
}

function ledger(booking: BookingBody): Promise<Row[]> {
  return app.inTx((tx) => tx.query<Row>(
    'SELECT kind, sequence, state, last_error AS "lastError" FROM mail_delivery WHERE subject_id = $1 ORDER BY sequence', [booking.id]));
}

/** An item that Freja alone is to be told of, with its invitation planned and not sent. */
async function planned(): Promise<BookingBody> {
  const booking = await desk.book(await desk.caseReady(), slots.shift(), { participantIds: [org.staff.freja] });
  await handleKinds(app, 'booking.changed');
  return booking;
}

async function change(booking: BookingBody, path: string, body: object): Promise<void> {
  await (await desk.as('freja')).post(`/bookings/${booking.id}${path}`, body).expect(200);
  await handleKinds(app, 'booking.changed');
}

const mailMessages = () => app.inTx((tx) => tx.query<{ id: string }>("SELECT id FROM outbox_message WHERE kind = 'mail.due' AND state = 'pending' ORDER BY id"));

it('is dead when the server says 5xx, and the coordinating caseworker is asked to tell the person otherwise', async () => {
  const booking = await planned();
  sink.mode = '550';
  await drainOutbox(app);
  expect(await ledger(booking)).toMatchObject([{ state: 'failed', lastError: 'smtp_550' }]);
  const tasks = (await (await desk.as('freja')).get('/tasks').expect(200)).body as { items: Array<{ kind: string; subjectId: string }> };
  expect(tasks.items).toContainEqual(expect.objectContaining({ kind: 'mail_undeliverable', subjectId: booking.id }));
  expect(JSON.stringify(tasks)).not.toContain(org.email('freja'));
});

describe('an item is cancelled whose invitation could not be delivered', () => {
  const asked = ({ id }: BookingBody) => app.inTx((tx) => tx.query("SELECT 1 FROM task WHERE kind = 'mail_undeliverable' AND subject_id = $1", [id]));

  /** The invitation is refused, and then the item is cancelled. */
  async function refusedThenCancelled(): Promise<BookingBody> {
    const booking = await planned();
    sink.mode = '550';
    await drainOutbox(app);
    sink.mode = '250';
    expect(await asked(booking)).toHaveLength(1);
    await change(booking, '/cancellation', { reason: 'Sygdom' });
    return booking;
  }

  it('no mail goes out, and somebody is asked once more to tell the person', async () => {
    const booking = await refusedThenCancelled();
    await drainOutbox(app);
    expect(await asked(booking)).toHaveLength(2);
    expect(await ledger(booking)).toMatchObject([{ kind: 'request', lastError: 'smtp_550' }, { kind: 'cancel', state: 'failed', lastError: 'invitation_failed' }]);
    expect(sink.takeAll()).toEqual([]);
    await change(booking, '/restoration', {});
    await drainOutbox(app);
    expect(takeByPerson(sink)).toEqual({ freja: ['REQUEST 2'] });
  });

  it('nobody is asked any more when the meeting’s time has come', async () => {
    const booking = await refusedThenCancelled();
    app.clock.moveTo(new Date(booking.startsAt));
    const [message] = await mailMessages();
    await app.get(OutboxConsumer).process(message?.id ?? '');
    app.clock.moveTo(null);
    expect(await asked(booking)).toHaveLength(1);
    expect(await ledger(booking)).toMatchObject([{ state: 'failed' }, { kind: 'cancel', state: 'superseded' }]);
  });
});
