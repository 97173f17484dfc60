import { addDays, type CalendarDate } from '../../platform/clock/calendar-date.js';
import { startOfDay, ZONE } from '../../platform/clock/zone.js';
import { staffIdOf } from '../../platform/database/actor.js';
import type { Tx } from '../../platform/database/tx.js';
import type { DayState } from '../../meetings/days/day-state.js';
import type { BookingState } from '../../meetings/bookings/booking-states.js';
import { accessVariant, visibleYouthSql } from '../../youths/access/visible-youths.js';

interface YouthName {
  readonly id: string;
  readonly name: string;
}

export interface MonthDay {
  readonly id: string;
  readonly date: CalendarDate;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly state: DayState;
  readonly items: number;
}

/** An item that the actor comes to; the youth is null where it has no name, or none for the actor. */
export interface MonthItem {
  readonly id: string;
  readonly date: CalendarDate;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly state: BookingState;
  readonly typeLabel: string;
  readonly youth: YouthName | null;
}

/** Something that is due on a date for a youth that the actor coordinates. */
export interface MonthDue {
  readonly id: string;
  readonly date: CalendarDate;
  readonly title: string;
  readonly youth: YouthName;
}

/** What a person's calendar holds between two dates. */
export interface Month {
  readonly days: readonly MonthDay[];
  readonly items: readonly MonthItem[];
  readonly deadlines: readonly MonthDue[];
  readonly followUps: readonly MonthDue[];
  readonly closed: ReadonlyMap<CalendarDate, string>;
}

const DAYS = `
  SELECT day.id, day.date::text AS date, day.starts_at AS "startsAt", day.ends_at AS "endsAt", day.state,
    (SELECT count(*)::int FROM booking b WHERE b.meeting_day_id = day.id AND b.state <> 'cancelled') AS items
  FROM meeting_day day WHERE day.date BETWEEN $1 AND $2 ORDER BY day.starts_at, day.id`;

const YOUTH = "json_build_object('id', y.id, 'name', y.first_name || ' ' || y.last_name)";

/** The month of the actor; whose names it shows is logged. Five statements however much lies in it. */
export async function readMonth(tx: Tx, from: CalendarDate, to: CalendarDate): Promise<Month> {
  const days = await tx.query<MonthDay>(DAYS, [from, to], 'month-days');
  const items = await readItems(tx, from, to);
  const deadlines = await readDue(tx, 'deadlines', from, to);
  const followUps = await readDue(tx, 'follow-ups', from, to);
  const closed = await tx.query<{ date: CalendarDate; label: string }>(
    'SELECT date::text AS date, label FROM closed_day WHERE date BETWEEN $1 AND $2', [from, to], 'month-closed-days',
  );
  const youthIds = [...items, ...deadlines, ...followUps].flatMap(({ youth }) => youth?.id ?? []);
  tx.audit('calendar.opened', { type: 'calendar', id: null, youthIds: [...new Set(youthIds)], ground: 'own_access', detail: { from } });
  return { days, items, deadlines, followUps, closed: new Map(closed.map(({ date, label }) => [date, label])) };
}

function readItems(tx: Tx, from: CalendarDate, to: CalendarDate): Promise<MonthItem[]> {
  const params: unknown[] = [staffIdOf(tx.actor), startOfDay(from), startOfDay(addDays(to, 1))];
  const visible = visibleYouthSql(tx, 'b.youth_id', params);
  return tx.query<MonthItem>(
    `SELECT b.id, (b.starts_at AT TIME ZONE '${ZONE}')::date::text AS date, b.starts_at AS "startsAt", b.ends_at AS "endsAt", b.state, t.label AS "typeLabel",
       CASE WHEN y.id IS NOT NULL AND ${visible} THEN ${YOUTH} END AS youth
     FROM booking_participant part JOIN booking b ON b.id = part.booking_id
       JOIN referral r ON r.id = b.referral_id JOIN referral_type t ON t.id = r.type_id LEFT JOIN youth y ON y.id = b.youth_id
     WHERE part.staff_id = $1 AND b.state <> 'cancelled' AND b.starts_at >= $2 AND b.starts_at < $3 ORDER BY b.starts_at, b.id`,
    params,
    `month-items-${accessVariant(tx)}`,
  );
}

const DUE = {
  deadlines: `SELECT d.id, d.due_on::text AS date, rule.title, d.youth_id FROM coordination mine JOIN deadline d ON d.youth_id = mine.youth_id
    JOIN deadline_rule rule ON rule.id = d.rule_id WHERE mine.staff_id = $1 AND mine.until_at IS NULL AND d.state = 'open' AND d.due_on BETWEEN $2 AND $3`,
  'follow-ups': `SELECT f.id, f.check_on::text AS date, 'Følg op på aftalerne' AS title, f.youth_id FROM follow_up f
    WHERE f.owner_id = $1 AND f.state = 'open' AND f.check_on BETWEEN $2 AND $3`,
} as const;

function readDue(tx: Tx, what: keyof typeof DUE, from: CalendarDate, to: CalendarDate): Promise<MonthDue[]> {
  const params: unknown[] = [staffIdOf(tx.actor), from, to];
  const visible = visibleYouthSql(tx, 'due.youth_id', params);
  return tx.query<MonthDue>(
    `SELECT due.id, due.date, due.title, ${YOUTH} AS youth FROM (${DUE[what]}) due JOIN youth y ON y.id = due.youth_id
     WHERE ${visible} ORDER BY due.date, y.last_name, y.first_name, due.id`,
    params,
    `month-${what}-${accessVariant(tx)}`,
  );
}
