import assert from 'node:assert/strict';
import { ANY, type Fault } from '../harness/fault.js';
import { as } from '../harness/meeting-desk.js';
import { until } from '../harness/patience.js';

/** `idle_in_transaction_session_timeout` of the web process, and some more. */
const ENDED_WITHIN_MS = 16_000;

/** Not the alarm's own, which may just be open. */
const LEFT_OPEN = `
  SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND state = 'idle in transaction' AND xact_start < now() - interval '5 seconds'`;

export const fault: Fault = {
  id: 'F24', title: 'a handler begins a transaction and never ends it', queues: ANY,
  async run(stage) {
    const { program } = await stage.startWeb({ FAULT_POINTS: 'transaction.before-commit=hang@youth.opened' });
    const begun = performance.now();
    const { status } = await as(stage, 'gitte').get(`/youths/${stage.world.youths[0]}`);
    assert.equal(status, 503);
    assert.ok(performance.now() - begun < ENDED_WITHIN_MS, 'the server ended it');
    assert.equal(await stage.count(LEFT_OPEN), 0);
    await until('the alarm names the handler', () => /"handler":"[^"]*youths[^"]*".*transaction_left_open/.test(program.output), 5_000);
    await until('the alarm is passed on', async () => (await stage.count(`SELECT count(*) FROM outbox_message WHERE kind = 'operations.alarm'`)) === 1, 5_000);
    return { recoveryMs: Math.round(performance.now() - begun) };
  },
};
