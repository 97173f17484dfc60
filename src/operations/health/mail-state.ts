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
    if (!this.mailer.enabled || !(await this.kept())) return null;
    const [row] = await this.db.statement<{ seconds: number | null }>(
      'mail-waiting', `SELECT extract(epoch FROM now() - min(created_at))::float8 AS seconds FROM mail_delivery WHERE state IN ('pending', 'sending')`,
    );
    return row?.seconds ?? null;
  }

  async deliveries(): Promise<DeliveryCount[]> {
    if (!(await this.kept())) return [];
    return this.db.statement<DeliveryCount>('mail-counts', 'SELECT state, count(*)::int AS count FROM mail_delivery GROUP BY state ORDER BY state');
  }

  private async kept(): Promise<boolean> {
    const [row] = await this.db.statement<{ kept: boolean }>('mail-kept', `SELECT to_regclass('public.mail_delivery') IS NOT NULL AS kept`);
    return row?.kept === true;
  }
}
