import { drainOutbox, runSchedule, startApp, type TestApp } from '../support/app.js';
import type { BookingBody } from '../support/bookings.js';
import { takeByPerson } from '../support/mail-reader.js';
import { LedgerDesk } from '../support/ledger-desk.js';
import { type MailingApp, startMailingApp } from '../support/mailing-app.js';
import type { Organisation } from '../support/organisation.js';
import { SmtpSink } from '../support/smtp-sink.js';
import { endPauses, handleKinds, handleOnce } from '../support/outbox.js';
import { writeMail } from '../../src/mails/write-mail.js';
import { MailState } from '../../src/operations/health/mail-state.js';
import { OutboxConsumer } from '../../src/platform/outbox/outbox-consumer.js';

let app: TestApp;
let org: Organisation;
let sink: SmtpSink;
let ledger: LedgerDesk;
let mailing: MailingApp;

beforeAll(async () => {
  mailing = await startMailingApp();
  ({ app, org, sink } = mailing);
  ledger = await LedgerDesk.open(mailing);
});
afterAll(() => mailing.stop());
beforeEach(() => {
  sink.mode = '250';
  sink.takeAll();
});

/** The CANCEL comes to its turn before the REQUEST, and then all that is left goes out. */
async function cancelAndSendBackwards(booking: BookingBody): Promise<void> {
  await ledger.change(booking, '/cancellation', { reason: 'Fejl' });
  await endPauses(app);
  await ledger.sendBackwards();
  await endPauses(app);
  await drainOutbox(app);
}

it('goes out later when the server says 4xx, with the same identity', async () => {
  const booking = await ledger.planned();
  sink.mode = '451';
  await handleOnce(app);
  expect(await ledger.lines(booking)).toMatchObject([{ state: 'pending', lastError: 'smtp_451' }]);
  sink.mode = 'die-after-data';
  await endPauses(app);
  await handleOnce(app);
  sink.mode = '250';
  await endPauses(app);
  await drainOutbox(app);
  expect(await ledger.lines(booking)).toMatchObject([{ state: 'sent', lastError: null }]);
  const [first, second] = sink.takeAll();
  expect([first?.acknowledged, second?.acknowledged]).toEqual([false, true]);
  expect(first?.parsed.messageId).toBe(second?.parsed.messageId);
});

it('holds one mail a kind, sequence and person, however often the change is told', async () => {
  const booking = await ledger.planned();
  await app.inTx((tx) => tx.query("UPDATE outbox_message SET state = 'pending', attempts = 0 WHERE kind = 'booking.changed' AND payload ->> 'bookingId' = $1", [booking.id]));
  await handleKinds(app, 'booking.changed');
  await drainOutbox(app);
  expect(await ledger.lines(booking)).toHaveLength(1);
  expect(takeByPerson(sink)).toEqual({ freja: ['REQUEST 0'] });
});

