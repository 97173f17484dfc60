import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/tx.js';
import { Scheduled } from '../platform/jobs/scheduled.js';
import { askForOtherWay } from './ask-for-other-way.js';
import { MailDelivery } from './mail-delivery.entity.js';
import { mailDue } from './write-mail.js';

interface ForgottenMail {
  readonly id: string;
  /** An administrator has let its message rest. */
  readonly dismissed: boolean;
}

/** A message that is dead waits for the administrator: one more in its place would die in the same way, over and over. */
const FORGOTTEN = `
  WITH told AS (SELECT payload ->> 'deliveryId' AS id, state FROM outbox_message WHERE kind = 'mail.due' AND state <> 'done')
  SELECT delivery.id, EXISTS (SELECT 1 FROM told WHERE told.id = delivery.id::text AND told.state = 'dismissed') AS dismissed FROM mail_delivery delivery
  WHERE delivery.state IN ('pending', 'sending') AND delivery.created_at < $1::timestamptz - interval '15 minutes'
    AND NOT EXISTS (SELECT 1 FROM told WHERE told.id = delivery.id::text AND told.state <> 'dismissed')
  LIMIT 500`;

/** No mail is left behind: what is unfinished and no message speaks for any more gets a new one, or ends when somebody let it rest. */
@Injectable()
export class MailReviver {
  @Scheduled({ name: 'mails.revive', everySeconds: 300 })
  async revive(tx: Tx): Promise<void> {
    for (const { id, dismissed } of await tx.query<ForgottenMail>(FORGOTTEN, [tx.now], 'mail-forgotten')) {
      if (dismissed) await end(tx, id);
      else tx.enqueue(mailDue, { deliveryId: id });
    }
  }
}

async function end(tx: Tx, id: string): Promise<void> {
  const delivery = await tx.lock(MailDelivery, id);
  Object.assign(delivery, { state: 'failed', lastError: 'dismissed', finishedAt: tx.now });
  await tx.save(delivery);
  await askForOtherWay(tx, delivery);
}
