import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { DaySlot, TakenTime } from './slot-span.js';

/** A standing member's seat: who sees to an area on the day, and the deputy who is not occupied by it. */
export interface PanelSeat {
  readonly area: string;
  readonly staffId: string;
  readonly deputyId: string | null;
  readonly decisionPower: boolean;
}

/** A meeting day with its slots and with what is taken of them, as placing an item needs it. */
export interface Docket {
  readonly meetingDayId: string;
  readonly seriesId: string | null;
  readonly date: CalendarDate;
  readonly state: 'planned' | 'closed' | 'held' | 'cancelled';
  /** From this date on the docket is closed. */
  readonly closesOn: CalendarDate;
  readonly chairId: string;
  readonly minuteTakerId: string;
  readonly panel: readonly PanelSeat[];
  /** In order of position. */
  readonly slots: readonly DaySlot[];
  readonly taken: readonly TakenTime[];
}

/** Whether the docket takes ordinary items no more: it was closed, or its closing date has come. */
export function isDocketClosed(docket: Pick<Docket, 'state' | 'closesOn'>, today: CalendarDate): boolean {
  return docket.state === 'closed' || today >= docket.closesOn;
}

/** The people whom the day occupies for its whole length; an item does not take them again. */
export function standingMembers(docket: Pick<Docket, 'chairId' | 'minuteTakerId' | 'panel'>): Set<string> {
  return new Set([docket.chairId, docket.minuteTakerId, ...docket.panel.map((seat) => seat.staffId)]);
}