describe('whatever order the queue works in', () => {
  it('a lower sequence is skipped as superseded', async () => {
    const booking = await ledger.planned();
    await ledger.change(booking, '/rescheduling', { slotId: ledger.freeSlot() });
    await ledger.sendBackwards();
    expect(await ledger.lines(booking)).toMatchObject([{ sequence: 0, state: 'superseded' }, { sequence: 1, state: 'sent' }]);
    expect(takeByPerson(sink)).toEqual({ freja: ['REQUEST 1'] });
  });

  it('a CANCEL is not sent when its REQUEST never went out', async () => {
    const booking = await ledger.planned();
    await ledger.change(booking, '/cancellation', { reason: 'Fejl' });
    await ledger.sendBackwards();
    expect(await ledger.lines(booking)).toMatchObject([{ kind: 'request', state: 'superseded' }, { kind: 'cancel', state: 'superseded' }]);
    expect(sink.takeAll()).toEqual([]);
  });

  it('a CANCEL waits until it is certain what became of its REQUEST', async () => {
    const booking = await ledger.planned();
    sink.mode = 'die-after-data';
    await handleOnce(app);
    sink.mode = '250';
    await cancelAndSendBackwards(booking);
    expect(takeByPerson(sink)).toEqual({ freja: ['REQUEST 0', 'REQUEST 0', 'CANCEL 1'] });
    expect(await ledger.lines(booking)).toMatchObject([{ kind: 'request', state: 'sent' }, { kind: 'cancel', state: 'sent' }]);
  });

  it.each([['451', 'sent', ['REQUEST 0', 'REQUEST 0', 'CANCEL 1']], ['550', 'failed', ['REQUEST 0', 'CANCEL 1']]] as const)(
    'a CANCEL goes out after a REQUEST that may have come, also when the next try of that was answered %s', async (answer, state, mails) => {
      const booking = await ledger.planned();
      for (const mode of ['die-after-data', answer] as const) {
        sink.mode = mode;
        await endPauses(app);
        await handleOnce(app);
      }
      sink.mode = '250';
      await cancelAndSendBackwards(booking);
      expect(takeByPerson(sink)).toEqual({ freja: mails });
      expect(await ledger.lines(booking)).toMatchObject([{ kind: 'request', state }, { kind: 'cancel', state: 'sent' }]);
    });
});

it('is not given up for one try in doubt after many that the server put off', async () => {
  const booking = await ledger.planned();
  for (const mode of [...Array<'451'>(9).fill('451'), 'die-after-data' as const]) {
    sink.mode = mode;
    await endPauses(app);
    await handleOnce(app);
  }
  expect(await ledger.lines(booking)).toMatchObject([{ state: 'pending' }]);
  sink.mode = '250';
  await endPauses(app);
  await drainOutbox(app);
  expect(await ledger.lines(booking)).toMatchObject([{ state: 'sent' }]);
});

it('waits for an earlier mail for as long as that takes: waiting is no failure', async () => {
  const booking = await ledger.planned();
  sink.mode = 'die-after-data';
  await handleOnce(app);
  sink.mode = '250';
  await ledger.change(booking, '/cancellation', { reason: 'Fejl' });
  const [, cancel] = await ledger.waiting();
  for (let look = 0; look < 15; look += 1) {
    await endPauses(app);
    await app.get(OutboxConsumer).process(cancel?.id ?? '');
  }
  const rows = await app.inTx((tx) => tx.query('SELECT state, attempts FROM outbox_message WHERE id = $1', [cancel?.id]));
  expect(rows).toEqual([{ state: 'pending', attempts: 0 }]);
  await endPauses(app);
  await drainOutbox(app);
  await endPauses(app);
  await drainOutbox(app);
  expect(takeByPerson(sink)).toEqual({ freja: ['REQUEST 0', 'REQUEST 0', 'CANCEL 1'] });
});

it('revives a mail that no message speaks for any more', async () => {
  const booking = await ledger.planned();
  await app.inTx((tx) => tx.query("DELETE FROM outbox_message WHERE kind = 'mail.due'"));
  app.clock.moveTo(new Date(Date.now() + 16 * 60_000));
  await runSchedule(app, 'mails.revive');
  app.clock.moveTo(null);
  await endPauses(app);
  await drainOutbox(app);
  expect(await ledger.lines(booking)).toMatchObject([{ state: 'sent' }]);
});

it('waits for the administrator when its message has died, and ends when that one lets it rest', async () => {
  const booking = await ledger.planned();
  const found = async (state: 'dead' | 'dismissed'): Promise<void> => {
    await app.inTx((tx) => tx.query("UPDATE outbox_message SET state = $1 WHERE kind = 'mail.due' AND state IN ('pending', 'dead')", [state]));
    app.clock.moveTo(new Date(Date.now() + 16 * 60_000));
    await runSchedule(app, 'mails.revive');
    app.clock.moveTo(null);
  };
  await found('dead');
  expect(await ledger.waiting()).toEqual([]);
  expect(await ledger.lines(booking)).toMatchObject([{ state: 'pending' }]);
  await found('dismissed');
  expect(await ledger.waiting()).toEqual([]);
  expect(await ledger.lines(booking)).toMatchObject([{ state: 'failed', lastError: 'dismissed' }]);
  expect(await app.inTx((tx) => tx.query("SELECT 1 FROM task WHERE kind = 'mail_undeliverable' AND subject_id = $1", [booking.id]))).toHaveLength(1);
});

