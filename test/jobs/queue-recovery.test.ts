import { systemActor } from '../../src/platform/database/actor.js';
import { MessagePump } from '../../src/platform/jobs/message-pump.js';
import { WorkerSign } from '../../src/platform/jobs/worker-sign.js';
import { asked, noted, posted, slow, until } from '../support/notebook-worker.js';
import { describeOnEachQueue, SHORT } from '../support/queue-backends.js';
import { QueueDesk } from '../support/queue-desk.js';

describeOnEachQueue((backend) => `a queue on ${backend} that is broken`, (openRedis) => {
  let desk: QueueDesk;

  beforeAll(async () => {
    desk = await QueueDesk.open(openRedis, { ...SHORT, OUTBOX_EFFECT_MS: '2500' });
  });
  afterAll(() => desk.close());

  const say = (...words: string[]): Promise<void> => desk.worker.db.transaction(systemActor(), async (tx) => {
    for (const word of words) tx.enqueue(noted, { word });
  });
  const has = async (...words: string[]): Promise<boolean> => {
    const rows = await desk.worker.db.statement('test-has', 'SELECT key FROM setting WHERE key = ANY($1)', [words.map((word) => `test:${word}`)]);
    return rows.length === words.length;
  };
  const rowOf = async (kind: string): Promise<{ state: string; reason: string | null } | undefined> =>
    (await desk.worker.db.statement<{ state: string; reason: string | null }>(
      'test-row', 'SELECT state, last_error AS reason FROM outbox_message WHERE kind = $1 ORDER BY created_at DESC LIMIT 1', [kind],
    ))[0];
  /** All that the queue itself holds, jobs and alarm clock, is gone at once. */
  it('ends an effect that hangs, and others go on meanwhile', async () => {
    await desk.worker.db.transaction(systemActor(), async (tx) => {
      for (let letter = 0; letter < 12; letter += 1) tx.enqueue(slow, { milliseconds: 20_000 });
    });
    await until(() => desk.worker.notebook.slowBegun > 8);
    const begun = Date.now();
    await say('beside');
    await until(() => has('beside'));
    expect(Date.now() - begun).toBeLessThan(1_500);
    await until(async () => (await rowOf('test.slow'))?.reason === 'effect_timeout');
    await desk.worker.db.statement('test-end', `UPDATE outbox_message SET state = 'dead' WHERE kind = 'test.slow' AND state <> 'done'`);
  });

  it('sends letters while all who are asked for something are silent', async () => {
    await desk.worker.db.transaction(systemActor(), async (tx) => {
      for (let server = 0; server < 20; server += 1) tx.enqueue(asked, { milliseconds: 20_000 });
    });
    await until(() => desk.worker.notebook.asked >= 4);
    const begun = Date.now();
    await desk.worker.db.transaction(systemActor(), async (tx) => tx.enqueue(posted, { word: 'meanwhile' }));
    await until(() => desk.worker.notebook.letters.includes('meanwhile'));
    expect(Date.now() - begun).toBeLessThan(3_500); // behind them it would take two effects' time
    await desk.worker.db.statement('test-end-asked', `UPDATE outbox_message SET state = 'dead' WHERE kind = 'test.asked' AND state <> 'done'`);
  });

  it('loses nothing when the queue is emptied, and ticks on', async () => {
    const words = Array.from({ length: 100 }, (_, i) => `flushed-${i}`);
    await say(...words);
    await desk.emptyQueue();
    await until(() => has(...words));
    const { ticks } = desk.worker.notebook;
    await desk.emptyQueue();
    await until(() => desk.worker.notebook.ticks > ticks + 3);
    await until(async () => (await desk.worker.db.statement(
      'test-alarm', `SELECT 1 FROM outbox_message WHERE kind = 'operations.alarm' AND payload ->> 'alarm' = 'queue_silent'`,
    )).length === 1);
  });

  it('revives a message whose job was lost after it was put into the queue', async () => {
    await desk.worker.db.statement(
      'test-lost', `INSERT INTO outbox_message (id, kind, payload, state, created_at, available_at, enqueued_at)
       VALUES (gen_random_uuid(), 'test.posted', '{"word":"revived"}', 'queued', now(), now(), now() - interval '1 minute')`,
    );
    await until(() => desk.worker.notebook.letters.includes('revived'));
    await until(async () => (await rowOf(posted.kind))?.state === 'done');
  });

  it('puts five hundred lost jobs back in one sweep', async () => {
    await desk.worker.db.statement(
      'test-lost-many', `INSERT INTO outbox_message (id, kind, payload, state, created_at, available_at, enqueued_at)
       SELECT gen_random_uuid(), 'test.noted', jsonb_build_object('word', 'lost-' || n), 'queued', now(), now(), now() - interval '1 minute' FROM generate_series(1, 500) n`,
    );
    await desk.worker.context.get(MessagePump).sweep();
    expect(await desk.worker.db.statement('test-still-lost', `SELECT 1 FROM outbox_message WHERE state = 'queued' AND enqueued_at < now() - interval '50 seconds'`)).toEqual([]);
    await until(async () => (await desk.worker.db.statement('test-found-again', `SELECT 1 FROM setting WHERE key LIKE 'test:lost-%'`)).length === 500, 60_000);
  }, 70_000);

  it('has a worker whose own message comes back', async () => {
    const [before] = await desk.worker.db.statement<{ at: Date }>('test-canary', 'SELECT canary_at AS at FROM worker_sign');
    await until(async () => {
      const [now] = await desk.worker.db.statement<{ at: Date }>('test-canary', 'SELECT canary_at AS at FROM worker_sign');
      return now !== undefined && before !== undefined && now.at > before.at;
    });
    expect(desk.worker.context.get(WorkerSign).healthy).toBe(true);
    const rows = await desk.worker.db.statement('test-canaries', `SELECT id FROM outbox_message WHERE kind = 'operations.canary' AND state = 'done'`);
    expect(rows).toEqual([]);
  });
});
