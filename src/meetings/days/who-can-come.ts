import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { Tx } from '../../platform/database/tx.js';
import { type Crew, resourcesOf } from './seat-crew.js';

/** A day to be manned: its time and whom it wants. */
export interface DayToMan {
  readonly id: string;
  readonly date: CalendarDate;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly crew: Crew;
}

/** A person or room, asked for one day. */
export interface Asked {
  readonly day: Omit<DayToMan, 'crew'>;
  readonly resourceId: string;
}

/** Tells for each day who and what of its crew can come. A plain read: ask under `lockResources`. */
export async function whoCanCome(tx: Tx, days: readonly DayToMan[]): Promise<(dayId: string, resourceId: string) => boolean> {
  const cannot = await cannotCome(tx, days.flatMap((day) => [...new Set(resourcesOf(day.crew))].map((resourceId) => ({ day, resourceId }))));
  return (dayId, resourceId) => !cannot(dayId, resourceId);
}

/**
 * Tells who and what cannot come: taken by another day or its items, marked away, or no longer employed. What the day takes
 * itself does not count. A plain read.
 */
export async function cannotCome(tx: Tx, wanted: readonly Asked[]): Promise<(dayId: string, resourceId: string) => boolean> {
  const rows = await tx.query<{ dayId: string; resourceId: string }>(
    `SELECT wanted.day_id AS "dayId", wanted.resource_id AS "resourceId"
     FROM unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::timestamptz[], $5::date[]) AS wanted (day_id, resource_id, starts_at, ends_at, date)
     WHERE EXISTS (SELECT 1 FROM occupancy taken WHERE taken.resource_id = wanted.resource_id
             AND taken.during && tstzrange(wanted.starts_at, wanted.ends_at, '[)') AND taken.meeting_day_id <> wanted.day_id)
        OR EXISTS (SELECT 1 FROM absence away WHERE away.staff_id = wanted.resource_id AND wanted.date BETWEEN away.starts_on AND away.ends_on)
        OR EXISTS (SELECT 1 FROM staff_member gone WHERE gone.id = wanted.resource_id AND gone.deactivated_at IS NOT NULL)`,
    [
      wanted.map(({ day }) => day.id),
      wanted.map(({ resourceId }) => resourceId),
      wanted.map(({ day }) => day.startsAt),
      wanted.map(({ day }) => day.endsAt),
      wanted.map(({ day }) => day.date),
    ],
    'days-who-cannot-come',
  );
  const cannot = new Set(rows.map((row) => `${row.dayId} ${row.resourceId}`));
  return (dayId, resourceId) => cannot.has(`${dayId} ${resourceId}`);
}
