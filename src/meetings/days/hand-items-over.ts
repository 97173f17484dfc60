import type { Tx } from '../../platform/database/tx.js';
import { settleUnlessDeclined } from '../bookings/ask-for-substitute.js';
import { BookingParticipant } from '../bookings/booking-participant.entity.js';
import { Booking } from '../bookings/booking.entity.js';
import { itemClaims } from '../bookings/item-claims.js';
import { recordChange } from '../bookings/record-change.js';
import { writeParticipants } from '../bookings/write-participants.js';
import type { Claim } from '../occupancy/claim.js';
import { reseatItem, type StandingPlaces } from './reseat-item.js';

export interface Handing {
  readonly old: StandingPlaces;
  readonly now: StandingPlaces;
  /** Those whom the day really takes now. */
  readonly standing: readonly string[];
}

/** Hands the places on every booked item of a day over; returns what the items take now, to be occupied with the day's claims. */
export async function handItemsOver(tx: Tx, meetingDayId: string, { old, now, standing }: Handing): Promise<Claim[]> {
  const items = await tx.manager.find(Booking, {
    where: { meetingDayId, state: 'booked' }, order: { startsAt: 'ASC' }, lock: { mode: 'pessimistic_write' },
  });
  const claims: Claim[] = [];
  for (const item of items) {
    const participants = await tx.manager.findBy(BookingParticipant, { bookingId: item.id });
    const comers = reseatItem(participants, old, now, standing);
    claims.push(...itemClaims({ ...item, bookingId: item.id }, comers));
    if (sameStaff(participants, comers)) continue;
    item.changePeople(tx.now);
    await tx.save(item);
    await writeParticipants(tx, item, comers, { participants, sameTime: true });
    await settleUnlessDeclined(tx, item.id);
    await recordChange(tx, item, 'booking.people_changed', { staffIds: comers.map((comer) => comer.staffId), withDay: true });
  }
  return claims;
}

function sameStaff(before: ReadonlyArray<{ staffId: string; standing: boolean }>, after: typeof before): boolean {
  const text = (people: typeof before): string => people.map((each) => `${each.staffId} ${each.standing}`).sort().join();
  return text(before) === text(after);
}
