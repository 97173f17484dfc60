import { systemActor } from '../../src/platform/database/actor.js';
import { newId } from '../../src/platform/database/ids.js';
import { type ClaimedMessage, MessageLease } from '../../src/platform/outbox/message-lease.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { type NotebookWorker, poisoned, posted, slow, startNotebookWorker, until } from '../support/notebook-worker.js';
import { SHORT } from '../support/queue-backends.js';

const HOUR_MS = 3_600_000;

interface Row {
  readonly state: string;
  readonly reason: string | null;
  readonly attempts: number;
  readonly lost: number;
}

/** The row of the outbox decides on its own, wherever the queue lives. */
describe('a message whose worker fails', () => {
  let database: TestDatabase;
  let worker: NotebookWorker;

  beforeAll(async () => {
    database = await createTestDatabase();
    worker = await startNotebookWorker(database.url, null, { ...SHORT, OUTBOX_EFFECT_MS: '2500', OUTBOX_TRIES: '3' });
  });

  afterAll(async () => {
    await worker.stop();
    await database.drop();
  });

  const rowOf = async (kind: string): Promise<Row | undefined> =>
    (await worker.db.statement<Row>(
      'test-row', 'SELECT state, last_error AS reason, attempts, lost FROM outbox_message WHERE kind = $1 ORDER BY created_at DESC LIMIT 1', [kind],
    ))[0];

  it('buries a message that always fails, with its reason, and says so', async () => {
    await worker.db.transaction(systemActor(), async (tx) => tx.enqueue(poisoned, { word: 'x' }));
    await until(async () => (await rowOf('test.poisoned'))?.state === 'dead');
    expect(await rowOf('test.poisoned')).toEqual({ state: 'dead', reason: 'TypeError', attempts: 3, lost: 0 });
    await until(() => worker.notebook.deaths.includes('test.poisoned'));
  });

  it('keeps a message with the worker whose effect takes longer than a lease', async () => {
    await worker.db.transaction(systemActor(), async (tx) => tx.enqueue(slow, { milliseconds: 2_000 }));
    await until(async () => (await rowOf('test.slow'))?.state === 'done');
    expect(worker.notebook.slowBegun).toBe(1);
    expect(worker.notebook.letters).toEqual(['slow']);
  });

  it('takes a message over from a worker that was killed, and counts that as no failure', async () => {
    await worker.db.statement(
      'test-killed', `INSERT INTO outbox_message (id, kind, payload, state, attempts, lost, fence, created_at, available_at, enqueued_at, lease_until)
       VALUES (gen_random_uuid(), 'test.posted', '{"word":"taken over"}', 'queued', 2, 1, 2, now(), now(), now() - interval '1 minute', now() - interval '1 second')`,
    );
    await until(() => worker.notebook.letters.includes('taken over'));
    await until(async () => (await rowOf(posted.kind))?.state === 'done');
    expect(await rowOf(posted.kind)).toMatchObject({ attempts: 3, lost: 2 }); // of three attempts two were lost with their workers: none has failed
  });

  it.each([
    ['given back', (lease: MessageLease, held: ClaimedMessage) => lease.giveBack(held, HOUR_MS, 'Error')],
    ['waiting for its turn', (lease: MessageLease, held: ClaimedMessage) => lease.postpone(held, HOUR_MS)],
  ] as const)('leaves a message that is %s free for the next try, also when a renewal of the last one comes late', async (_, giveBack) => {
    const lease = worker.context.get(MessageLease);
    const id = newId();
    await worker.db.statement(
      'test-later', `INSERT INTO outbox_message (id, kind, payload, state, created_at, available_at) VALUES ($1, 'test.posted', '{"word":"later"}', 'pending', now(), now() + interval '1 hour')`, [id],
    );
    const held = await lease.claim(id);
    if (held === null) throw new Error('somebody else has the message');
    await giveBack(lease, held);
    expect(await lease.renew(held)).toBe(false);
    expect(await lease.claim(id)).toMatchObject({ id, lost: 0 });
  });

  it('buries a message that ends every worker', async () => {
    await worker.db.statement(
      'test-killer', `INSERT INTO outbox_message (id, kind, payload, state, attempts, lost, fence, created_at, available_at, enqueued_at, lease_until)
       VALUES (gen_random_uuid(), 'test.posted', '{"word":"killer"}', 'queued', 3, 2, 3, now(), now(), now() - interval '1 minute', now() - interval '1 second')`,
    );
    await until(async () => (await rowOf(posted.kind))?.reason === 'worker_lost');
    expect(worker.notebook.letters).not.toContain('killer');
  });
});
