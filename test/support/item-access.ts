import { parseCalendarDate } from '../../src/platform/clock/calendar-date.js';
import type { ItemAccess } from '../../src/web/item/read-item.js';

/** A booked item of Sofie's that the reader handles; for the tests of what the page says. */
export function itemWithPost(access: Partial<ItemAccess> = {}, booking: Partial<ItemAccess['booking']> = {}): ItemAccess {
  return {
    handles: true, writesDraft: true, closes: false, staffId: 's1',
    booking: {
      id: 'p1', referralId: 'r1', youth: { id: 'u1', name: 'Sofie Birkholt' }, type: 'transition', typeLabel: 'overgang', purpose: 'coordinate', meetingDayId: 'd1', slotId: 't1',
      date: parseCalendarDate('2026-12-09'), startsAt: new Date('2026-12-09T08:00:00Z'), endsAt: new Date('2026-12-09T08:40:00Z'), state: 'booked',
      stateLabel: 'booket', urgent: false,
      lateReason: null, cancelledReason: null, participantIds: [], participants: [], guests: [], youthAnswer: null, companionRight: null,
      bookedBy: { id: 's1', name: 'Freja Holmgaard' },
      reference: 'K7QD-2MXP', revision: 0, changedAt: new Date('2026-11-23T08:00:00Z'), ...booking,
    },
    ...access,
  };
}
