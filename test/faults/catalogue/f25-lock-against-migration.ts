import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { ANY, type Fault } from '../harness/fault.js';
import { as } from '../harness/meeting-desk.js';
import { revertAlone } from '../harness/migrations.js';
import { until } from '../harness/patience.js';
import type { Stage } from '../harness/stage.js';

/** The migration that is run changes the table that is read for long, and everybody's requests read that table too. */
const MIGRATION = 'MomentsOfAnswers';
const READ = 'BEGIN; SELECT count(*) FROM booking_participant';
/** From when the migration first stands in line. */
const HELD_MS = 5_000;
/** The migration gives the line up after a second. */
const LINE_MS = { soak: 1_200, quick: 1_800 };
/** Nobody stands longer in line behind a migration that waits. */
const LONGEST_MS = { soak: 2_000, quick: 4_000 };
const ANSWERED = 10;

/** Each time that the migration stood in line for the table: since when, and for how long so far; and who stood behind it. */
const IN_LINE = `
  SELECT lock.waitstart::text AS since, extract(epoch FROM clock_timestamp() - lock.waitstart) * 1000 AS ms,
    (SELECT count(*)::int FROM pg_stat_activity other WHERE lock.pid = ANY (pg_blocking_pids(other.pid))) AS behind
  FROM pg_locks lock JOIN pg_stat_activity session USING (pid)
  WHERE session.datname = current_database() AND session.application_name = 'overgang-migrate'
    AND NOT lock.granted AND lock.waitstart IS NOT NULL AND lock.relation = 'booking_participant'::regclass`;

interface Answer {
  readonly status: number;
  readonly milliseconds: number;
}

export const fault: Fault = {
  id: 'F25', title: 'somebody reads for long while a migration wants the table', queues: ANY,
  async run(stage) {
    await stage.startWeb();
    const feed = await departmentFeed(stage);
    await revertAlone(stage, MIGRATION);
    const reader = await stage.server.connect(stage.database);
    await reader.query(READ);
    const migrator = stage.launch('migration', 'scripts/migrate.js');
    await until('the migration stands in line', async () => (await stage.query(IN_LINE)).length > 0 || migrator.over, stage.bars.bootMs);
    const held = new AbortController();
    const [answers, { turns, behind }] = await Promise.all([askFor(feed, HELD_MS).finally(() => held.abort()), watchLine(stage, held.signal)]);
    assert.equal(migrator.over, false, `the migration waits its turn and does not give up for good: ${migrator.output}`);
    await reader.query('COMMIT');
    await reader.end();
    const releasedAt = performance.now();
    assert.equal(await migrator.ended, 0, migrator.output);
    const recoveryMs = Math.round(performance.now() - releasedAt);
    linesGivenUp(stage, turns);
    assert.ok(behind > 0, 'a request stood in line behind the migration');
    const slowest = allAnswered(stage, answers);
    return { recoveryMs, note: `${answers.length} requests while the migration stood in line ${turns.size} times; the slowest took ${slowest} ms` };
  },
};

/** It makes room after its second, and comes again. */
function linesGivenUp(stage: Stage, turns: ReadonlyMap<string, number>): void {
  const longest = Math.round(Math.max(...turns.values()));
  assert.ok(longest <= (stage.soak ? LINE_MS.soak : LINE_MS.quick), `the migration stood in line for ${longest} ms`);
  assert.ok(turns.size >= 2, `the migration stood in line ${turns.size} times in ${HELD_MS} ms`);
}

/** Returns how long the slowest took, in milliseconds. */
function allAnswered(stage: Stage, answers: readonly Answer[]): number {
  assert.deepEqual(answers.filter(({ status }) => status !== 200), [], 'nobody is sent away');
  assert.ok(answers.length >= ANSWERED, `only ${answers.length} requests were answered`);
  const slowest = Math.round(Math.max(...answers.map(({ milliseconds }) => milliseconds)));
  assert.ok(slowest <= (stage.soak ? LONGEST_MS.soak : LONGEST_MS.quick), `a request waited ${slowest} ms`);
  return slowest;
}

/** A calendar that lists the department's items by their people, in the old schema as in the new one. */
async function departmentFeed(stage: Stage): Promise<string> {
  const [owner] = await stage.query<{ id: string }>('SELECT department_id AS id FROM staff_member WHERE id = $1', [stage.world.staff.karla]);
  const { body } = await as(stage, 'karla').post('/feeds', { scope: 'department', id: owner?.id }).expect(201);
  const address = `${stage.web.url}${new URL((body as { url: string }).url).pathname}`;
  assert.equal((await fetch(address)).status, 200);
  return address;
}

/** Every answer counts, whatever it is, from the moment that it was asked for. */
async function askFor(address: string, milliseconds: number): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const end = Date.now() + milliseconds; Date.now() < end; await pause(50)) {
    const begun = performance.now();
    const answer = await fetch(address);
    await answer.arrayBuffer();
    answers.push({ status: answer.status, milliseconds: performance.now() - begun });
  }
  return answers;
}

/** How long the migration was seen in line each time, by when it took its place, and how many stood behind it at most. */
async function watchLine(stage: Stage, over: AbortSignal): Promise<{ turns: Map<string, number>; behind: number }> {
  const turns = new Map<string, number>();
  let most = 0;
  const session = await stage.server.connect(stage.database);
  while (!over.aborted) {
    for (const { since, ms, behind } of (await session.query<{ since: string; ms: string; behind: number }>(IN_LINE)).rows) {
      turns.set(since, Number(ms));
      most = Math.max(most, behind);
    }
    await pause(20);
  }
  await session.end();
  return { turns, behind: most };
}
