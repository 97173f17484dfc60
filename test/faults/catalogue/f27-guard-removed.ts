import assert from 'node:assert/strict';
import { type Guard, GUARDS } from '../../../src/operations/guards/guards.data.js';
import { ANY, type Fault } from '../harness/fault.js';
import type { Stage } from '../harness/stage.js';

const GUARD = 'ex_occupancy_once';
const DROP = `ALTER TABLE occupancy DROP CONSTRAINT ${GUARD}`;
const OTHER_TEXT = `ALTER TABLE occupancy ADD CONSTRAINT ${GUARD} EXCLUDE USING gist (resource_id WITH =, during WITH =)`;
const AS_IT_WAS = `ALTER TABLE occupancy ADD CONSTRAINT ${GUARD} EXCLUDE USING gist (resource_id WITH =, during WITH &&)`;

/** As the migration has it: PostgreSQL tells it in other words, and from those it would make yet others. */
const BOOKING_ACTIVE = "CREATE UNIQUE INDEX uq_booking_active ON booking (referral_id) WHERE state IN ('booked', 'held')";

const TABLES = `SELECT conname AS guard, conrelid::regclass::varchar AS "table" FROM pg_constraint WHERE conname = ANY ($1)
  UNION ALL SELECT tgname, tgrelid::regclass::varchar FROM pg_trigger WHERE tgname = ANY ($1)`;

export const fault: Fault = {
  id: 'F27', title: 'a guard is dropped, or stands there with another text: the one against double booking, then all of them', queues: ANY,
  async run(stage) {
    await stage.query(DROP);
    await refusesToStart(stage, [GUARD]);
    await stage.query(OTHER_TEXT);
    await refusesToStart(stage, [GUARD]);
    await stage.query(`${DROP}; ${AS_IT_WAS}`);
    const tables = await tablesOf(stage);
    await stage.query(GUARDS.map((guard) => dropping(guard, tables)).join('; '));
    await refusesToStart(stage, GUARDS.map(({ name }) => name));
    await stage.query(GUARDS.map((guard) => restoring(guard, tables)).join('; '));
    return {};
  },
};

async function refusesToStart(stage: Stage, names: readonly string[]): Promise<void> {
  for (const program of [stage.launch('web', 'src/main.js', { PORT: '0' }), stage.launchWorker()]) {
    assert.ok((await program.ended) !== 0, `the ${program.name} does not start`);
    const unnamed = names.filter((name) => !new RegExp(`\\b${name}\\b`).test(program.output));
    assert.deepEqual(unnamed, [], `the ${program.name} names every guard`);
  }
}

async function tablesOf(stage: Stage): Promise<ReadonlyMap<string, string>> {
  const rows = await stage.query<{ guard: string; table: string }>(TABLES, [GUARDS.map(({ name }) => name)]);
  return new Map(rows.map(({ guard, table }) => [guard, table]));
}

function dropping({ name, kind }: Guard, tables: ReadonlyMap<string, string>): string {
  if (kind === 'index') return `DROP INDEX ${name}`;
  if (kind === 'trigger') return `DROP TRIGGER ${name} ON ${tables.get(name)}`;
  return kind === 'function' ? functionOf(name, 'BEGIN RETURN NEW; END') : `ALTER TABLE ${tables.get(name)} DROP CONSTRAINT ${name}`;
}

function restoring({ name, kind, text }: Guard, tables: ReadonlyMap<string, string>): string {
  if (kind === 'function') return functionOf(name, text);
  if (name === 'uq_booking_active') return BOOKING_ACTIVE;
  return kind === 'constraint' ? `ALTER TABLE ${tables.get(name)} ADD CONSTRAINT ${name} ${text}` : text;
}

function functionOf(name: string, body: string): string {
  return `CREATE OR REPLACE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS $$ ${body} $$`;
}
