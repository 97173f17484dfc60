import { bookingOfReferral } from '../../meetings/bookings/booking-of-referral.js';
import { handlesItem } from '../../meetings/bookings/booking-scope.js';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import { hasRole } from '../../platform/database/actor.js';
import type { Tx } from '../../platform/database/tx.js';
import { type ReferralView, readReferral } from '../../referrals/reading/read-referral.js';
import { Referral } from '../../referrals/referral.entity.js';
import { readTimes, type Times } from './read-times.js';

/** A referral that looks for a time. */
export interface Finding {
  readonly referral: ReferralView;
  /** The item that it has already. */
  readonly bookingId: string | null;
  /** Null unless it may be booked now. */
  readonly times: Times | null;
  readonly chooses: boolean;
  readonly today: CalendarDate;
}

/** @throws DomainError not_found; conflict `not_accepted` */
export async function readFinding(tx: Tx, id: string): Promise<Finding> {
  const view = await readReferral(tx, id);
  const referral = await tx.find(Referral, id);
  const chooses = hasRole(tx.actor, 'chair') || (await handlesItem(tx, referral, { meetingDayId: '' }));
  return {
    referral: view, chooses, today: tx.today, bookingId: view.state === 'booked' ? await bookingOfReferral(tx, id) : null,
    times: view.state === 'accepted' ? await readTimes(tx, referral, null) : null,
  };
}
