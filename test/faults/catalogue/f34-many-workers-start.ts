import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { BOTH, type Fault } from '../harness/fault.js';
import { bookMailed, messagesAbout } from '../harness/mail-desk.js';
import { drained } from '../harness/messages.js';
import { alarmClocks } from '../harness/alarm-clocks.js';
import { until } from '../harness/patience.js';
import type { Stage } from '../harness/stage.js';

const WORKERS = { soak: 8, quick: 4 };
const ROUNDS = { soak: 20, quick: 1 };
const WATCHED_MS = 6_000;
const COUNT_TICKS = `
  CREATE TABLE fault_tick (at timestamptz);
  CREATE FUNCTION note_tick() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN INSERT INTO public.fault_tick VALUES (clock_timestamp()); RETURN NULL; END $$;
  CREATE TRIGGER note_tick AFTER UPDATE ON schedule_tick FOR EACH ROW WHEN (NEW.name = 'tick') EXECUTE FUNCTION note_tick();`;

export const fault: Fault = {
  id: 'F34', title: 'eight workers start at once beside the old one', queues: BOTH,
  async run(stage) {
    const [, old] = await Promise.all([stage.startWeb(), stage.startWorker()]);
    await stage.query(COUNT_TICKS);
    const [rounds, count] = stage.soak ? [ROUNDS.soak, WORKERS.soak] : [ROUNDS.quick, WORKERS.quick];
    for (let round = 0; round < rounds; round += 1) {
      await stage.query('DELETE FROM fault_tick');
      const workers = await Promise.all(Array.from({ length: count }, () => stage.startWorker()));
      await until('each has ticked for what may have been missed', async () => (await ticks(stage)) >= count, stage.bars.bootMs);
      assert.equal(await alarmClocks(stage), 1, 'one alarm clock');
      if (round === 0 || round === rounds - 1) await rateUnchanged(stage);
      if (round < rounds - 1) await Promise.all(workers.map((worker) => worker.stop()));
    }
    await old.stop();
    const item = await bookMailed(stage, 0);
    const recoveryMs = await drained(stage);
    assert.equal(messagesAbout(stage, item).length, 1);
    return { recoveryMs };
  },
};

/** Each period has its tick, none has many. */
async function rateUnchanged(stage: Stage): Promise<void> {
  const period = Number(stage.bars.environment['TICK_MS'] ?? 15_000);
  const watched = Math.max(WATCHED_MS, period * 3);
  await stage.query('DELETE FROM fault_tick');
  await pause(watched);
  const seen = await ticks(stage);
  const expected = watched / period;
  assert.ok(seen >= expected * 0.5 && seen <= expected * 1.5 + 1, `${seen} ticks in ${watched} ms`);
}

function ticks(stage: Stage): Promise<number> {
  return stage.count('SELECT count(*) FROM fault_tick');
}
