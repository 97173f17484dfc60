import type { Tx } from '../../platform/database/tx.js';
import { conflict } from '../../platform/errors/domain-error.js';
import { Referral } from '../../referrals/referral.entity.js';
import { recordStep } from '../../referrals/steps/record-step.js';
import { settleTasks } from '../../tasks/raise-task.js';
import { settleUnlessDeclined } from './ask-for-substitute.js';
import { assertBookingTransition, assertStillBooked } from './booking-states.js';
import { Booking } from './booking.entity.js';
import { peopleAsked } from './item-people.js';
import { type OpenedBooking, openToHandle } from './open-booking.js';
import { place } from './place.js';
import { recordChange } from './record-change.js';

export interface MoveRequest {
  readonly slotId: string;
  /** Empty: those who come already. */
  readonly participantIds: readonly string[];
  readonly lateReason: string | null;
}

/**
 * Lays an item on another slot, of the same day or another, also when its own time has passed without it being held. Its own
 * people come along, the other day's panel takes the place of the old one, and the youth is asked again.
 * @throws DomainError not_found; forbidden `not_your_item`; conflict `invalid_transition`; and as `place`
 */
export async function moveBooking(tx: Tx, id: string, request: MoveRequest): Promise<void> {
  const opened = await openToHandle(tx, id);
  assertStillBooked(opened.booking.state);
  await layOn(tx, opened, request);
}

/** As `moveBooking`, for callers that have opened the item themselves. */
export async function layOn(tx: Tx, { booking, referral }: OpenedBooking, { slotId, participantIds, lateReason }: MoveRequest): Promise<void> {
  const people = peopleAsked(participantIds, 'kept');
  const moved = await place(tx, { referral, booking, slotId, people, lateReason }, async (found) => {
    if (found.meetingDayId !== booking.meetingDayId) await leave(tx, booking.meetingDayId);
    const locked = await lockAsSeen(tx, booking);
    locked.moveTo(found, tx.now);
    return tx.save(locked);
  });
  await settleUnlessDeclined(tx, moved.id);
  await settleTasks(tx, 'conclusion_missing', moved.id);
  await recordChange(tx, moved, 'booking.moved', { meetingDayId: moved.meetingDayId, slotId, late: moved.lateReason !== null });
}

/**
 * Puts a cancelled item back on its slot, if nobody has taken it, under the same calendar identity.
 * @throws DomainError not_found; forbidden `not_your_item`; conflict `invalid_transition`; and as `place`
 */
export async function restoreBooking(tx: Tx, id: string, lateReason: string | null): Promise<void> {
  const { booking, referral } = await openToHandle(tx, id);
  assertBookingTransition(booking.state, 'booked');
  const { slotId } = booking;
  const restored = await place(tx, { referral, booking, slotId, people: { as: 'kept' }, lateReason }, async (found) => {
    const lockedReferral = await tx.lock(Referral, referral.id);
    const locked = await lockAsSeen(tx, booking);
    locked.restoreAt(found, tx.now);
    await recordStep(tx, lockedReferral, lockedReferral.book(tx.actor, tx.now));
    return tx.save(locked);
  });
  await recordChange(tx, restored, 'booking.restored', { meetingDayId: restored.meetingDayId, slotId });
}

/** The day that is left: its docket is locked, and a day's row comes before its items' rows for everybody. */
async function leave(tx: Tx, meetingDayId: string): Promise<void> {
  await tx.query('UPDATE meeting_day SET item_left_at = $2 WHERE id = $1', [meetingDayId, tx.now], 'day-item-left');
}

/** Locks the item; somebody who has moved it or changed its people meanwhile is not overruled unseen. */
async function lockAsSeen(tx: Tx, seen: Booking): Promise<Booking> {
  const locked = await tx.lock(Booking, seen.id);
  if (locked.revision === seen.revision) return locked;
  throw conflict('changed_meanwhile', 'Punktet er ændret i mellemtiden. Hent siden igen, og se, hvordan det står nu.');
}
