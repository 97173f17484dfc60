import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Mailer } from '../../platform/mail/mailer.js';

export interface DeliveryCount {
  readonly state: string;
  readonly count: number;
}

/** How mail gets out, counted: nobody's address, nobody's meeting. */
@Injectable()
export class MailState {
  constructor(
    private readonly db: Database,
    private readonly mailer: Mailer,
  ) {}

  /** Age in seconds of the oldest mail that is still to be sent; null when there is none, or no mail is sent here at all. */
  async waitingSeconds(): Promise<number | null> {
    if (!this.mailer.enabled) return null;
    const [row] = await this.db.statement<{ seconds: number | null }>(
      'mail-waiting', `SELECT extract(epoch FROM now() - min(created_at))::float8 AS seconds FROM mail_delivery WHERE state IN ('pending', 'sending')`,
    );
    return row?.seconds ?? null;
  }

  async deliveries(): Promise<DeliveryCount[]> {
    return this.db.statement<DeliveryCount>('mail-counts', 'SELECT state, count(*)::int AS count FROM mail_delivery GROUP BY state ORDER BY state');
  }
}
