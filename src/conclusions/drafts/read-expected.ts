import type { Tx } from '../../platform/database/tx.js';

export interface ExpectedStaff {
  readonly staffId: string;
  readonly name: string;
  readonly department: string;
  readonly area: string | null;
  readonly mandatory: boolean;
  readonly decisionPower: boolean;
}

export interface ExpectedGuest {
  readonly guestId: string;
  readonly kind: string;
  readonly name: string;
  readonly function: string | null;
}

/** Who was asked to an item: the municipality's own, and guests. The youth is asked about apart. */
export async function readExpected(tx: Tx, bookingId: string): Promise<{ staff: ExpectedStaff[]; guests: ExpectedGuest[] }> {
  const staff = await tx.query<ExpectedStaff>(
    `SELECT p.staff_id AS "staffId", s.name, d.name AS department, p.area, p.mandatory AND p.role NOT IN ('chair', 'minute_taker') AS mandatory,
       p.decision_power AS "decisionPower"
     FROM booking_participant p JOIN staff_member s ON s.id = p.staff_id JOIN department d ON d.id = s.department_id
     WHERE p.booking_id = $1 ORDER BY s.name COLLATE "da-x-icu", s.id`,
    [bookingId], 'expected-staff',
  );
  const guests = await tx.query<ExpectedGuest>(
    `SELECT id AS "guestId", kind, name, function FROM booking_guest WHERE booking_id = $1 AND kind <> 'youth' ORDER BY kind, name, id`,
    [bookingId], 'expected-guests',
  );
  return { staff, guests };
}
