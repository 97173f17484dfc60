import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { Tx } from '../../platform/database/tx.js';
import { notFound } from '../../platform/errors/domain-error.js';
import type { CursorKey } from '../../platform/http/paging.js';
import type { DayState } from './day-state.js';

interface StaffName {
  readonly id: string;
  readonly name: string;
}

export interface SlotLine {
  readonly id: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly urgent: boolean;
  readonly bookingId: string | null;
}

export interface PanelLine {
  readonly area: string;
  readonly staffId: string;
  readonly name: string;
  readonly deputyId: string | null;
  readonly decisionPower: boolean;
  readonly standsInFor: string | null;
  readonly seated: boolean;
}

/** A day as lists show it. `capacity` and `free` leave the urgent slot out. */
export interface DayLine {
  readonly id: string;
  readonly seriesId: string | null;
  readonly nominalDate: CalendarDate | null;
  readonly date: CalendarDate;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly state: DayState;
  readonly reason: string | null;
  readonly closesOn: CalendarDate;
  readonly reference: string;
  readonly room: string | null;
  readonly link: string | null;
  readonly chair: StaffName;
  readonly minuteTaker: StaffName;
  readonly panel: readonly PanelLine[];
  readonly slots: readonly SlotLine[];
  readonly capacity: number;
  readonly free: number;
}

/** An item of two slots fills both, so a slot's booking is found by time. */
const DAYS = `
  SELECT day.id, day.series_id AS "seriesId", day.nominal_date::text AS "nominalDate", day.date::text, day.starts_at AS "startsAt",
    day.ends_at AS "endsAt", day.state, day.reason, day.closes_on::text AS "closesOn", day.reference, room.name AS room, day.link,
    json_build_object('id', chair.id, 'name', chair.name) AS chair, json_build_object('id', taker.id, 'name', taker.name) AS "minuteTaker",
    panel.places AS panel, docket.slots, docket.capacity, CASE WHEN day.state IN ('planned', 'closed') THEN docket.free ELSE 0 END AS free
  FROM meeting_day day
  LEFT JOIN room ON room.id = day.room_id
  JOIN staff_member chair ON chair.id = day.chair_id
  JOIN staff_member taker ON taker.id = day.minute_taker_id
  CROSS JOIN LATERAL (
    SELECT coalesce(json_agg(json_build_object('area', seat.area, 'staffId', seat.staff_id, 'name', member.name, 'deputyId', seat.deputy_id,
      'decisionPower', seat.decision_power, 'standsInFor', seat.stands_in_for, 'seated', seat.seated) ORDER BY seat.area), '[]') AS places
    FROM meeting_day_panel seat JOIN staff_member member ON member.id = seat.staff_id WHERE seat.meeting_day_id = day.id
  ) panel
  CROSS JOIN LATERAL (
    SELECT coalesce(json_agg(json_build_object('id', slot.id, 'startsAt', slot.starts_at, 'endsAt', slot.ends_at, 'urgent', slot.urgent,
        'bookingId', item.id) ORDER BY slot.position), '[]') AS slots,
      count(*) FILTER (WHERE NOT slot.urgent)::int AS capacity,
      count(*) FILTER (WHERE NOT slot.urgent AND item.id IS NULL)::int AS free
    FROM meeting_slot slot
    LEFT JOIN LATERAL (
      SELECT booking.id FROM booking
      WHERE booking.meeting_day_id = slot.meeting_day_id AND booking.state <> 'cancelled'
        AND booking.starts_at < slot.ends_at AND booking.ends_at > slot.starts_at LIMIT 1
    ) item ON true
    WHERE slot.meeting_day_id = day.id
  ) docket`;

/** The days between two dates, both included, in order of time; `limit + 1` rows for paging. */
export async function readDays(tx: Pick<Tx, 'query'>, from: CalendarDate, to: CalendarDate, after: CursorKey | null, limit: number): Promise<DayLine[]> {
  return tx.query<DayLine>(
    `${DAYS} WHERE day.date BETWEEN $1 AND $2 AND ($3::timestamptz IS NULL OR (day.starts_at, day.id) > ($3, $4::uuid))
     ORDER BY day.starts_at, day.id LIMIT $5`,
    [from, to, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    'meeting-days',
  );
}

/** One day. Throws 404 when there is none. */
export async function readDay(tx: Tx, id: string): Promise<DayLine> {
  const [day] = await tx.query<DayLine>(`${DAYS} WHERE day.id = $1`, [id], 'meeting-day');
  if (day === undefined) throw notFound();
  return day;
}
