import { type Fault, REDIS } from '../harness/fault.js';
import { BookingLoad } from '../harness/load.js';
import { drained, leaveMessages } from '../harness/messages.js';
import { recovered, waiting } from '../harness/recovery.js';
import { INSTALLATION } from '../harness/timing.js';
import { actsDuring, baseline, undisturbed, webLeavesRedisAlone } from '../harness/undisturbed.js';

const AWAY_MS = { soak: 30_000, quick: 4_000 };

export const fault: Fault = {
  id: 'F14', title: 'Redis is killed and comes back empty', queues: REDIS,
  async run(stage) {
    await stage.startWeb();
    await webLeavesRedisAlone(stage);
    await stage.startWorker(INSTALLATION);
    const load = new BookingLoad(stage, 3);
    const before = await baseline(stage);
    await stage.redis?.kill();
    await leaveMessages(stage, 100);
    const times = undisturbed(stage, before, await actsDuring(stage, stage.soak ? AWAY_MS.soak : AWAY_MS.quick));
    const held = await waiting(stage);
    await stage.redis?.run();
    const { recoveryMs, told } = await recovered(stage, performance.now(), held);
    await load.stop();
    await drained(stage);
    return { recoveryMs, note: `${told}; ${times}` };
  },
};
