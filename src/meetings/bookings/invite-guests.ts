import { addYears } from '../../platform/clock/calendar-date.js';
import { dateAt } from '../../platform/clock/zone.js';
import { newId } from '../../platform/database/ids.js';
import type { Tx } from '../../platform/database/tx.js';
import type { Referral } from '../../referrals/referral.entity.js';
import type { YouthPresence } from '../../referrals/types/referral-type-definition.js';
import { CustodyHolder } from '../../youths/custody/custody-holder.entity.js';
import { Youth } from '../../youths/youth.entity.js';
import { BookingGuest } from './booking-guest.entity.js';
import type { Booking } from './booking.entity.js';

const MAJORITY = 18;

/**
 * Invites the youth to an item that the youth takes part in, and the custody holders who are to be invited. Custody ends with
 * the 18th birthday (forældreansvarsloven § 1): from then on the youth alone decides who comes.
 */
export async function inviteGuests(tx: Tx, booking: Booking, referral: Referral, presence: YouthPresence): Promise<void> {
  if (booking.youthId === null || !(await youthTakesPart(tx, referral, presence))) return;
  const youth = await tx.find(Youth, booking.youthId);
  const guests = [guest(booking, 'youth', youth.id, youth.name, null)];
  if (dateAt(booking.startsAt) < addYears(youth.birthDate, MAJORITY)) guests.push(...(await custodyGuests(tx, booking, youth.id)));
  await tx.insert(...guests);
}

/** Whether the youth is expected at the item. A follow-up does as the last item did. */
export async function youthTakesPart(tx: Tx, referral: Referral, presence: YouthPresence): Promise<boolean> {
  if (referral.youthId === null || referral.withoutYouthReason !== null) return false;
  if (presence !== 'as_last_time') return presence === 'expected';
  const [last] = await tx.query<{ took: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM booking_guest guest WHERE guest.booking_id = item.id AND guest.kind = 'youth') AS took
     FROM booking item WHERE item.youth_id = $1 AND item.state IN ('held', 'concluded') ORDER BY item.starts_at DESC LIMIT 1`,
    [referral.youthId], 'guests-last-time',
  );
  return last?.took ?? true;
}

async function custodyGuests(tx: Tx, booking: Booking, youthId: string): Promise<BookingGuest[]> {
  const holders = await tx.manager.find(CustodyHolder, { where: { youthId, invite: true }, order: { place: 'ASC' } });
  return holders.filter((holder) => holder.removedAt === null)
    .map((holder) => guest(booking, 'custody_holder', holder.id, holder.name, holder.relation));
}

function guest(booking: Booking, kind: BookingGuest['kind'], sourceId: string, name: string, role: string | null): BookingGuest {
  return Object.assign(new BookingGuest(), { id: newId(), bookingId: booking.id, kind, sourceId, name, function: role });
}
