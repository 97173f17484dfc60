import type { DeliveryState } from '../../mails/mail-delivery.entity.js';
import { bookingGround, visibleBooking } from '../../meetings/bookings/booking-scope.js';
import { Booking } from '../../meetings/bookings/booking.entity.js';
import type { Tx } from '../../platform/database/tx.js';

/** What somebody was told about an item, and what became of it. Those who sit the whole day are told of the day. */
export interface InvitationLine {
  readonly id: string;
  readonly kind: 'request' | 'cancel' | 'short_notice';
  readonly person: { readonly kind: 'staff' | 'guest'; readonly name: string };
  readonly sequence: number;
  readonly state: DeliveryState;
  readonly stateLabel: string;
  /** The time that was told. */
  readonly startsAt: string;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
}

export const DELIVERY_STATE_LABELS: Readonly<Record<DeliveryState, string>> = {
  pending: 'venter på at blive sendt', sending: 'bliver sendt', sent: 'sendt', superseded: 'ikke sendt, en nyere kom i stedet',
  failed: 'kunne ikke leveres', elsewhere: 'vises i personens kalender',
};

const LINES = `
  SELECT mail.id, mail.kind, mail.sequence, mail.state, mail.content ->> 'startsAt' AS "startsAt", mail.created_at AS "createdAt", mail.finished_at AS "finishedAt",
    json_build_object('kind', mail.recipient_kind, 'name', coalesce(person.name, guest.name, 'En gæst, der ikke længere er med')) AS person
  FROM mail_delivery mail LEFT JOIN staff_member person ON person.id = mail.recipient_id LEFT JOIN booking_guest guest ON guest.id = mail.recipient_id
  WHERE mail.subject_kind = 'booking' AND mail.subject_id = $1 ORDER BY mail.created_at DESC, mail.id DESC`;

/** The invitations of an item that the actor may see, the latest first. @throws DomainError not_found */
export async function listInvitations(tx: Tx, bookingId: string): Promise<InvitationLine[]> {
  const { youthId } = await tx.find(Booking, bookingId, visibleBooking(tx));
  tx.audit('invitations.listed', { type: 'booking', id: bookingId, youthIds: youthId === null ? [] : [youthId], ground: await bookingGround(tx, youthId) });
  const lines = await tx.query<Omit<InvitationLine, 'stateLabel'>>(LINES, [bookingId], 'invitations');
  return lines.map((line) => ({ ...line, stateLabel: DELIVERY_STATE_LABELS[line.state] }));
}
