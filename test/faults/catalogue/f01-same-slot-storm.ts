import assert from 'node:assert/strict';
import { ANY, type Fault } from '../harness/fault.js';
import { adHocDays } from '../harness/meeting-desk.js';
import { percentiles } from '../harness/percentiles.js';

const CLIENTS = 200;
/** Starts a quarter of an hour apart: the first items of all three days overlap one another. */
const STARTS = ['09:00', '09:15', '09:30'];

export const fault: Fault = {
  id: 'F01', title: '200 at once for one person, times that overlap', queues: ANY,
  async run(stage) {
    await stage.startWeb();
    const rounds = stage.soak ? 5 : 1;
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const slots = (await adHocDays(stage, 20 + 7 * round, STARTS)).map((day) => day.slots[0]?.id);
      const referrals = stage.random.shuffled(stage.world.referrals.slice(round * 50, round * 50 + CLIENTS));
      const acts = await Promise.all(referrals.map((referralId, i) => stage.book(referralId, slots[i % slots.length], { participantIds: [stage.world.staff.bo] })));
      const [won, clashed] = [acts.filter((act) => act.status === 201), acts.filter((act) => act.status === 409)];
      assert.deepEqual({ won: won.length, clashed: clashed.length }, { won: 1, clashed: referrals.length - 1 });
      times.push(...acts.map((act) => act.milliseconds));
    }
    return { note: percentiles(times) };
  },
};
