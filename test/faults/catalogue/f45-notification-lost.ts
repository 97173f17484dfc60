import assert from 'node:assert/strict';
import { BOTH, type Fault } from '../harness/fault.js';
import { bookMailed, messagesAbout } from '../harness/mail-desk.js';
import { until } from '../harness/patience.js';
import { TcpProxy } from '../harness/tcp-proxy.js';

/** Two looks and the work itself. */
const LOOK_MS = { soak: 2 * 2_000 + 3_000, quick: 15_000 };

export const fault: Fault = {
  id: 'F45', title: 'the database\'s notification never reaches the worker', queues: BOTH,
  async run(stage) {
    const line = await TcpProxy.start(stage.server.port);
    stage.onEnd(() => line.stop());
    // The connection that listens stays open, and hears nothing more.
    line.intercept((piece, direction, memory) => {
      const deaf = memory.get('deaf') === true;
      if (direction === 'to-server' && piece.includes('LISTEN outbox')) memory.set('deaf', true);
      return deaf && direction === 'to-client' && piece.toString('latin1').startsWith('A') ? 'swallow' : 'pass';
    });
    await Promise.all([stage.startWeb(), stage.startWorker({ DATABASE_URL: stage.server.url(stage.database, line.port) })]);
    const item = await bookMailed(stage, 0);
    const recoveryMs = await until('the worker finds the message by itself', () => messagesAbout(stage, item).length === 1, stage.soak ? LOOK_MS.soak : LOOK_MS.quick);
    assert.equal(messagesAbout(stage, item).length, 1);
    return { recoveryMs };
  },
};
