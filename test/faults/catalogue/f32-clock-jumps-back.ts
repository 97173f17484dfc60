import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { BOTH, type Fault } from '../harness/fault.js';
import { FakeClock, noFakeClock } from '../harness/fake-clock.js';
import { BookingLoad } from '../harness/load.js';
import { ticksAgain } from '../harness/messages.js';

/** Entries of one process whose ids fall while the database's time rises. */
const OUT_OF_ORDER = `
  SELECT action, at::text AS at, id::text AS id, before::text AS before FROM (
    SELECT action, id, at, lag(id) OVER (ORDER BY at, id) AS before FROM audit_entry WHERE action LIKE 'booking.%' AND at BETWEEN $1 AND now()) e
  WHERE e.id < e.before`;

export const fault: Fault = {
  id: 'F32', title: 'the clock of web and worker jumps back an hour while they run', queues: BOTH, lacks: noFakeClock,
  async run(stage) {
    const clock = await FakeClock.set('+0');
    stage.onEnd(() => clock.remove());
    await Promise.all([stage.startWeb(clock.environment), stage.startWorker(clock.environment)]);
    const [begun] = await stage.query<{ at: Date }>('SELECT now() AS at');
    const load = new BookingLoad(stage, 1);
    await ticksAgain(stage, 60_000);
    const before = stage.history.acts.length;
    await clock.turn('-1h');
    await pause(2_500);
    await ticksAgain(stage, 60_000);
    await load.stop();
    const after = stage.history.acts.slice(before);
    assert.ok(after.length > 3 && after.every((act) => act.verdict === 'ok'), 'acts go on');
    assert.deepEqual(await stage.query(OUT_OF_ORDER, [begun?.at]), [], 'ids of the trail still rise');
    return { note: `${after.length} acts after the jump` };
  },
};
