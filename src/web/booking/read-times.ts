import { mayReopenDocket } from '../../meetings/bookings/booking-scope.js';
import type { Booking } from '../../meetings/bookings/booking.entity.js';
import { type OfferedPlace, placesFor } from '../../meetings/bookings/offer-places.js';
import { docketsBetween } from '../../meetings/occupancy/read-dockets.js';
import { type ProposalsView, readProposals } from '../../meetings/proposals/read-proposals.js';
import { addDays } from '../../platform/clock/calendar-date.js';
import type { Tx } from '../../platform/database/tx.js';
import type { Referral } from '../../referrals/referral.entity.js';
import { typeById } from '../../referrals/types/referral-types.queries.js';

/** As far ahead as proposals look. */
const WEEKS_AHEAD = 26;

export interface Times {
  readonly proposals: ProposalsView;
  /** Free places that are not proposed: too late, at short notice, on a closed docket, or somebody cannot come. */
  readonly others: readonly OfferedPlace[];
}

/** The times for a referral, or for its item that looks for another. @throws DomainError as `readProposals` */
export async function readTimes(tx: Tx, referral: Referral, booking: Booking | null): Promise<Times> {
  const proposals = await readProposals(tx, referral.id);
  const { slots } = await typeById(tx, referral.typeId);
  const dockets = await docketsBetween(tx, tx.today, addDays(tx.today, WEEKS_AHEAD * 7));
  const item = { bookingId: booking?.id ?? null, meetingDayId: booking?.meetingDayId ?? null, startsAt: booking?.startsAt ?? null, slots, urgent: referral.urgent };
  const places = placesFor(item, dockets, { today: tx.today, now: tx.now, mayReopen: mayReopenDocket(tx) });
  const proposed = new Set(proposals.items.map(({ slotId }) => slotId));
  return { proposals, others: places.filter(({ span }) => !proposed.has(span.first.id)) };
}
