import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import { isId } from '../../platform/database/ids.js';
import type { Tx } from '../../platform/database/tx.js';
import { notFound } from '../../platform/errors/domain-error.js';
import type { DayDocket, DayDocketItem, PanelSeat } from './day-docket.js';
import type { DaySlot } from './slot-span.js';

type DayRow = Omit<DayDocket, 'panel' | 'standing' | 'slots' | 'taken'>;

interface Taking extends DayDocketItem {
  readonly meetingDayId: string;
  /** The standing person, or null when the row is an item on the docket. */
  readonly staffId: string | null;
}

type Of<T> = T & { readonly meetingDayId: string };

const DAY = `
  SELECT day.id AS "meetingDayId", day.series_id AS "seriesId", day.date::text, day.state, day.closes_on::text AS "closesOn",
    day.chair_id AS "chairId", day.minute_taker_id AS "minuteTakerId"
  FROM meeting_day day`;

const PANEL = `
  SELECT meeting_day_id AS "meetingDayId", area, staff_id AS "staffId", deputy_id AS "deputyId", decision_power AS "decisionPower",
    stands_in_for AS "standsInFor", seated
  FROM meeting_day_panel WHERE meeting_day_id = ANY($1) ORDER BY area`;

const SLOTS = `
  SELECT meeting_day_id AS "meetingDayId", id, position, starts_at AS "startsAt", ends_at AS "endsAt", urgent
  FROM meeting_slot WHERE meeting_day_id = ANY($1) ORDER BY meeting_day_id, position`;

const TAKINGS = `
  SELECT meeting_day_id AS "meetingDayId", CASE resource_kind WHEN 'staff' THEN resource_id END AS "staffId",
    booking_id AS "bookingId", lower(during) AS "from", upper(during) AS "to"
  FROM occupancy
  WHERE meeting_day_id = ANY($1) AND (resource_kind = 'docket' OR (resource_kind = 'staff' AND booking_id IS NULL))`;

const GLANCE = `
  WITH slot AS (SELECT * FROM meeting_slot WHERE id = $1),
  item AS (SELECT during FROM occupancy JOIN slot ON resource_id = slot.meeting_day_id WHERE booking_id IS DISTINCT FROM $2::uuid)
  SELECT slot.meeting_day_id AS "meetingDayId", slot.starts_at AS "startsAt", slot.ends_at AS "endsAt",
    EXISTS (SELECT 1 FROM item WHERE during && tstzrange(slot.starts_at, slot.ends_at, '[)')) AS taken,
    (SELECT count(*)::int FROM meeting_slot other WHERE other.meeting_day_id = slot.meeting_day_id AND NOT other.urgent
      AND NOT EXISTS (SELECT 1 FROM item WHERE during && tstzrange(other.starts_at, other.ends_at, '[)'))) AS "freeOnDay"
  FROM slot`;

/** The docket that a slot lies on. Plain reads. Throws 404 when there is no such slot. */
export async function docketOfSlot(tx: Tx, slotId: string): Promise<DayDocket> {
  if (!isId(slotId)) throw notFound();
  const sql = `${DAY} JOIN meeting_slot slot ON slot.meeting_day_id = day.id WHERE slot.id = $1`;
  const days = await tx.query<DayRow>(sql, [slotId], 'docket-of-slot');
  const [docket] = await fill(tx, days);
  if (docket === undefined) throw notFound();
  return docket;
}

/** The docket of a day, which is neither moved, closed nor cancelled until the transaction ends. Ask under `lockResources`. */
export async function steadyDocket(tx: Tx, meetingDayId: string): Promise<DayDocket> {
  const days = await tx.query<DayRow>(`${DAY} WHERE day.id = $1 FOR SHARE OF day`, [meetingDayId], 'docket-steady');
  const [docket] = await fill(tx, days);
  if (docket === undefined) throw notFound();
  return docket;
}

/** The dockets of planned and closed days between two dates, both included, in order of time. Four plain reads. */
export async function docketsBetween(tx: Tx, from: CalendarDate, to: CalendarDate): Promise<DayDocket[]> {
  const sql = `${DAY} WHERE day.date BETWEEN $1 AND $2 AND day.state IN ('planned', 'closed') ORDER BY day.starts_at, day.id`;
  return fill(tx, await tx.query<DayRow>(sql, [from, to], 'dockets-between'));
}

async function fill(tx: Tx, days: readonly DayRow[]): Promise<DayDocket[]> {
  if (days.length === 0) return [];
  const ids = days.map((day) => day.meetingDayId);
  const panel = await tx.query<Of<PanelSeat>>(PANEL, [ids], 'docket-panel');
  const slots = await tx.query<Of<DaySlot>>(SLOTS, [ids], 'docket-slots');
  const takings = await tx.query<Taking>(TAKINGS, [ids], 'docket-takings');
  return days.map((day) => {
    const own = takings.filter((row) => row.meetingDayId === day.meetingDayId);
    return {
      ...day,
      panel: panel.filter((seat) => seat.meetingDayId === day.meetingDayId),
      slots: slots.filter((slot) => slot.meetingDayId === day.meetingDayId),
      standing: own.map((row) => row.staffId).filter((id) => id !== null),
      taken: own.filter((row) => row.staffId === null).map(({ bookingId, from, to }) => ({ bookingId, from, to })),
    };
  });
}

/** A slot at a glance, by one plain read: enough to refuse most of those who come too late. */
export interface SlotGlance {
  readonly meetingDayId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly taken: boolean;
  /** Ordinary slots of the day that nobody has. */
  readonly freeOnDay: number;
}

/** What lies on the slot now, one's own item aside; undefined when there is no such slot. */
export async function glanceAtSlot(tx: Tx, slotId: string, ownBookingId: string | null): Promise<SlotGlance | undefined> {
  const [glance] = await tx.query<SlotGlance>(GLANCE, [slotId, ownBookingId], 'docket-glance');
  return glance;
}