it('waits where there is no mail server, and for one that is away for longer than a message may fail', async () => {
  const booking = await ledger.planned();
  const without = await startApp({ databaseUrl: app.config.DATABASE_URL });
  await handleOnce(without);
  await without.close();
  expect(await ledger.lines(booking)).toMatchObject([{ state: 'pending', lastError: null }]);
  sink.mode = '451';
  for (let look = 0; look < 12; look += 1) {
    await endPauses(app);
    await handleOnce(app);
  }
  expect(await ledger.lines(booking)).toMatchObject([{ state: 'pending', lastError: 'smtp_451' }]);
  sink.mode = '250';
  await endPauses(app);
  await drainOutbox(app);
  expect(takeByPerson(sink)).toEqual({ freja: ['REQUEST 0'] });
});

it('is not given up at its first try because the whole installation stood still for days', async () => {
  const booking = await ledger.planned();
  await app.inTx((tx) => tx.query("UPDATE mail_delivery SET created_at = now() - interval '60 hours' WHERE subject_id = $1", [booking.id]));
  sink.mode = '451';
  await handleOnce(app);
  expect(await ledger.lines(booking)).toMatchObject([{ state: 'pending', lastError: 'smtp_451' }]);
  sink.mode = '250';
  await endPauses(app);
  await drainOutbox(app);
  expect(await ledger.lines(booking)).toMatchObject([{ state: 'sent' }]);
});

it('is late from the time at which it is due, not from when it was written', async () => {
  const { freja } = org.staff;
  const due = (ago: string): Promise<unknown> => app.inTx((tx) => tx.query(
    "UPDATE outbox_message SET available_at = now() - $1::interval WHERE kind = 'mail.due' AND state = 'pending'", [ago],
  ));
  await app.inTx(async (tx) => {
    await writeMail(tx, {
      kind: 'monday_line', subjectKind: 'person', subjectId: freja, recipientKind: 'staff', recipientId: freja, sequence: 1, notBefore: new Date(Date.now() + 3_600_000),
    });
    await tx.query("UPDATE mail_delivery SET created_at = now() - interval '5 hours' WHERE kind = 'monday_line'");
  });
  expect(await app.get(MailState).waitingSeconds()).toBeNull();
  await due('20 minutes');
  expect(Math.round((await app.get(MailState).waitingSeconds()) ?? 0)).toBe(1_200);
  await app.inTx((tx) => tx.query("DELETE FROM mail_delivery WHERE kind = 'monday_line'"));
  await app.inTx((tx) => tx.query("DELETE FROM outbox_message WHERE kind = 'mail.due' AND state = 'pending'"));
});

it('does not go out without TLS, nor to a server that cannot prove who it is, unless the server is on this machine', async () => {
  for (const tls of [false, true]) {
    await app.inTx((tx) => tx.query("DELETE FROM outbox_message WHERE kind = 'mail.due'"));
    const elsewhere = await SmtpSink.start({ host: '127.0.0.2', tls });
    const other = await startApp({ databaseUrl: app.config.DATABASE_URL, overrides: { SMTP_URL: elsewhere.url } });
    const booking = await ledger.planned();
    await handleOnce(other);
    expect(await ledger.lines(booking)).toMatchObject([{ state: 'pending', lastError: expect.stringMatching(tls ? /esocket|etls/ : /smtp_500|etls/) as string }]);
    expect(elsewhere.mails).toEqual([]);
    await other.close();
    await elsewhere.stop();
  }
});
