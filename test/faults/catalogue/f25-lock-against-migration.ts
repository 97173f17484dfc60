import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { ANY, type Fault } from '../harness/fault.js';
import { as } from '../harness/meeting-desk.js';
import { revertMigrations } from '../harness/migrations.js';

const HELD_MS = 4_000;
/** Of the old version's requests some fail on columns that are not there yet; these stand in line as well. */
const ANSWERED = 10;
/** Nobody stands longer in line behind a migration that waits. */
const LONGEST_MS = { soak: 2_000, quick: 4_000 };

export const fault: Fault = {
  id: 'F25', title: 'somebody reads for long while a migration wants the table', queues: ANY,
  async run(stage) {
    await stage.startWeb();
    await revertMigrations(stage, 'MailDeliveries');
    const reader = await stage.server.connect(stage.database);
    await reader.query('BEGIN; SELECT count(*) FROM booking_guest');
    const migrator = stage.launch('migration', 'scripts/migrate.js');
    const times: number[] = [];
    for (const end = Date.now() + HELD_MS; Date.now() < end; await pause(50)) {
      const begun = performance.now();
      const { status } = await as(stage, 'karla').get(`/bookings/${stage.world.case['booking']}`);
      if (status !== 500) times.push(performance.now() - begun);
    }
    assert.equal(migrator.over, false, 'the migration waits its turn and does not give up for good');
    await reader.query('COMMIT');
    await reader.end();
    const releasedAt = performance.now();
    assert.equal(await migrator.ended, 0, migrator.output);
    const recoveryMs = Math.round(performance.now() - releasedAt);
    assert.ok(times.length >= ANSWERED, `only ${times.length} requests were answered`);
    const longest = Math.round(Math.max(...times));
    assert.ok(longest <= (stage.soak ? LONGEST_MS.soak : LONGEST_MS.quick), `a request waited ${longest} ms`);
    return { recoveryMs, note: `${times.length} requests meanwhile, the slowest took ${longest} ms` };
  },
};
