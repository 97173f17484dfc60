import type { Tx } from '../platform/database/tx.js';
import type { Mail } from '../platform/mail/mailer.js';
import type { MailDelivery, MailKind } from './mail-delivery.entity.js';

export interface MailToWrite extends MailDelivery {
  /** The recipient has got a request about the same thing with another time or room. */
  readonly update: boolean;
  readonly to: string;
}

/** Writes the mail of a delivery as it stands now; null when there is nothing to tell any more. */
export type MailComposer = (tx: Tx, delivery: MailToWrite) => Promise<Pick<Mail, 'subject' | 'text' | 'html' | 'calendar'> | null>;

/** Which feature writes which kind of mail. Features that stand after this one add theirs when the program starts. */
export class MailComposers {
  private readonly byKind = new Map<MailKind, MailComposer>();

  /** @throws Error when the kind has a composer already */
  add(kind: MailKind, composer: MailComposer): void {
    if (this.byKind.has(kind)) throw new Error(`two composers for mails of the kind ${kind}`);
    this.byKind.set(kind, composer);
  }

  /** @throws Error when no feature writes such mails */
  of(kind: MailKind): MailComposer {
    const composer = this.byKind.get(kind);
    if (composer === undefined) throw new Error(`no composer for mails of the kind ${kind}`);
    return composer;
  }
}
