import type { DataSource } from 'typeorm';
import { StartRefused } from '../../platform/errors/start-refused.js';
import { type Guard, GUARDS, ONLY_GROWING } from './guards.data.js';

interface Found {
  readonly name: string;
  readonly text: string;
}

/** The live catalogue's own words: entities and migrations may say something else by now. */
const CATALOGUE: Record<Guard['kind'], string> = {
  constraint: 'SELECT conname AS name, pg_get_constraintdef(oid) AS text FROM pg_constraint WHERE conname = ANY($1) AND convalidated',
  index: `SELECT c.relname AS name, pg_get_indexdef(i.indexrelid) AS text FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
          WHERE c.relname = ANY($1) AND i.indisvalid AND i.indisunique`,
  trigger: "SELECT tgname AS name, pg_get_triggerdef(oid) AS text FROM pg_trigger WHERE tgname = ANY($1) AND tgenabled IN ('O', 'A')",
  function: String.raw`SELECT proname AS name, btrim(regexp_replace(prosrc, '\s+', ' ', 'g')) AS text FROM pg_proc WHERE proname = ANY($1)`,
};

/** A table that is not there is no guard either. */
const FREE = `SELECT name FROM unnest($1::varchar[]) AS t (name) WHERE CASE WHEN to_regclass(name) IS NULL THEN true ELSE
  has_table_privilege('overgang_app', name, 'UPDATE') OR has_table_privilege('overgang_app', name, 'DELETE') OR has_table_privilege('overgang_app', name, 'TRUNCATE') END`;

/** Names of the guards that the database no longer has, or has with another text; also tables that have become open to change. */
export async function weakGuards(source: DataSource): Promise<string[]> {
  const weak: string[] = [];
  for (const [kind, sql] of Object.entries(CATALOGUE)) {
    const guards = GUARDS.filter((guard) => guard.kind === kind);
    const found: Found[] = await source.query(sql, [guards.map((guard) => guard.name)]);
    weak.push(...guards.filter(({ name, text }) => !found.some((each) => each.name === name && each.text === text)).map((guard) => guard.name));
  }
  const open: Array<{ name: string }> = await source.query(FREE, [ONLY_GROWING]);
  return [...weak, ...open.map((table) => table.name)];
}

/** @throws StartRefused with the names: a program whose database does not hold its promises does not start */
export async function refuseWeakGuards(source: DataSource): Promise<void> {
  const weak = await weakGuards(source);
  if (weak.length === 0) return;
  throw new StartRefused(`Databasen mangler sine værn eller har dem med en anden ordlyd: ${weak.join(', ')}. Kør migrationerne, eller sæt dem ind igen.`);
}
