import type { Tx } from '../../platform/database/tx.js';
import { conflict } from '../../platform/errors/domain-error.js';
import { proposeSlots } from '../proposals/propose-slots.js';
import { assertStillBooked } from './booking-states.js';
import { layOn } from './move-booking.js';
import { openToHandle } from './open-booking.js';

/**
 * Carries an item that was not reached over to the best slot of a later day. Returns that slot.
 * @throws DomainError not_found; forbidden `not_your_item`; conflict `no_later_slot`, `invalid_transition`; and as `place`
 */
export async function carryOver(tx: Tx, id: string): Promise<string> {
  const opened = await openToHandle(tx, id);
  assertStillBooked(opened.booking.state);
  const { proposals } = await proposeSlots(tx, opened.referral);
  const next = proposals.find((each) => each.meetingDayId !== opened.booking.meetingDayId && each.startsAt > opened.booking.endsAt);
  if (next === undefined) throw conflict('no_later_slot', 'Der er ingen senere tid uden kendte aftaler i vejen. Vælg selv en tid, eller aflys punktet.');
  await layOn(tx, opened, { slotId: next.slotId, participantIds: [], lateReason: null });
  return next.slotId;
}
