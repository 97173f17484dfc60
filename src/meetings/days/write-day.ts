import { randomUUID } from 'node:crypto';
import { newId } from '../../platform/database/ids.js';
import { newReference } from '../../platform/database/reference.js';
import type { Tx } from '../../platform/database/tx.js';
import { type DayFrame, MeetingDay } from './meeting-day.entity.js';
import { recordDayChange } from './record-day-change.js';
import type { SeatedPlace } from './seat-crew.js';
import type { LaidOutSlot } from './slot-plan.js';

/** Where a new day comes from. */
export interface DayOrigin {
  readonly id: string;
  readonly seriesId: string | null;
  readonly nominalDate: MeetingDay['nominalDate'];
  readonly settledByHand: boolean;
}

/** Writes a planned day with its slots and panel; whom it takes is `occupy`'s business. */
export async function insertDay(
  tx: Tx, origin: DayOrigin, frame: DayFrame, slots: readonly LaidOutSlot[], panel: readonly SeatedPlace[],
): Promise<MeetingDay> {
  const identity = { uid: randomUUID(), reference: newReference(), revision: 0, changedAt: tx.now, itemLeftAt: null, createdAt: tx.now };
  const day = Object.assign(new MeetingDay(), { ...origin, ...frame, ...identity, state: 'planned' as const, reason: null });
  await tx.manager.insert(MeetingDay, day);
  await writeSlots(tx, day.id, slots);
  await writePanel(tx, day.id, panel);
  recordDayChange(tx, day.id, 'meeting_day.created', { date: day.date, seriesId: day.seriesId });
  return day;
}

/** Lays the slots of a day anew: each position keeps its row, so that what was once booked on it still points at it. */
export async function writeSlots(tx: Tx, dayId: string, slots: readonly LaidOutSlot[]): Promise<void> {
  await tx.query(
    `INSERT INTO meeting_slot (id, meeting_day_id, position, starts_at, ends_at, urgent)
     SELECT id, $1, position, starts_at, ends_at, urgent
     FROM unnest($2::uuid[], $3::int[], $4::timestamptz[], $5::timestamptz[], $6::boolean[]) AS slot (id, position, starts_at, ends_at, urgent)
     ON CONFLICT (meeting_day_id, position) DO UPDATE
       SET starts_at = excluded.starts_at, ends_at = excluded.ends_at, urgent = excluded.urgent`,
    [
      dayId, slots.map(() => newId()), slots.map((slot) => slot.position), slots.map((slot) => slot.startsAt),
      slots.map((slot) => slot.endsAt), slots.map((slot) => slot.urgent),
    ],
    'day-write-slots',
  );
  await tx.query('DELETE FROM meeting_slot WHERE meeting_day_id = $1 AND position > $2', [dayId, slots.length], 'day-drop-slots');
}

/** Moves every slot of a day by the same time. */
export async function shiftSlots(tx: Tx, dayId: string, milliseconds: number): Promise<void> {
  const by = "make_interval(secs => $2::double precision / 1000)";
  await tx.query(
    `UPDATE meeting_slot SET starts_at = starts_at + ${by}, ends_at = ends_at + ${by} WHERE meeting_day_id = $1`,
    [dayId, milliseconds],
    'day-shift-slots',
  );
}

/** Replaces the panel of a day. */
export async function writePanel(tx: Tx, dayId: string, panel: readonly SeatedPlace[]): Promise<void> {
  await tx.query('DELETE FROM meeting_day_panel WHERE meeting_day_id = $1', [dayId], 'day-drop-panel');
  await tx.query(
    `INSERT INTO meeting_day_panel (meeting_day_id, area, staff_id, deputy_id, decision_power, stands_in_for, seated)
     SELECT $1, * FROM unnest($2::varchar[], $3::uuid[], $4::uuid[], $5::boolean[], $6::uuid[], $7::boolean[])`,
    [
      dayId, panel.map((place) => place.area), panel.map((place) => place.staffId), panel.map((place) => place.deputyId),
      panel.map((place) => place.decisionPower), panel.map((place) => place.standsInFor), panel.map((place) => place.seated),
    ],
    'day-write-panel',
  );
}
