import { readdir, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { RedisServer } from '../../support/redis-server.js';
import { type Fault, REDIS } from '../harness/fault.js';
import { BookingLoad } from '../harness/load.js';
import { drained, leaveMessages } from '../harness/messages.js';
import { recovered, waiting } from '../harness/recovery.js';
import { INSTALLATION } from '../harness/timing.js';

const CUT_BYTES = 100;
const KEEPING = { appendonly: 'yes', appendfsync: 'everysec' };

export const fault: Fault = {
  id: 'F19', title: 'Redis is killed and the end of its log is gone', queues: REDIS,
  async run(stage) {
    const shared = stage.redis;
    const redis = await RedisServer.start(KEEPING);
    stage.redis = redis;
    stage.onEnd(async () => {
      await redis.stop();
      stage.redis = shared;
    });
    await Promise.all([stage.startWeb(), stage.startWorker(INSTALLATION)]);
    const load = new BookingLoad(stage, 3);
    await leaveMessages(stage, 100);
    await leaveMessages(stage, 20, 3);
    await redis.kill();
    const held = await waiting(stage);
    await cutLog(redis);
    await redis.run(KEEPING);
    const { recoveryMs, told } = await recovered(stage, performance.now(), held);
    await load.stop();
    await drained(stage);
    return { recoveryMs, note: told };
  },
};

async function cutLog(redis: RedisServer): Promise<void> {
  const folder = join(redis.folder, 'appendonlydir');
  const log = (await readdir(folder)).find((name) => name.endsWith('.incr.aof'));
  if (log === undefined) throw new Error('Redis kept no log');
  const { size } = await stat(join(folder, log));
  await truncate(join(folder, log), Math.max(0, size - CUT_BYTES));
}
