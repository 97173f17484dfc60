import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { ANSWER_MARGIN_MS } from '../../../src/platform/database/silent-line.js';
import { WEB_LIMITS } from '../../../src/platform/database/data-source.js';
import { ANY, type Fault } from '../harness/fault.js';
import { BookingLoad, firstSuccessAfter } from '../harness/load.js';
import { TcpProxy } from '../harness/tcp-proxy.js';

const HANGS_MS = { soak: 60_000, quick: 8_000 };
/** A connection is waited for, then the answer on it, and then there is the machine that does all this. */
const ANSWERED_WITHIN_MS = WEB_LIMITS.statementMs + ANSWER_MARGIN_MS + 6_000;

export const fault: Fault = {
  id: 'F50', title: 'the line to the database hangs: it looks open and nothing comes through', queues: ANY,
  async run(stage) {
    const line = await TcpProxy.start(stage.server.port);
    stage.onEnd(() => line.stop());
    const { program } = await stage.startWeb({ DATABASE_URL: stage.server.url(stage.database, line.port) });
    const load = new BookingLoad(stage, 4);
    await pause(1_000);
    line.halfOpen();
    const begun = Date.now();
    await pause(stage.soak ? HANGS_MS.soak : HANGS_MS.quick);
    line.forget();
    const healedAt = Date.now();
    // What was under way waits out its time on a line that stays silent; each client ends its round.
    await load.stop();
    const met = stage.history.acts.filter((act) => act.endedAt > begun && act.verdict !== 'ok');
    assert.ok(met.length >= 4, 'the load met the hanging line');
    assert.deepEqual(met.filter((act) => act.status !== 503 && !stage.history.followsUnsure(act)), [], 'whoever met it was told 503');
    const longest = Math.max(...met.map((act) => act.milliseconds));
    assert.ok(longest < ANSWERED_WITHIN_MS, `nobody waits longer than the longest statement: ${Math.round(longest)} ms`);
    assert.equal(program.over, false, 'the process stays up');
    return { recoveryMs: firstSuccessAfter(stage, healedAt), note: `longest wait ${Math.round(longest)} ms` };
  },
};
