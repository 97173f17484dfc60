import type { Tx } from '../platform/database/tx.js';
import type { CursorKey } from '../platform/http/paging.js';

export interface AuditFilter {
  readonly from: string;
  readonly to: string;
  readonly actorId: string | null;
  readonly youthId: string | null;
  readonly action: string | null;
  readonly outcome: string | null;
}

export interface AuditLine {
  readonly id: string;
  readonly at: Date;
  readonly requestId: string;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly action: string;
  readonly outcome: 'done' | 'denied';
  readonly ground: string | null;
  readonly subjectType: string | null;
  readonly subjectId: string | null;
  readonly youthIds: readonly string[];
  readonly detail: Readonly<Record<string, unknown>>;
}

/**
 * Entries of the trail, newest first, one more than asked for. Civil dates in Copenhagen, both included.
 * Ids only: whoever reads the log sees who touched what, not whose life it was.
 */
export function searchAudit(tx: Tx, filter: AuditFilter, after: CursorKey | null, limit: number): Promise<AuditLine[]> {
  return tx.query<AuditLine>(
    `SELECT id, at, request_id AS "requestId", actor_kind AS "actorKind", actor_id AS "actorId", action, outcome, ground,
            subject_type AS "subjectType", subject_id AS "subjectId", youth_ids AS "youthIds", detail
     FROM audit_entry
     WHERE at >= ($1::date)::timestamp AT TIME ZONE 'Europe/Copenhagen' AND at < ($2::date + 1)::timestamp AT TIME ZONE 'Europe/Copenhagen'
       AND ($3::uuid IS NULL OR actor_id = $3) AND ($4::uuid IS NULL OR youth_ids @> ARRAY[$4::uuid])
       AND ($5::varchar IS NULL OR action = $5) AND ($6::varchar IS NULL OR outcome = $6)
       AND ($7::timestamptz IS NULL OR (at, id) < ($7, $8::uuid))
     ORDER BY at DESC, id DESC LIMIT $9`,
    [filter.from, filter.to, filter.actorId, filter.youthId, filter.action, filter.outcome, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
  );
}
