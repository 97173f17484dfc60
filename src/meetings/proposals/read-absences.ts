import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { Tx } from '../../platform/database/tx.js';

interface AwayDays {
  readonly staffId: string;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
}

/** Tells whether a person is marked away on a date between the two, both included. One plain read. */
export async function readAbsences(
  tx: Tx, staffIds: readonly string[], from: CalendarDate, to: CalendarDate,
): Promise<(staffId: string, date: CalendarDate) => boolean> {
  const rows = await tx.query<AwayDays>(
    `SELECT staff_id AS "staffId", starts_on::text AS "startsOn", ends_on::text AS "endsOn"
     FROM absence WHERE staff_id = ANY($1::uuid[]) AND starts_on <= $3 AND ends_on >= $2`,
    [staffIds, from, to], 'proposal-absences',
  );
  return (staffId, date) => rows.some((row) => row.staffId === staffId && row.startsOn <= date && date <= row.endsOn);
}
