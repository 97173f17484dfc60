import { newId } from '../../platform/database/ids.js';
import type { Tx } from '../../platform/database/tx.js';

const MISSING = `
  SELECT y.id, y.previous_transition_meeting_on::text AS held FROM youth y
  WHERE y.id = ANY ($1::uuid[]) AND y.previous_transition_meeting_on <= $2
    AND NOT EXISTS (SELECT 1 FROM milestone m
      WHERE m.youth_id = y.id AND m.kind = 'transition_meeting_held' AND m.occurred_on = y.previous_transition_meeting_on)`;

const RECORD = `
  INSERT INTO milestone (id, youth_id, kind, occurred_on, source, recorded_at)
  SELECT n.id, n.youth_id, 'transition_meeting_held', n.held, 'import', $4
  FROM unnest($1::uuid[], $2::uuid[], $3::date[]) AS n (id, youth_id, held)
  ON CONFLICT ON CONSTRAINT uq_milestone DO NOTHING`;

/** Records the transition meetings that an import file tells were held before the youths were known here. */
export async function recordImportedMeetings(tx: Tx, youthIds: readonly string[]): Promise<void> {
  const missing = await tx.query<{ id: string; held: string }>(MISSING, [youthIds, tx.today], 'milestone-import-missing');
  if (missing.length === 0) return;
  const ids = missing.map(() => newId());
  await tx.query(RECORD, [ids, missing.map(({ id }) => id), missing.map(({ held }) => held), tx.now], 'milestone-import');
}
