import { randomUUID } from 'node:crypto';
import { newReference } from '../../platform/database/reference.js';
import { newId } from '../../platform/database/ids.js';
import type { Tx } from '../../platform/database/tx.js';
import type { Reconciliation, StoredDeadline } from './reconcile.js';

const STORED = `
  SELECT id, youth_id AS "youthId", rule_id AS "ruleId", rule_code AS "ruleCode", mode, due_on::text AS "dueOn",
    earliest_on::text AS "earliestOn", late_after::text AS "lateAfter", state, met_by AS "metBy", met_on::text AS "metOn",
    waived_by AS "waivedBy"
  FROM deadline WHERE youth_id = ANY ($1::uuid[])`;

const ADD = `
  INSERT INTO deadline (id, youth_id, rule_id, rule_code, mode, due_on, earliest_on, late_after, state, met_by, met_on,
    uid, reference, revision, state_changed_at, created_at)
  SELECT n.*, 0, $14::timestamptz, $14::timestamptz
  FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::varchar[], $5::varchar[], $6::date[], $7::date[], $8::date[], $9::varchar[],
    $10::uuid[], $11::date[], $12::uuid[], $13::varchar[]) AS n`;

const CHANGE = `
  UPDATE deadline d SET rule_id = n.rule_id, mode = n.mode, earliest_on = n.earliest_on, late_after = n.late_after,
    state = n.state, met_by = n.met_by, met_on = n.met_on, revision = d.revision + n.moved::int,
    state_changed_at = CASE WHEN n.moved THEN $10::timestamptz ELSE d.state_changed_at END
  FROM unnest($1::uuid[], $2::uuid[], $3::varchar[], $4::date[], $5::date[], $6::varchar[], $7::uuid[], $8::date[], $9::boolean[])
    AS n (id, rule_id, mode, earliest_on, late_after, state, met_by, met_on, moved)
  WHERE d.id = n.id`;

/** Every deadline of these youths as it stands, superseded ones too. */
export async function readStoredDeadlines(tx: Tx, youthIds: readonly string[]): Promise<StoredDeadline[]> {
  return tx.query<StoredDeadline>(STORED, [youthIds], 'deadlines-stored');
}

/** Writes the difference; a changed state raises the revision of the calendar entry. */
export async function writeReconciliation(tx: Tx, { added, changed }: Reconciliation): Promise<void> {
  if (added.length > 0) {
    await tx.query(ADD, [
      added.map(() => newId()), added.map((row) => row.youthId), added.map((row) => row.ruleId), added.map((row) => row.ruleCode),
      added.map((row) => row.mode), added.map((row) => row.dueOn), added.map((row) => row.earliestOn),
      added.map((row) => row.lateAfter), added.map((row) => row.state), added.map((row) => row.metBy),
      added.map((row) => row.metOn), added.map(() => randomUUID()), added.map(() => newReference()), tx.now,
    ], 'deadlines-add');
  }
  if (changed.length > 0) {
    await tx.query(CHANGE, [
      changed.map((row) => row.id), changed.map((row) => row.ruleId), changed.map((row) => row.mode),
      changed.map((row) => row.earliestOn), changed.map((row) => row.lateAfter), changed.map((row) => row.state),
      changed.map((row) => row.metBy), changed.map((row) => row.metOn), changed.map((row) => row.moved), tx.now,
    ], 'deadlines-change');
  }
}
