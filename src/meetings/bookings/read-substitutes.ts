import type { Tx } from '../../platform/database/tx.js';

/** A colleague who can take a participant's seat at an item. */
export interface Substitute {
  readonly staffId: string;
  readonly name: string;
  /** The participant whose seat it is. */
  readonly insteadOf: string;
}

/**
 * The panel's member or deputy for the area; else people of the area, and only leaders where the seat asks for the power to
 * decide: "stedfortræder med samme beslutningskompetence".
 */
const SUBSTITUTES = `
  SELECT DISTINCT ON (p.staff_id, s.name COLLATE "da-x-icu", s.id) s.id AS "staffId", s.name, p.staff_id AS "insteadOf"
  FROM booking_participant p
  JOIN booking b ON b.id = p.booking_id
  JOIN staff_member seated ON seated.id = p.staff_id
  JOIN department home ON home.id = seated.department_id
  JOIN department_kind home_kind ON home_kind.code = home.kind
  JOIN staff_member s ON s.id <> p.staff_id AND s.deactivated_at IS NULL
  JOIN department d ON d.id = s.department_id
  JOIN department_kind k ON k.code = d.kind
  WHERE p.booking_id = $1
    AND NOT EXISTS (SELECT 1 FROM booking_participant other WHERE other.booking_id = p.booking_id AND other.staff_id = s.id)
    AND (EXISTS (SELECT 1 FROM meeting_day_panel m WHERE m.meeting_day_id = b.meeting_day_id AND m.area = coalesce(p.area, home_kind.area)
        AND s.id IN (m.staff_id, m.deputy_id) AND (m.decision_power OR NOT p.decision_power))
      OR k.area = coalesce(p.area, home_kind.area) AND (NOT p.decision_power OR EXISTS (SELECT 1 FROM staff_role r
        WHERE r.staff_id = s.id AND r.role = 'team_leader' AND r.valid_from <= $2 AND (r.valid_to IS NULL OR r.valid_to >= $2))))
  ORDER BY p.staff_id, s.name COLLATE "da-x-icu", s.id`;

/** Who can come instead of each participant of an item, in Danish alphabetical order. The caller has checked access. */
export function readSubstitutes(tx: Tx, bookingId: string): Promise<Substitute[]> {
  return tx.query<Substitute>(SUBSTITUTES, [bookingId, tx.today], 'booking-substitutes');
}
