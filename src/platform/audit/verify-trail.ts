import { type AuditEntry, auditHmac, sameBytes, segmentHash } from './audit-entry.js';

/** Runs SQL for the verifier; it reads with any connection, also one to a restored copy. */
export type ReadRows = <R>(sql: string, params?: unknown[]) => Promise<R[]>;

export interface TrailReport {
  readonly entries: number;
  readonly segments: number;
  readonly unsealed: number;
  /** The first place that does not add up, or null. */
  readonly broken: string | null;
}

interface EntryRow extends AuditEntry {
  readonly hmac: Buffer;
}

interface SegmentRow {
  readonly number: string;
  readonly entryCount: number;
  readonly previousHash: Buffer;
  readonly hash: Buffer;
}

/** What an entry's HMAC covers, and the HMAC itself, of `audit_entry e`. */
export const ENTRY_COLUMNS = `e.id, e.at, e.request_id AS "requestId", e.actor_kind AS "actorKind", e.actor_id AS "actorId", e.action, e.outcome, e.ground,
  e.subject_type AS "subjectType", e.subject_id AS "subjectId", e.youth_ids AS "youthIds", e.detail, e.key_id AS "keyId", e.hmac`;

/** Recomputes every HMAC and every segment from the first; stops at the first byte that was changed, added or taken away. */
export async function verifyTrail(read: ReadRows, key: Buffer): Promise<TrailReport> {
  const segments = await read<SegmentRow>(
    'SELECT number, entry_count AS "entryCount", previous_hash AS "previousHash", hash FROM audit_segment ORDER BY number',
  );
  let entries = 0;
  let previous: Buffer = Buffer.alloc(32);
  for (const [index, segment] of segments.entries()) {
    const rows = await read<EntryRow>(
      `SELECT ${ENTRY_COLUMNS} FROM audit_seal s JOIN audit_entry e ON e.id = s.entry_id WHERE s.segment_number = $1 ORDER BY s.position`, [segment.number],
    );
    const broken = brokenSegment(segment, index, rows, previous, key);
    if (broken !== null) return { entries, segments: index, unsealed: 0, broken };
    entries += rows.length;
    previous = segment.hash;
  }
  return openEnd(read, key, entries, segments.length);
}

function brokenSegment(segment: SegmentRow, index: number, rows: EntryRow[], previous: Buffer, key: Buffer): string | null {
  const name = `segment ${segment.number}`;
  if (BigInt(segment.number) !== BigInt(index + 1)) return `${name}: a segment before it is missing`;
  if (!sameBytes(segment.previousHash, previous)) return `${name}: does not follow the one before`;
  const changed = rows.find((row) => !sameBytes(auditHmac(row, key), row.hmac));
  if (changed !== undefined) return `${name}: entry ${changed.id} was changed`;
  if (rows.length !== segment.entryCount) return `${name}: ${segment.entryCount - rows.length} entries are missing`;
  if (!sameBytes(segmentHash(BigInt(segment.number), previous, rows, key), segment.hash)) return `${name}: its hash does not fit its entries`;
  return null;
}

async function openEnd(read: ReadRows, key: Buffer, entries: number, segments: number): Promise<TrailReport> {
  const open = await read<EntryRow>(
    `SELECT ${ENTRY_COLUMNS}
     FROM audit_entry e LEFT JOIN audit_seal s ON s.entry_id = e.id WHERE s.entry_id IS NULL ORDER BY e.at, e.id`,
  );
  const changed = open.find((row) => !sameBytes(auditHmac(row, key), row.hmac));
  const broken = changed === undefined ? null : `unsealed entry ${changed.id} was changed`;
  return { entries: entries + open.length, segments, unsealed: open.length, broken };
}
