import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Mailer } from '../../platform/mail/mailer.js';

export interface DeliveryCount {
  readonly state: string;
  readonly count: number;
}

/** A mail that has not been tried waits from the time at which its message is due. */
const WAITING = `
  SELECT extract(epoch FROM now() - min(since))::float8 AS seconds FROM (
    SELECT CASE WHEN mail.attempts = 0 THEN greatest(mail.created_at, message.available_at) ELSE mail.created_at END AS since FROM mail_delivery mail
    LEFT JOIN outbox_message message ON message.kind = 'mail.due' AND message.state IN ('pending', 'queued') AND message.payload ->> 'deliveryId' = mail.id::text
    WHERE mail.state IN ('pending', 'sending')) waiting WHERE since <= now()`;

/** How mail gets out, counted: nobody's address, nobody's meeting. */
@Injectable()
export class MailState {
  constructor(
    private readonly db: Database,
    private readonly mailer: Mailer,
  ) {}

  /**
   * How long the oldest mail that is to be out by now has waited, in seconds; one that is written ahead of its time does not wait yet.
   * Null when there is none, or no mail is sent here at all.
   */
  async waitingSeconds(): Promise<number | null> {
    if (!this.mailer.enabled) return null;
    const [row] = await this.db.statement<{ seconds: number | null }>('mail-waiting', WAITING);
    return row?.seconds ?? null;
  }

  /** How many mails are in which state. */
  async deliveries(): Promise<DeliveryCount[]> {
    return this.db.statement<DeliveryCount>('mail-counts', 'SELECT state, count(*)::int AS count FROM mail_delivery GROUP BY state ORDER BY state');
  }
}
