import { mayClose } from '../../conclusions/closing/item-to-conclude.js';
import { mayWriteDraft } from '../../conclusions/drafts/conclusion-drafts.service.js';
import { handlesItem } from '../../meetings/bookings/booking-scope.js';
import { type BookingView, readBooking } from '../../meetings/bookings/read-booking.js';
import type { Tx } from '../../platform/database/tx.js';
import { Referral } from '../../referrals/referral.entity.js';

/** An item with what the actor may do with it. */
export interface ItemAccess {
  readonly booking: BookingView;
  /** May move and cancel it, change its people and note the youth's answer. */
  readonly handles: boolean;
  readonly writesDraft: boolean;
  readonly closes: boolean;
  readonly staffId: string | null;
}

/** An item that the actor may see; the reading is logged. @throws DomainError not_found */
export async function readItem(tx: Tx, id: string): Promise<ItemAccess> {
  const booking = await readBooking(tx, id);
  const referral = await tx.find(Referral, booking.referralId);
  const held = { youthId: referral.youthId, meetingDayId: booking.meetingDayId };
  const closes = await mayClose(tx, held);
  return {
    booking, handles: await handlesItem(tx, referral, { meetingDayId: booking.meetingDayId }), closes,
    writesDraft: closes || (await mayWriteDraft(tx, held)), staffId: tx.actor.staffId,
  };
}
