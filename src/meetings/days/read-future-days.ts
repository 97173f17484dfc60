import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { Tx } from '../../platform/database/tx.js';
import type { DayState } from './day-state.js';
import type { SeatedPlace } from './seat-crew.js';
import type { LaidOutSlot } from './slot-plan.js';

/** A day of a series that lies ahead, with all that the series decides about it. */
export interface FutureDay {
  readonly id: string;
  readonly nominalDate: CalendarDate;
  readonly date: CalendarDate;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly closesOn: CalendarDate;
  readonly state: DayState;
  readonly settledByHand: boolean;
  readonly roomId: string | null;
  readonly link: string | null;
  readonly chairId: string;
  readonly minuteTakerId: string;
  /** Its chair or minute taker was taken when it was made, so that the day does not hold them. */
  readonly leaderMissing: boolean;
  /** It has items that are not cancelled. */
  readonly booked: boolean;
  /** The last slot position that any item, also a cancelled one, was booked on; 0 for none. */
  readonly lastUsedPosition: number;
  readonly panel: readonly SeatedPlace[];
  readonly slots: readonly LaidOutSlot[];
}

type Row = Omit<FutureDay, 'slots'> & { readonly slots: ReadonlyArray<Omit<LaidOutSlot, 'startsAt' | 'endsAt'> & { startsAt: string; endsAt: string }> };

/** Ids of the days that a series still has ahead, cancelled ones included. */
export async function futureDayIds(tx: Tx, seriesId: string): Promise<string[]> {
  const sql = 'SELECT id FROM meeting_day WHERE series_id = $1 AND nominal_date IS NOT NULL AND starts_at > $2';
  return (await tx.query<{ id: string }>(sql, [seriesId, tx.now], 'series-future-day-ids')).map((row) => row.id);
}

/** The days themselves, in order of time. Read them under the locks of their dockets. */
export async function readFutureDays(tx: Tx, ids: readonly string[]): Promise<FutureDay[]> {
  const rows = await tx.query<Row>(
    `SELECT day.id, day.nominal_date::text AS "nominalDate", day.date::text, day.starts_at AS "startsAt", day.ends_at AS "endsAt",
       day.closes_on::text AS "closesOn", day.state, day.settled_by_hand AS "settledByHand", day.room_id AS "roomId", day.link,
       day.chair_id AS "chairId", day.minute_taker_id AS "minuteTakerId",
       (SELECT count(*) FROM occupancy WHERE meeting_day_id = day.id AND booking_id IS NULL AND resource_id IN (day.chair_id, day.minute_taker_id))
         < CASE WHEN day.chair_id = day.minute_taker_id THEN 1 ELSE 2 END AS "leaderMissing",
       EXISTS (SELECT 1 FROM booking WHERE meeting_day_id = day.id AND booking.state <> 'cancelled') AS booked,
       (SELECT coalesce(max(slot.position), 0) FROM booking JOIN meeting_slot slot ON slot.id = booking.slot_id
        WHERE slot.meeting_day_id = day.id) AS "lastUsedPosition",
       (SELECT coalesce(json_agg(json_build_object('area', area, 'staffId', staff_id, 'deputyId', deputy_id, 'decisionPower', decision_power,
          'standsInFor', stands_in_for, 'seated', seated) ORDER BY area), '[]') FROM meeting_day_panel WHERE meeting_day_id = day.id) AS panel,
       (SELECT coalesce(json_agg(json_build_object('position', position, 'startsAt', starts_at, 'endsAt', ends_at, 'urgent', urgent)
          ORDER BY position), '[]') FROM meeting_slot WHERE meeting_day_id = day.id) AS slots
     FROM meeting_day day WHERE day.id = ANY($1) ORDER BY day.starts_at, day.id`,
    [ids],
    'series-future-days',
  );
  return rows.map((row) => ({
    ...row,
    slots: row.slots.map((slot) => ({ ...slot, startsAt: new Date(slot.startsAt), endsAt: new Date(slot.endsAt) })),
  }));
}
