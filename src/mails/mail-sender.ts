import { Injectable } from '@nestjs/common';
import { Config } from '../platform/config/config.js';
import { systemActor } from '../platform/database/actor.js';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import { unavailable } from '../platform/errors/domain-error.js';
import { Logger } from '../platform/logging/logger.js';
import { failureCode, failureOf } from '../platform/mail/mail-failure.js';
import { Mailer } from '../platform/mail/mailer.js';
import { type EffectContext, HandlesEffect } from '../platform/outbox/handlers.js';
import { LeaseLost } from '../platform/outbox/outbox-consumer.js';
import { type ClaimedMail, claimMail } from './claim-mail.js';
import { askForOtherWay } from './ask-for-other-way.js';
import { givesUp } from './gives-up.js';
import { MailComposers } from './mail-composers.js';
import { MailDelivery } from './mail-delivery.entity.js';
import { mailDue } from './write-mail.js';

/** Sends the mails of the ledger: at least once, and a repeat has the same Message-ID, UID and SEQUENCE. */
@Injectable()
export class MailSender {
  private readonly host: string;

  constructor(
    private readonly db: Database,
    private readonly mailer: Mailer,
    private readonly composers: MailComposers,
    private readonly logger: Logger,
    config: Config,
  ) {
    this.host = new URL(config.PUBLIC_URL).hostname;
  }

  @HandlesEffect(mailDue)
  async send({ deliveryId }: { deliveryId: string }, { messageId: requestId, stillMine }: EffectContext): Promise<void> {
    if (!this.mailer.enabled) throw unavailable('no_mail_server', 'Der er ingen mailserver sat op, så mailen venter.');
    const actor = systemActor(requestId);
    const claimed = await this.db.transaction(actor, (tx) => claimMail(tx, deliveryId, this.composers, this.host));
    if (claimed === null) return;
    await stillMine();
    try {
      await this.mailer.send(claimed.mail);
    } catch (error) {
      const final = await this.db.transaction(actor, (tx) => noteFailure(tx, claimed, error));
      // A mail server that is away is an outage: the queue's few tries are not for it, the ledger says when it is enough.
      if (!final) throw unavailable(failureCode(error), 'Mailserveren tog ikke mailen. Den prøves igen.');
      return this.logger.warning('mail cannot be delivered', { code: failureCode(error), messageId: requestId });
    }
    await this.db.transaction(actor, (tx) => noteSent(tx, deliveryId));
  }
}

async function noteSent(tx: Tx, deliveryId: string): Promise<void> {
  const delivery = await tx.lock(MailDelivery, deliveryId);
  Object.assign(delivery, { state: 'sent', unsureTries: 0, lastError: null, finishedAt: tx.now });
  await tx.save(delivery);
}

/**
 * Returns true when there is no point in trying again; then somebody is asked to tell the recipient. Only this try is taken out
 * of doubt: an earlier one may have brought the mail, whatever the server says now.
 * @throws LeaseLost when the mail is under way in another's hands: as long as it is, no later one may overtake it
 */
async function noteFailure(tx: Tx, { deliveryId, attempts }: ClaimedMail, error: unknown): Promise<boolean> {
  const delivery = await tx.lock(MailDelivery, deliveryId);
  if (delivery.attempts !== attempts) throw new LeaseLost('the mail was taken over');
  if (delivery.state !== 'sending') return true;
  const failure = failureOf(error);
  const startsInMs = delivery.content === null ? null : Date.parse(delivery.content.startsAt) - tx.now.getTime();
  const unsureTries = delivery.unsureTries - (failure === 'unsure' ? 0 : 1);
  const final = givesUp(failure, { tries: attempts, unsureTries, waitedMs: tx.now.getTime() - delivery.createdAt.getTime(), startsInMs });
  Object.assign(delivery, { state: final ? 'failed' : 'pending', unsureTries, lastError: failureCode(error), finishedAt: final ? tx.now : null });
  await tx.save(delivery);
  if (final) await askForOtherWay(tx, delivery);
  return final;
}
