import type { Stage } from './stage.js';

const TABLES = `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'bullmq') ORDER BY 1`;
const CAN_CHECK = `SELECT 1 FROM pg_available_extensions WHERE name = 'amcheck'`;
/** Indexes in order, and every row of the table in its index. */
const CHECK_INDEXES = `
  SELECT bt_index_check(index.oid, true) FROM pg_index JOIN pg_class index ON index.oid = indexrelid JOIN pg_am ON pg_am.oid = index.relam
  WHERE amname = 'btree' AND index.relpersistence = 'p' AND indisready AND indisvalid`;
const CHECK_TABLES = `
  SELECT format('%s: %s', oid::regclass, msg) AS what FROM pg_class, verify_heapam(oid)
  WHERE relkind = 'r' AND relpersistence = 'p' AND relnamespace IN ('public'::regnamespace, 'bullmq'::regnamespace)`;

/**
 * Restarts the database and reads every byte of every table; where PostgreSQL's own checks are there, they look at each index and table too.
 * Returns what they say is broken, as lines; reading what cannot be read throws.
 */
export async function damagesIn(stage: Stage): Promise<string[]> {
  await stage.server.stop();
  await stage.server.start();
  for (const { name } of await stage.query<{ name: string }>(TABLES)) await stage.query(`SELECT sum(hashtext(t::text)) FROM ${name} t`);
  if ((await stage.query(CAN_CHECK)).length === 0) return [];
  await stage.query('CREATE EXTENSION IF NOT EXISTS amcheck');
  await stage.query(CHECK_INDEXES);
  return (await stage.query<{ what: string }>(CHECK_TABLES)).map(({ what }) => what);
}
