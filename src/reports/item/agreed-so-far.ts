import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { Tx } from '../../platform/database/tx.js';

export interface AgreedSoFar {
  readonly text: string;
  readonly ownerName: string | null;
  readonly dueOn: CalendarDate | null;
}

const ACTIONS = `
  SELECT a.text, s.name AS "ownerName", a.due_on::text AS "dueOn" FROM action a JOIN staff_member s ON s.id = a.owner_id WHERE a.booking_id = $1
  UNION ALL
  SELECT row.value->>'text', s.name, row.value->>'dueOn'
  FROM conclusion_draft d CROSS JOIN LATERAL jsonb_array_elements(coalesce(d.content->'actions', '[]')) row
    LEFT JOIN staff_member s ON s.id::text = row.value->>'ownerId'
  WHERE d.booking_id = $1 AND coalesce(row.value->>'text', '') <> ''`;

/** What has been agreed at an item: the actions of the closed one, else those of the draft. The caller has checked access and logs. */
export function readAgreedSoFar(tx: Tx, bookingId: string): Promise<AgreedSoFar[]> {
  return tx.query<AgreedSoFar>(ACTIONS, [bookingId], 'item-agreed-so-far');
}
