import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { DaySlot, TakenTime } from './slot-span.js';

/** A place in the day's panel: who sees to an area. A deputy is not occupied by the day unless sitting for the member. */
export interface PanelSeat {
  readonly area: string;
  readonly staffId: string;
  readonly deputyId: string | null;
  readonly decisionPower: boolean;
  /** The member whose deputy `staffId` is on this day; null when the member comes. */
  readonly standsInFor: string | null;
  /** False when neither the member nor the deputy could come. */
  readonly seated: boolean;
}

/** The time of one item on the docket. */
export interface DayDocketItem extends TakenTime {
  readonly bookingId: string | null;
}

/** A meeting day with its slots and with what is taken of them, as placing an item needs it. */
export interface DayDocket {
  readonly meetingDayId: string;
  readonly seriesId: string | null;
  readonly date: CalendarDate;
  readonly state: 'planned' | 'closed' | 'held' | 'cancelled';
  /** From this date on the docket is closed. */
  readonly closesOn: CalendarDate;
  readonly chairId: string;
  readonly minuteTakerId: string;
  readonly panel: readonly PanelSeat[];
  /** Staff whom the day occupies for its whole length; an item does not take them again. */
  readonly standing: readonly string[];
  /** In order of position. */
  readonly slots: readonly DaySlot[];
  readonly taken: readonly DayDocketItem[];
}

/** Whether the docket takes ordinary items no more: it was closed, or its closing date has come. */
export function isDocketClosed(docket: Pick<DayDocket, 'state' | 'closesOn'>, today: CalendarDate): boolean {
  return docket.state === 'closed' || today >= docket.closesOn;
}

/** The docket as it would be without one item, for moving that item. */
export function withoutItem(docket: DayDocket, bookingId: string | null): DayDocket {
  return bookingId === null ? docket : { ...docket, taken: docket.taken.filter((item) => item.bookingId !== bookingId) };
}
