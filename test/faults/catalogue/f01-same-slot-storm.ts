import assert from 'node:assert/strict';
import { ANY, type Fault } from '../harness/fault.js';
import type { Act } from '../harness/history.js';
import { adHocDays } from '../harness/meeting-desk.js';
import { percentile, percentiles } from '../harness/percentiles.js';

const CLIENTS = 200;
const ROUNDS = { soak: 50, quick: 2 };
const P99_MS = 1_500;
/** Starts a quarter of an hour apart: the first items of all three days overlap one another. */
const STARTS = ['09:00', '09:15', '09:30'];
/** The slot itself is gone, or with it one of the three people. */
const CLASHES = new Set(['slot_taken', 'participant_busy']);

export const fault: Fault = {
  id: 'F01', title: '200 at once for the same three people, times that overlap', queues: ANY,
  async run(stage) {
    await stage.startWeb();
    const slots = (await adHocDays(stage, 20, STARTS)).map((day) => day.slots[0]?.id);
    const participantIds = [stage.world.staff.bo, ...stage.world.extras.slice(-2)];
    const times: number[] = [];
    for (let round = 0; round < (stage.soak ? ROUNDS.soak : ROUNDS.quick); round += 1) {
      const referrals = stage.random.shuffled(stage.world.referrals).slice(0, CLIENTS);
      const acts = await Promise.all(referrals.map((referralId, i) => stage.book(referralId, slots[i % slots.length], { participantIds })));
      const winner = onlyWinner(acts);
      assert.equal(await stage.count('SELECT count(*) FROM occupancy WHERE booking_id = $1 AND resource_id = ANY ($2)', [winner, participantIds]), participantIds.length, 'all three are taken, and no half of them');
      assert.equal((await stage.cancel(winner)).verdict, 'ok');
      times.push(...acts.map((act) => act.milliseconds));
    }
    if (stage.soak) assert.ok(percentile(times, 0.99) <= P99_MS, percentiles(times));
    return { note: percentiles(times) };
  },
};

/** One is booked, and every other is told in the closed words for it why not. */
function onlyWinner(acts: readonly Act[]): string {
  const won = acts.filter((act) => act.status === 201);
  const clashed = acts.filter((act) => act.status === 409 && CLASHES.has(act.code ?? ''));
  const others = acts.filter((act) => !won.includes(act) && !clashed.includes(act)).map(({ status, code }) => `${status} ${code}`);
  assert.deepEqual({ won: won.length, clashed: clashed.length, others }, { won: 1, clashed: acts.length - 1, others: [] });
  assert.ok([...CLASHES].every((code) => clashed.some((act) => act.code === code)), 'some met the slot, some the people');
  return won[0]?.id ?? '';
}
