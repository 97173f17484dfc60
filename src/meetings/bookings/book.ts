import { randomUUID } from 'node:crypto';
import { staffIdOf } from '../../platform/database/actor.js';
import { newId } from '../../platform/database/ids.js';
import { newReference } from '../../platform/database/reference.js';
import type { Tx } from '../../platform/database/tx.js';
import { conflict } from '../../platform/errors/domain-error.js';
import { visibleReferral } from '../../referrals/referral-scope.js';
import { Referral } from '../../referrals/referral.entity.js';
import { recordStep } from '../../referrals/steps/record-step.js';
import { assertHandlesItem } from './booking-scope.js';
import { Booking } from './booking.entity.js';
import { inviteGuests } from './invite-guests.js';
import { peopleAsked } from './item-people.js';
import { place, type Place } from './place.js';
import { recordChange } from './record-change.js';

export interface BookRequest {
  readonly referralId: string;
  readonly slotId: string;
  /** Empty: those whom the proposal names. */
  readonly participantIds: readonly string[];
  readonly lateReason: string | null;
}

/**
 * Gives an accepted referral its time. Returns the booking's id.
 * @throws DomainError not_found; forbidden `not_your_item`; conflict `already_booked`, `invalid_transition`; and as `place`
 */
export async function book(tx: Tx, request: BookRequest): Promise<string> {
  const referral = await tx.find(Referral, request.referralId, visibleReferral(tx));
  await assertHandlesItem(tx, referral, request);
  await assertBookable(tx, referral);
  const { slotId, participantIds, lateReason } = request;
  const people = peopleAsked(participantIds, 'proposed');
  const booking = await place(tx, { referral, booking: null, slotId, people, lateReason }, async (found) => {
    const locked = await tx.lock(Referral, referral.id);
    await assertBookable(tx, locked);
    const created = newBooking(tx, locked, found);
    await tx.insert(created);
    await inviteGuests(tx, created, locked, found.type.youth);
    await recordStep(tx, locked, locked.book(tx.actor, tx.now));
    return created;
  });
  await recordChange(tx, booking, 'booking.created', { meetingDayId: booking.meetingDayId, slotId, late: booking.lateReason !== null });
  return booking.id;
}

async function assertBookable(tx: Tx, referral: Referral): Promise<void> {
  if (referral.state === 'accepted') return;
  if (referral.state === 'booked') {
    const [present] = await tx.query<{ id: string }>("SELECT id FROM booking WHERE referral_id = $1 AND state IN ('booked', 'held')", [referral.id]);
    throw conflict('already_booked', 'Anmodningen har allerede en tid. Flyt den, hvis den skal ligge et andet sted.', { bookingId: present?.id ?? null });
  }
  const title = referral.state === 'submitted'
    ? 'Anmodningen venter på vurdering. Den kan få en tid, når den er godkendt.'
    : 'Anmodningen kan ikke få en tid, sådan som den står nu. Hent siden igen.';
  throw conflict('invalid_transition', title, { state: referral.state });
}

function newBooking(tx: Tx, referral: Referral, { meetingDayId, span, lateReason }: Place): Booking {
  return Object.assign(new Booking(), {
    id: newId(), referralId: referral.id, youthId: referral.youthId, meetingDayId, slotId: span.first.id,
    startsAt: span.startsAt, endsAt: span.endsAt, state: 'booked' as const, urgent: span.urgent, lateReason,
    youthSaidYes: null, youthAnswerNote: null, youthAnsweredAt: null, cancelledReason: null, bookedBy: staffIdOf(tx.actor),
    uid: randomUUID(), revision: 0, reference: newReference(), changedAt: tx.now, createdAt: tx.now,
  });
}
