import { newId } from '../platform/database/ids.js';
import type { Tx } from '../platform/database/tx.js';
import { defineMessage } from '../platform/outbox/message.js';
import type { MailContent, MailDelivery, MailKind } from './mail-delivery.entity.js';

/** A mail of the ledger may go out. */
export const mailDue = defineMessage<{ deliveryId: string }>('mail.due');

export interface NewMail extends Pick<MailDelivery, 'subjectKind' | 'subjectId' | 'recipientKind' | 'recipientId'> {
  readonly kind: MailKind;
  readonly sequence: number;
  readonly address?: string | null;
  readonly content?: MailContent | null;
  /** The recipient is told by a feed or a calendar server: only noted. */
  readonly elsewhere?: boolean;
  /** Not before this instant. */
  readonly notBefore?: Date;
}

/** Puts a mail into the ledger, to go out after the commit. The same mail a second time is left out. Returns true when it is new. */
export async function writeMail(tx: Tx, mail: NewMail): Promise<boolean> {
  const id = newId();
  const written = await tx.execute(
    `INSERT INTO mail_delivery (id, subject_kind, subject_id, recipient_kind, recipient_id, address, kind, sequence, content, state, created_at, finished_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::varchar, $11::timestamptz, CASE WHEN $10::varchar = 'elsewhere' THEN $11::timestamptz END)
     ON CONFLICT ON CONSTRAINT uq_mail_delivery DO NOTHING`,
    [
      id, mail.subjectKind, mail.subjectId, mail.recipientKind, mail.recipientId, mail.address ?? null, mail.kind, mail.sequence,
      mail.content === undefined || mail.content === null ? null : JSON.stringify(mail.content), mail.elsewhere === true ? 'elsewhere' : 'pending', tx.now,
    ],
  );
  if (written === 1 && mail.elsewhere !== true) tx.enqueue(mailDue, { deliveryId: id }, mail.notBefore === undefined ? {} : { availableAt: mail.notBefore });
  return written === 1;
}
