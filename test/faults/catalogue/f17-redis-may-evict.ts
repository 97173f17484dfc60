import assert from 'node:assert/strict';
import { RedisServer } from '../../support/redis-server.js';
import { type Fault, REDIS } from '../harness/fault.js';

export const fault: Fault = {
  id: 'F17', title: 'Redis may throw keys away', queues: REDIS,
  async run(stage) {
    const forgetful = await RedisServer.start({ 'maxmemory-policy': 'allkeys-lru' });
    stage.onEnd(() => forgetful.stop());
    const refused = stage.launchWorker({ REDIS_URL: forgetful.url });
    const end = await refused.ended;
    assert.ok(end !== 0, 'the worker does not start');
    assert.match(refused.output, /allkeys-lru.*noeviction/, 'it says what to change');
    return {};
  },
};
