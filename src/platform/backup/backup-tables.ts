import type pg from 'pg';

export interface BackupTable {
  readonly name: string;
  readonly columns: readonly string[];
}

/** Of the moment and of no worth elsewhere: who is signed in, which process runs, and what the schema tells itself. The queue's own schema is left out as a whole. */
const LEFT_OUT = ['migrations', 'session', 'worker_sign'] as const;

const TABLES = `
  SELECT c.relname AS name, array_agg(a.attname::varchar ORDER BY a.attnum) AS columns
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> ALL ($1) GROUP BY c.relname ORDER BY c.relname`;

const REFERENCES = `
  SELECT DISTINCT conrelid::regclass::varchar AS "from", confrelid::regclass::varchar AS "to" FROM pg_constraint
  WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conrelid <> confrelid`;

/** Every table of ours, each after those that it refers to, so that rows may be put in one table after the other. */
export async function backupTables(client: pg.Client): Promise<BackupTable[]> {
  const { rows: tables } = await client.query<BackupTable>(TABLES, [LEFT_OUT]);
  const { rows: references } = await client.query<{ from: string; to: string }>(REFERENCES);
  return inOrder(tables, references);
}

/** @throws Error when tables refer to one another in a circle */
function inOrder(tables: readonly BackupTable[], references: ReadonlyArray<{ from: string; to: string }>): BackupTable[] {
  const placed: BackupTable[] = [];
  let left = [...tables];
  while (left.length > 0) {
    const waiting = new Set(left.map((table) => table.name));
    const free = left.filter(({ name }) => !references.some((reference) => reference.from === name && waiting.has(reference.to)));
    if (free.length === 0) throw new Error(`these tables refer to one another: ${[...waiting].join(', ')}`);
    placed.push(...free);
    left = left.filter((table) => !free.includes(table));
  }
  return placed;
}
