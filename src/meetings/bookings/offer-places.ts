import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import { type DayDocket, isDocketClosed } from '../occupancy/day-docket.js';
import { isFree, type SlotSpan, spansOf } from '../occupancy/slot-span.js';

/** An item that looks for another place. */
export interface ItemToPlace {
  readonly bookingId: string | null;
  /** The day that it lies on now; null while it has no time. */
  readonly meetingDayId: string | null;
  readonly startsAt: Date | null;
  readonly slots: 1 | 2;
  /** Its referral is urgent, wherever it lies now. */
  readonly urgent: boolean;
}

export interface Asking {
  readonly today: CalendarDate;
  readonly now: Date;
  /** The secretary and the chairs may put an item on a closed docket, with a reason. */
  readonly mayReopen: boolean;
}

export interface OfferedPlace {
  readonly meetingDayId: string;
  readonly date: CalendarDate;
  readonly span: SlotSpan;
  /** The docket is closed to this item: it comes with a reason only. */
  readonly needsReason: boolean;
}

type OpenDocket = Pick<DayDocket, 'meetingDayId' | 'date' | 'state' | 'closesOn' | 'slots' | 'taken'>;

/**
 * The places that may be offered to an item by what the dockets show; its own is left out. Whether its people can come, and
 * whether a deadline is missed, `judgePlacement` and the occupancy say when one is chosen.
 */
export function placesFor(item: ItemToPlace, dockets: readonly OpenDocket[], asking: Asking): OfferedPlace[] {
  return dockets.filter(({ state }) => state === 'planned' || state === 'closed').flatMap((docket) => {
    const taken = docket.taken.filter(({ bookingId }) => item.bookingId === null || bookingId !== item.bookingId);
    const spans = spansOf(docket.slots, item.slots, item.urgent).filter((span) => span.startsAt > asking.now && isFree(span, taken));
    return spans.filter((span) => !isOwn(item, docket, span)).flatMap((span) => offer(item, docket, span, asking));
  });
}

function offer(item: ItemToPlace, docket: OpenDocket, span: SlotSpan, { today, mayReopen }: Asking): OfferedPlace[] {
  const { meetingDayId, date } = docket;
  const shut = isDocketClosed(docket, today) && !(item.urgent && span.urgent);
  if (shut && !mayReopen) return [];
  return [{ meetingDayId, date, span, needsReason: shut && meetingDayId !== item.meetingDayId }];
}

function isOwn(item: ItemToPlace, { meetingDayId }: OpenDocket, span: SlotSpan): boolean {
  return meetingDayId === item.meetingDayId && span.startsAt.getTime() === item.startsAt?.getTime();
}
