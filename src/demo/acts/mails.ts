import { readOccasion } from '../../invitations/planning/read-occasion.js';
import { askForOtherWay } from '../../mails/ask-for-other-way.js';
import { MailDelivery } from '../../mails/mail-delivery.entity.js';
import { newId } from '../../platform/database/ids.js';
import { Mailer } from '../../platform/mail/mailer.js';
import type { DemoWorld } from '../demo-world.js';

/**
 * What the ledger says of an item's invitations as if a mail server had taken them; with `undelivered` the last person's
 * mailbox was full. Where the demo has a mail server of its own, the ledger fills by itself.
 */
export async function tellByMail(world: DemoWorld, name: string, { undelivered }: { undelivered: boolean }): Promise<void> {
  if (world.get(Mailer).enabled) return;
  await world.asSystem(async (tx) => {
    const occasion = await readOccasion(tx, 'booking', world.booking(name));
    if (occasion === null) return;
    const { subjectKind, subjectId, revision: sequence, content, people } = occasion;
    for (const [at, { kind: recipientKind, id: recipientId, address }] of people.entries()) {
      const failed = undelivered && at === people.length - 1;
      const delivery = Object.assign(new MailDelivery(), {
        id: newId(), subjectKind, subjectId, recipientKind, recipientId, address, kind: 'request' as const, sequence, content, state: failed ? 'failed' as const : 'sent' as const,
        attempts: 1, unsureTries: 0, attemptedAt: tx.now, lastError: failed ? 'smtp_552' : null, createdAt: tx.now, finishedAt: tx.now,
      });
      await tx.insert(delivery);
      if (failed) await askForOtherWay(tx, delivery);
    }
  });
}
