import { addDays } from '../../platform/clock/calendar-date.js';
import { startOfDay } from '../../platform/clock/zone.js';
import type { Tx } from '../../platform/database/tx.js';

/** Offers of a leaver's youths count as one succession for so long. */
const SUCCESSION_DAYS = 60;

/** How the offers of a person's youths stand. */
export interface SuccessionProgress {
  readonly asked: number;
  readonly accepted: number;
  readonly declined: number;
}

/** Somebody of a unit with what would need others if they left. */
export interface LeaverLine extends SuccessionProgress {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  readonly youths: number;
  readonly items: number;
  readonly actions: number;
}

/**
 * The last offer of each youth that another than the person made for them; a person's own offers are no succession. For the
 * statements of this folder: `$2` is from when offers count.
 */
export const OFFERS_SQL = `
  SELECT DISTINCT ON (h.from_staff_id, h.youth_id) h.from_staff_id, h.youth_id, h.state, h.to_staff_id
  FROM handover h WHERE h.from_staff_id IS NOT NULL AND h.offered_by <> h.from_staff_id AND h.offered_at >= $2 AND h.state <> 'withdrawn'
  ORDER BY h.from_staff_id, h.youth_id, h.offered_at DESC`;

const LEAVERS = `
  WITH offer AS (${OFFERS_SQL})
  SELECT s.id, s.name, s.deactivated_at IS NULL AS active,
    (SELECT count(*)::int FROM coordination c WHERE c.staff_id = s.id AND c.until_at IS NULL) AS youths,
    (SELECT count(*)::int FROM booking_participant p JOIN booking b ON b.id = p.booking_id WHERE p.staff_id = s.id AND NOT p.standing AND b.state = 'booked' AND b.ends_at > $3) AS items,
    (SELECT count(*)::int FROM action a WHERE a.owner_id = s.id AND a.state = 'open') + (SELECT count(*)::int FROM follow_up f WHERE f.owner_id = s.id AND f.state = 'open') AS actions,
    (SELECT count(*)::int FROM offer o WHERE o.from_staff_id = s.id) AS asked,
    (SELECT count(*)::int FROM offer o WHERE o.from_staff_id = s.id AND o.state = 'accepted') AS accepted,
    (SELECT count(*)::int FROM offer o WHERE o.from_staff_id = s.id AND o.state = 'declined') AS declined
  FROM staff_member s WHERE s.department_id = $1 ORDER BY s.deactivated_at IS NULL, s.name COLLATE "da-x-icu", s.id`;

/** Everyone of the actor's unit who holds anything or whose youths have been offered; who has left comes first. */
export async function readLeavers(tx: Tx): Promise<LeaverLine[]> {
  const lines = await tx.query<LeaverLine>(LEAVERS, [tx.actor.departmentId, successionSince(tx), tx.now], 'succession-leavers');
  return lines.filter(({ active, youths, items, actions, asked }) => active || youths + items + actions + asked > 0);
}

/** From when offers count. */
export function successionSince(tx: Pick<Tx, 'today'>): Date {
  return startOfDay(addDays(tx.today, -SUCCESSION_DAYS));
}
