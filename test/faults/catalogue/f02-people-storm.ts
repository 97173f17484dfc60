import assert from 'node:assert/strict';
import { ANY, type Fault } from '../harness/fault.js';
import { adHocDays } from '../harness/meeting-desk.js';
import { percentile, percentiles } from '../harness/percentiles.js';

const CLIENTS = 50;
const STARTS = ['09:00', '09:10', '09:20', '09:30', '09:40', '09:50'];
const P99_MS = 1_500;

export const fault: Fault = {
  id: 'F02', title: '50 at once for three of six people, in any order', queues: ANY,
  async run(stage) {
    await stage.startWeb();
    const people = stage.world.extras.slice(-6);
    const days = await adHocDays(stage, 27, STARTS);
    const referrals = stage.world.referrals.slice(0, CLIENTS);
    const acts = await Promise.all(referrals.map((referralId, i) => {
      const participantIds = stage.random.shuffled(people).slice(0, 3);
      const slotId = days[i % days.length]?.slots[Math.floor(i / days.length) % 2]?.id;
      return stage.book(referralId, slotId, { participantIds });
    }));
    assert.ok(acts.every((act) => act.status === 201 || act.status === 409), 'every answer is a booking or a clash');
    assert.ok(acts.some((act) => act.status === 201), 'somebody wins');
    assert.equal(await stage.count('SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()'), 0);
    const times = acts.map((act) => act.milliseconds);
    if (stage.soak) assert.ok(percentile(times, 0.99) <= P99_MS, percentiles(times));
    return { note: percentiles(times) };
  },
};
