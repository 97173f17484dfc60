import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import { isId } from '../../platform/database/ids.js';
import type { Tx } from '../../platform/database/tx.js';
import { notFound } from '../../platform/errors/domain-error.js';
import type { SlotPlan } from '../days/slot-plan.js';
import type { ClosedDayPolicy } from './recurrence.js';

interface StaffName {
  readonly id: string;
  readonly name: string;
}

export interface SeriesLine {
  readonly id: string;
  readonly name: string;
  readonly anchorDate: CalendarDate;
  readonly intervalDays: number;
  readonly startsAt: string;
  readonly slots: SlotPlan;
  readonly room: string | null;
  readonly link: string | null;
  readonly chair: StaffName;
  readonly minuteTaker: StaffName;
  readonly panel: ReadonlyArray<{ area: string; staffId: string; name: string; deputyId: string | null; deputyName: string | null; decisionPower: boolean }>;
  readonly closedDayPolicy: ClosedDayPolicy;
  readonly endedOn: CalendarDate | null;
}

const SERIES = `
  SELECT series.id, series.name, series.anchor_date::text AS "anchorDate", series.interval_days AS "intervalDays",
    series.starts_at_time AS "startsAt", series.slot_plan AS slots, room.name AS room, series.link,
    json_build_object('id', chair.id, 'name', chair.name) AS chair, json_build_object('id', taker.id, 'name', taker.name) AS "minuteTaker",
    (SELECT coalesce(json_agg(json_build_object('area', place.area, 'staffId', place.staff_id, 'name', member.name, 'deputyId', place.deputy_id,
        'deputyName', deputy.name, 'decisionPower', place.decision_power) ORDER BY place.area), '[]')
     FROM panel_member place JOIN staff_member member ON member.id = place.staff_id LEFT JOIN staff_member deputy ON deputy.id = place.deputy_id
     WHERE place.series_id = series.id AND place.removed_at IS NULL) AS panel,
    series.closed_day_policy AS "closedDayPolicy", series.ended_on::text AS "endedOn"
  FROM meeting_series series
  LEFT JOIN room ON room.id = series.room_id
  JOIN staff_member chair ON chair.id = series.chair_id
  JOIN staff_member taker ON taker.id = series.minute_taker_id`;

/** Every series, those that go on first. */
export async function readAllSeries(tx: Tx): Promise<SeriesLine[]> {
  return tx.query<SeriesLine>(`${SERIES} ORDER BY (series.ended_on IS NOT NULL AND series.ended_on < $1), series.name, series.id`, [tx.today], 'series-list');
}

/** One series. Throws 404 when there is none. */
export async function readSeries(tx: Tx, id: string): Promise<SeriesLine> {
  if (!isId(id)) throw notFound();
  const [series] = await tx.query<SeriesLine>(`${SERIES} WHERE series.id = $1`, [id], 'series-one');
  if (series === undefined) throw notFound();
  return series;
}
