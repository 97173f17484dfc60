import { jest } from '@jest/globals';
import { Mailer } from '../../src/platform/mail/mailer.js';
import { OutboxConsumer } from '../../src/platform/outbox/outbox-consumer.js';
import { LedgerDesk } from '../support/ledger-desk.js';
import { type MailingApp, startMailingApp } from '../support/mailing-app.js';
import { until } from '../support/notebook-worker.js';

/** A mail that a worker is giving to the server, until the test says what comes of it. */
interface Sending {
  taken(): void;
  failed(error: Error): void;
}

let mailing: MailingApp;
let ledger: LedgerDesk;
let sendings: Sending[];

beforeAll(async () => {
  mailing = await startMailingApp();
  ledger = await LedgerDesk.open(mailing);
});
afterAll(() => mailing.stop());
beforeEach(() => {
  sendings = [];
  jest.spyOn(mailing.app.get(Mailer), 'send').mockImplementation(() => new Promise((taken, failed) => sendings.push({ taken, failed })));
});
afterEach(() => jest.restoreAllMocks());

const ended = (code: string): Error => Object.assign(new Error('the line is gone'), { code, begun: true });
const handle = (id: string): Promise<void> => mailing.app.get(OutboxConsumer).process(id);
const endLease = (id: string): Promise<unknown> => mailing.app.inTx((tx) => tx.query("UPDATE outbox_message SET lease_until = now() - interval '1 second' WHERE id = $1", [id]));

it('stays under way with the worker that took it over when the one before it wakes up and fails', async () => {
  const booking = await ledger.planned();
  const [{ id } = { id: '' }] = await ledger.waiting();
  const sleeper = handle(id);
  await until(() => sendings.length === 1);
  await endLease(id);
  const other = handle(id);
  await until(() => sendings.length === 2);
  sendings[0]?.failed(ended('ETIMEDOUT'));
  await sleeper;
  expect(await ledger.lines(booking)).toMatchObject([{ state: 'sending', lastError: null }]);
  await ledger.change(booking, '/rescheduling', { slotId: ledger.freeSlot() });
  await ledger.sendBackwards();
  expect(await ledger.lines(booking)).toMatchObject([{ sequence: 0, state: 'sending' }, { sequence: 1, state: 'pending' }]);
  expect(sendings).toHaveLength(2);
  sendings[1]?.taken();
  await other;
  expect(await ledger.lines(booking)).toMatchObject([{ sequence: 0, state: 'sent' }, { sequence: 1, state: 'pending' }]);
});
