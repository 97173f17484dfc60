import type { KnownTime } from '../../departments/busy-times/busy-times.js';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { Attendance } from './who-must-come.js';

/** What a place on a meeting day must meet. */
export interface SlotWish {
  readonly slots: 1 | 2;
  readonly urgent: boolean;
  readonly today: CalendarDate;
  readonly now: Date;
  /** Notice that the invited should have, in days. */
  readonly leadDays: number;
  /** The next date that the item must lie before, not on. */
  readonly deadline: CalendarDate | null;
  /** A deadline that is already past, when there is one. */
  readonly overdueSince: CalendarDate | null;
}

/** What the sentences are made from. */
export interface Wording {
  readonly wish: SlotWish;
  readonly attendance: Attendance;
  readonly names: ReadonlyMap<string, string>;
  /** Whose own calendar is read, and when it was. */
  readonly calendars: readonly KnownTime[];
}
