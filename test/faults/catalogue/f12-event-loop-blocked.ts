import assert from 'node:assert/strict';
import { BOTH, type Fault } from '../harness/fault.js';
import { bookMailed, mailsDone, messagesAbout } from '../harness/mail-desk.js';
import { drained } from '../harness/messages.js';
import { until } from '../harness/patience.js';

const BLOCKED_MS = 180_000;
/** After so long the worker ends itself, to be started again; in a quick run sooner, and yet after another has taken over. */
const LOOP_SILENT_MS = { soak: '45000', quick: '9000' };

export const fault: Fault = {
  id: 'F12', title: 'a handler keeps the event loop busy for longer than its lease', queues: BOTH,
  async run(stage) {
    await stage.startWeb();
    stage.mayRepeat = 1;
    const busy = await stage.startWorker({ FAULT_POINTS: `mail.accepted=block(${BLOCKED_MS})`, LOOP_SILENT_MS: stage.soak ? LOOP_SILENT_MS.soak : LOOP_SILENT_MS.quick });
    await drained(stage);
    const item = await bookMailed(stage, 0);
    await until('the worker blocks', () => busy.output.includes('mail.accepted: block'), stage.bars.takeOverMs);
    const blockedAt = performance.now();
    const [sign] = await stage.query<{ at: Date }>('SELECT seen_at AS at FROM worker_sign');
    await stage.startWorker();
    await until('the other worker is done with it', async () => (await mailsDone(stage, item)) === 1, stage.bars.takeOverMs);
    const recoveryMs = Math.round(performance.now() - blockedAt);
    const [oldest] = await stage.query<{ at: Date }>('SELECT min(seen_at) AS at FROM worker_sign');
    assert.equal(oldest?.at.getTime(), sign?.at.getTime(), 'the blocked worker gives no sign of life');
    await until('the blocked worker has ended itself', () => busy.over, stage.bars.takeOverMs);
    assert.match(busy.output, /the event loop has stood still for too long/);
    assert.ok(messagesAbout(stage, item).length <= 2, 'at most one copy more');
    return { recoveryMs };
  },
};
