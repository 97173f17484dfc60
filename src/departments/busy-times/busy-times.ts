import type { Tx } from '../../platform/database/tx.js';

export interface TimeSpan {
  readonly from: Date;
  readonly to: Date;
}

/** What is known of a person's own time. */
export interface KnownTime {
  readonly staffId: string;
  readonly readAt: Date;
  /** Nothing is known of what lies after it. */
  readonly coversUntil: Date;
}

export interface BusyTimes {
  readonly readings: readonly KnownTime[];
  readonly busy: readonly (TimeSpan & { readonly staffId: string })[];
}

/** What people's own calendars have taken between two instants, and when each was read. Two plain reads. */
export async function readBusyTimes(tx: Tx, staffIds: readonly string[], from: Date, to: Date): Promise<BusyTimes> {
  const readings = await tx.query<KnownTime>(
    'SELECT staff_id AS "staffId", read_at AS "readAt", covers_until AS "coversUntil" FROM busy_reading WHERE staff_id = ANY ($1::uuid[])', [staffIds], 'busy-readings',
  );
  if (readings.length === 0) return { readings, busy: [] };
  const busy = await tx.query<BusyTimes['busy'][number]>(
    `SELECT staff_id AS "staffId", starts_at AS "from", ends_at AS "to" FROM busy_time
     WHERE staff_id = ANY ($1::uuid[]) AND starts_at < $3 AND ends_at > $2 ORDER BY staff_id, starts_at`,
    [staffIds, from, to], 'busy-between',
  );
  return { readings, busy };
}

/** Puts what a calendar holds now in the place of what it held before. The spans must not overlap. */
export async function replaceBusyTimes(tx: Tx, staffId: string, spans: readonly TimeSpan[], coversUntil: Date): Promise<void> {
  await tx.query('DELETE FROM busy_time WHERE staff_id = $1', [staffId], 'busy-clear');
  await tx.query(
    'INSERT INTO busy_time (staff_id, starts_at, ends_at) SELECT $1, * FROM unnest($2::timestamptz[], $3::timestamptz[])',
    [staffId, spans.map((span) => span.from), spans.map((span) => span.to)], 'busy-write',
  );
  await tx.query(
    `INSERT INTO busy_reading (staff_id, read_at, covers_until) VALUES ($1, $2, $3)
     ON CONFLICT (staff_id) DO UPDATE SET read_at = excluded.read_at, covers_until = excluded.covers_until`,
    [staffId, tx.now, coversUntil], 'busy-read',
  );
}

/** The calendar is as it was when it was read last. */
export async function confirmBusyTimes(tx: Tx, staffId: string): Promise<void> {
  await tx.query('UPDATE busy_reading SET read_at = $2 WHERE staff_id = $1', [staffId, tx.now], 'busy-confirm');
}

/** Nothing is known of the person's own time any more. */
export async function forgetBusyTimes(tx: Tx, staffIds: readonly string[]): Promise<void> {
  await tx.query('DELETE FROM busy_time WHERE staff_id = ANY ($1::uuid[])', [staffIds], 'busy-forget');
  await tx.query('DELETE FROM busy_reading WHERE staff_id = ANY ($1::uuid[])', [staffIds], 'busy-forget-reading');
}
