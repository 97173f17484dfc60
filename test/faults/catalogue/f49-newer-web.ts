import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { BOTH, type Fault } from '../harness/fault.js';
import { bookMailed, messagesAbout } from '../harness/mail-desk.js';
import { until } from '../harness/patience.js';

const KIND = 'noget.nyt';
const LEAVE = `INSERT INTO outbox_message (id, kind, payload, state, created_at, available_at) VALUES (gen_random_uuid(), '${KIND}', '{}', 'pending', now(), now())`;
const STATES = `SELECT state FROM outbox_message WHERE kind = '${KIND}'`;
/** What an older worker makes of it has to show within this. */
const WATCHED_MS = 4_000;

/** While a new version comes up, its web process leaves messages that the old worker does not know. */
export const fault: Fault = {
  id: 'F49', title: 'a newer web process leaves a message that the worker does not know', queues: BOTH,
  async run(stage) {
    stage.mayDie.add(KIND);
    await Promise.all([stage.startWeb(), stage.startWorker()]);
    await stage.query(LEAVE);
    const item = await bookMailed(stage, 0);
    await until('known messages go on', () => messagesAbout(stage, item).length === 1, stage.bars.takeOverMs);
    await pause(WATCHED_MS);
    const [row] = await stage.query<{ state: string }>(STATES);
    assert.ok(row !== undefined && row.state !== 'done', 'what nobody handled is not done');
    await until(
      'somebody is told in the end', async () => (await stage.query<{ state: string }>(STATES))[0]?.state === 'dead', stage.soak ? 5_000 : stage.bars.takeOverMs,
    ).catch((error: unknown) => {
      if (!stage.soak) throw error;
    });
    await stage.query(`UPDATE outbox_message SET state = 'done' WHERE kind = '${KIND}' AND state <> 'dead'`);
    return { note: `the message is ${(await stage.query<{ state: string }>(STATES))[0]?.state}` };
  },
};
