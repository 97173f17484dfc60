import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { BOTH, type Fault } from '../harness/fault.js';
import { bookMailed, messagesAbout } from '../harness/mail-desk.js';
import { drained } from '../harness/messages.js';
import { alarmClocks } from '../harness/alarm-clocks.js';
import { OutOfPatience, until } from '../harness/patience.js';
import type { Stage } from '../harness/stage.js';
import { gridOf } from '../harness/tick-grid.js';

const WORKERS = { soak: 8, quick: 4 };
const ROUNDS = { soak: 20, quick: 1 };
/** So many ticks in a row are looked at, each in its period. */
const WATCHED = 6;
/** Long enough for half of it to be more than a busy machine is late by. */
const PERIOD_MS = { soak: 15_000, quick: 2_000 };
/** So many periods later the last of the new ones has ticked by itself. */
const SETTLED = 3;
const COUNT_TICKS = `
  CREATE TABLE fault_tick (at timestamptz);
  CREATE FUNCTION note_tick() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN INSERT INTO public.fault_tick VALUES (clock_timestamp()); RETURN NULL; END $$;
  CREATE TRIGGER note_tick AFTER UPDATE ON schedule_tick FOR EACH ROW WHEN (NEW.name = 'tick') EXECUTE FUNCTION note_tick();`;

const GAP = `
  SELECT (extract(epoch FROM max(gap)) * 1000)::float8 AS gap FROM (SELECT at - lag(at) OVER (ORDER BY at) AS gap FROM fault_tick) gaps`;

export const fault: Fault = {
  id: 'F34', title: 'eight workers start at once beside the old one', queues: BOTH,
  async run(stage) {
    const [rounds, count, period] = stage.soak ? [ROUNDS.soak, WORKERS.soak, PERIOD_MS.soak] : [ROUNDS.quick, WORKERS.quick, PERIOD_MS.quick];
    const ticking = { TICK_MS: String(period), TICK_SILENT_MS: String(3 * period) };
    const [, old] = await Promise.all([stage.startWeb(), stage.startWorker(ticking)]);
    await stage.query(COUNT_TICKS);
    for (let round = 0; round < rounds; round += 1) {
      await stage.query('DELETE FROM fault_tick');
      const workers = await Promise.all(Array.from({ length: count }, () => stage.startWorker(ticking)));
      await until('each has ticked for what may have been missed', async () => (await ticks(stage)) >= count, stage.bars.bootMs);
      assert.equal(await alarmClocks(stage), 1, 'one alarm clock');
      await noneMissedWhileStarting(stage, period);
      if (round === 0 || round === rounds - 1) await oneInEachPeriod(stage, period);
      if (round < rounds - 1) await Promise.all(workers.map((worker) => worker.stop()));
    }
    await old.stop();
    const item = await bookMailed(stage, 0);
    const recoveryMs = await drained(stage);
    assert.equal(messagesAbout(stage, item).length, 1);
    return { recoveryMs };
  },
};

/** @throws OutOfPatience when a period was left out; so many processes that start at once may also hold a tick up for so long */
async function noneMissedWhileStarting(stage: Stage, period: number): Promise<void> {
  const [row] = await stage.query<{ gap: number }>(GAP);
  const gap = Math.round(row?.gap ?? Number.NaN);
  if (!(gap < 1.5 * period)) throw new OutOfPatience(`${gap} ms without a tick while they started`);
}

/** @throws OutOfPatience when ticks came so late that nobody can tell to which period they belong */
async function oneInEachPeriod(stage: Stage, period: number): Promise<void> {
  await pause(SETTLED * period);
  await stage.query('DELETE FROM fault_tick');
  await until('the ticks to look at', async () => (await ticks(stage)) >= WATCHED, 2 * WATCHED * period);
  const seen = await stage.query<{ at: Date }>('SELECT at FROM fault_tick ORDER BY at');
  const times = seen.map(({ at }) => at.getTime());
  const grid = gridOf(times, period);
  const told = `${seen.length} ticks: ${times.map((at) => at - (times[0] ?? 0)).join(' ')} ms`;
  if (grid.missed + grid.doubled === 0) return;
  if (grid.offMs > period / 4) throw new OutOfPatience(`ticks came too late to be told apart: ${told}`);
  assert.fail(`${grid.missed} ticks missed, ${grid.doubled} doubled: ${told}`);
}

function ticks(stage: Stage): Promise<number> {
  return stage.count('SELECT count(*) FROM fault_tick');
}
