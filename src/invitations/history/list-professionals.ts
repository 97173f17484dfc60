import type { DeliveryState } from '../../mails/mail-delivery.entity.js';
import type { ParticipantAnswer } from '../../meetings/bookings/booking-participant.entity.js';
import type { Tx } from '../../platform/database/tx.js';
import { COLLEAGUE_HAS_ADDRESS } from '../planning/invitees.sql.js';
import type { InvitationLine } from './list-invitations.js';

/** A professional from outside who is invited to an item, with what was answered and what became of the last mail. */
export interface ProfessionalLine {
  readonly id: string;
  readonly name: string;
  readonly function: string | null;
  readonly email: string;
  readonly answer: ParticipantAnswer | null;
  /** The address is that of a colleague who takes part and is told; the guest then gets nothing of their own. */
  readonly colleagues: boolean;
  /** Null until the first mail is written, shortly after the invitation. */
  readonly mail: { readonly kind: InvitationLine['kind']; readonly state: DeliveryState; readonly finishedAt: string | null } | null;
}

const LINES = `
  SELECT guest.id, guest.name, guest.function, guest.email, guest.answer, ${COLLEAGUE_HAS_ADDRESS} AS colleagues,
    (SELECT json_build_object('kind', mail.kind, 'state', mail.state, 'finishedAt', mail.finished_at) FROM mail_delivery mail
      WHERE mail.subject_kind = 'booking' AND mail.subject_id = guest.booking_id AND mail.recipient_id = guest.id
      ORDER BY mail.created_at DESC, mail.id DESC LIMIT 1) AS mail
  FROM booking_guest guest WHERE guest.booking_id = $1 AND guest.email IS NOT NULL ORDER BY guest.name COLLATE "da-x-icu", guest.id`;

/** Those whom an item's invitations go to outside the house. The caller has opened the item. */
export async function listProfessionals(tx: Tx, bookingId: string): Promise<ProfessionalLine[]> {
  return tx.query<ProfessionalLine>(LINES, [bookingId], 'professionals');
}
