import { newId } from '../../platform/database/ids.js';
import { isSqlState } from '../../platform/database/postgres-errors.js';
import type { Tx } from '../../platform/database/tx.js';
import { conflict } from '../../platform/errors/domain-error.js';
import { type Claim, type Clash, inLockOrder, lockOrder } from './claim.js';
import { clashError } from './clash-error.js';

const EXCLUSION_VIOLATION = '23P01';

/**
 * Holds the resources until the transaction ends, in one order for all transactions. Call it with everything the transaction
 * will release or occupy, before any row is locked: the constraint alone lets two rivals wait for each other.
 */
export async function lockResources(tx: Tx, resourceIds: Iterable<string>): Promise<void> {
  const keys = lockOrder(resourceIds);
  if (keys.length === 0) return;
  await tx.query('SELECT pg_advisory_xact_lock(key) FROM unnest($1::bigint[]) AS key', [keys.map(String)], 'occupancy-lock');
}

/**
 * Takes all claims or none: locks, looks, then one INSERT that the database's own guard judges.
 * @throws DomainError conflict `slot_taken` (a docket), `participant_busy` (naming staff) or `room_taken`
 */
export async function occupy(tx: Tx, claims: readonly Claim[]): Promise<void> {
  const wanted = inLockOrder(claims);
  if (wanted.length === 0) return;
  await lockResources(tx, wanted.map((claim) => claim.resourceId));
  const clashes = await clashesOf(tx, wanted);
  if (clashes.length > 0) throw await clashError(tx, clashes);
  await insert(tx, wanted);
}

/** Frees all that a booking takes, or all that a day takes: `bookings: false` leaves its items' own claims as they are. */
export async function release(tx: Tx, by: { bookingId: string } | { meetingDayId: string; bookings: boolean }): Promise<void> {
  if ('bookingId' in by) {
    await tx.query('DELETE FROM occupancy WHERE booking_id = $1', [by.bookingId], 'occupancy-release-booking');
  } else {
    const sql = 'DELETE FROM occupancy WHERE meeting_day_id = $1 AND (booking_id IS NULL OR $2::boolean)';
    await tx.query(sql, [by.meetingDayId, by.bookings], 'occupancy-release-day');
  }
}

/** Where any of the resources is taken between the two instants. A plain read: no lock, and true only for now. */
export async function busy(tx: Tx, resourceIds: readonly string[], from: Date, to: Date): Promise<Clash[]> {
  if (resourceIds.length === 0) return [];
  return tx.query<Clash>(
    `SELECT taken.resource_kind AS kind, taken.resource_id AS "resourceId", lower(taken.during) AS "from", upper(taken.during) AS "to",
       taken.meeting_day_id AS "meetingDayId", taken.booking_id AS "bookingId"
     FROM unnest($1::uuid[]) AS wanted (id)
     JOIN occupancy taken ON taken.resource_id = wanted.id AND taken.during && tstzrange($2, $3, '[)')
     ORDER BY lower(taken.during), taken.id`,
    [resourceIds, from, to],
    'occupancy-busy',
  );
}

/** What stands in the way of the claims. A plain read: ask under `lockResources`, or only to refuse early. */
export async function clashesOf(tx: Tx, claims: readonly Claim[]): Promise<Clash[]> {
  return tx.query<Clash>(
    `SELECT taken.resource_kind AS kind, taken.resource_id AS "resourceId", lower(taken.during) AS "from", upper(taken.during) AS "to",
       taken.meeting_day_id AS "meetingDayId", taken.booking_id AS "bookingId"
     FROM unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[]) AS wanted (id, starts_at, ends_at)
     JOIN occupancy taken ON taken.resource_id = wanted.id AND taken.during && tstzrange(wanted.starts_at, wanted.ends_at, '[)')
     ORDER BY lower(taken.during), taken.id`,
    [claims.map((claim) => claim.resourceId), claims.map((claim) => claim.from), claims.map((claim) => claim.to)],
    'occupancy-clashes',
  );
}

async function insert(tx: Tx, claims: readonly Claim[]): Promise<void> {
  try {
    await tx.query(
      `INSERT INTO occupancy (id, resource_kind, resource_id, during, meeting_day_id, booking_id)
       SELECT id, kind, resource_id, tstzrange(starts_at, ends_at, '[)'), meeting_day_id, booking_id
       FROM unnest($1::uuid[], $2::varchar[], $3::uuid[], $4::timestamptz[], $5::timestamptz[], $6::uuid[], $7::uuid[])
         AS claim (id, kind, resource_id, starts_at, ends_at, meeting_day_id, booking_id)`,
      [
        claims.map(() => newId()),
        claims.map((claim) => claim.kind),
        claims.map((claim) => claim.resourceId),
        claims.map((claim) => claim.from),
        claims.map((claim) => claim.to),
        claims.map((claim) => claim.meetingDayId),
        claims.map((claim) => claim.bookingId),
      ],
      'occupancy-insert',
    );
  } catch (error) {
    if (!isSqlState(error, EXCLUSION_VIOLATION)) throw error;
    throw conflict('slot_taken', 'Tiden er lige blevet taget. Hent de ledige tider igen, og vælg en anden.');
  }
}
