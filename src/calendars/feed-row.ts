import { v5 } from 'uuid';
import { type CalendarDate, isoWeek } from '../platform/clock/calendar-date.js';
import { asReference, type CalendarSafeEvent, type CalendarSubject } from './calendar-safe-event.js';

/** A row of a feed as the database gives it: either a time or a date. */
export interface FeedRow {
  readonly kind: CalendarSubject['kind'];
  /** Null for a sum, which is no row of its own. */
  readonly uid: string | null;
  readonly revision: number;
  readonly changed_at: Date;
  readonly starts_at: Date | null;
  readonly ends_at: Date | null;
  readonly on_date: CalendarDate | null;
  readonly reference: string | null;
  readonly count: number | null;
  readonly room: string | null;
  readonly cancelled: boolean;
}

/** The event of a row. A week's sum has an identity made of the department and its Monday, the same every time. */
export function eventOf(row: FeedRow, subjectId: string): CalendarSafeEvent {
  const { revision, changed_at: changedAt, room, cancelled } = row;
  const uid = row.uid ?? v5(row.on_date ?? '', subjectId);
  return { uid, revision, changedAt, subject: subjectOf(row), time: timeOf(row), room, cancelled };
}

function subjectOf({ kind, reference, count, on_date: on }: FeedRow): CalendarSubject {
  switch (kind) {
    case 'item':
    case 'deadline':
      return { kind, reference: asReference(reference ?? '') };
    case 'k_meeting_with_items':
      return { kind, items: count ?? 0 };
    case 'deadlines_of_week':
      return { kind, count: count ?? 0, week: isoWeek(dateOf(on)).week };
    case 'k_meeting':
      return { kind };
  }
}

function timeOf({ starts_at: startsAt, ends_at: endsAt, on_date: on }: FeedRow): CalendarSafeEvent['time'] {
  return startsAt !== null && endsAt !== null ? { startsAt, endsAt } : { on: dateOf(on) };
}

function dateOf(on: CalendarDate | null): CalendarDate {
  if (on === null) throw new Error('a feed row has neither time nor date');
  return on;
}
