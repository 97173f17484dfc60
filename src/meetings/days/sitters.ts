import type { Reader } from '../../platform/database/tx.js';
import type { ParticipantAnswer } from '../bookings/booking-participant.entity.js';

/** Somebody who sits a whole day, with what was answered to its invitation. */
export interface Sitter {
  readonly meetingDayId: string;
  readonly staffId: string;
  readonly name: string;
  readonly answer: ParticipantAnswer | null;
}

/** Whether `staff` sits `day` from its beginning to its end. */
export const SITS = (staff: string): string => `(${staff} IN (day.chair_id, day.minute_taker_id)
  OR EXISTS (SELECT 1 FROM meeting_day_panel seat WHERE seat.meeting_day_id = day.id AND seat.staff_id = ${staff} AND seat.seated))`;

const SITTERS = `
  SELECT day.id AS "meetingDayId", person.id AS "staffId", person.name, given.answer
  FROM meeting_day day
  CROSS JOIN LATERAL (
    SELECT day.chair_id AS id UNION SELECT day.minute_taker_id
    UNION SELECT seat.staff_id FROM meeting_day_panel seat WHERE seat.meeting_day_id = day.id AND seat.seated) sits
  JOIN staff_member person ON person.id = sits.id
  LEFT JOIN meeting_day_answer given ON given.meeting_day_id = day.id AND given.staff_id = person.id
  WHERE day.id = ANY($1::uuid[]) ORDER BY person.name COLLATE "da-x-icu", person.id`;

/** Who sits each of the days from beginning to end, by name. */
export function readSitters(tx: Reader, dayIds: readonly string[]): Promise<Sitter[]> {
  return tx.query<Sitter>(SITTERS, [dayIds], 'day-sitters');
}
