import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/tx.js';
import { Scheduled } from '../platform/jobs/scheduled.js';
import { mailDue } from './write-mail.js';

const FORGOTTEN = `
  SELECT delivery.id FROM mail_delivery delivery
  WHERE delivery.state IN ('pending', 'sending') AND delivery.created_at < $1::timestamptz - interval '15 minutes'
    AND NOT EXISTS (SELECT 1 FROM outbox_message message WHERE message.kind = 'mail.due' AND message.state IN ('pending', 'queued')
      AND message.payload ->> 'deliveryId' = delivery.id::text)
  LIMIT 500`;

/** No mail is left behind: what is unfinished and no message speaks for any more gets a new one. */
@Injectable()
export class MailReviver {
  @Scheduled({ name: 'mails.revive', everySeconds: 300 })
  async revive(tx: Tx): Promise<void> {
    for (const { id } of await tx.query<{ id: string }>(FORGOTTEN, [tx.now], 'mail-forgotten')) tx.enqueue(mailDue, { deliveryId: id });
  }
}
