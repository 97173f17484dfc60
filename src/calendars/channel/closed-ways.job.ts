import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { Scheduled } from '../../platform/jobs/scheduled.js';
import { returnToMail } from './return-to-mail.js';
import { noteWorkingWays } from './works-again.js';

/** Subscriptions end by themselves, programs stop fetching and begin again, servers stop answering, and people change departments. */
@Injectable()
export class ClosedWaysJob {
  constructor(private readonly mailer: Mailer) {}

  @Scheduled({ name: 'calendars.closed_ways', everySeconds: 900 })
  async run(tx: Tx): Promise<void> {
    await returnToMail(tx, this.mailer.enabled ? 'gone_or_silent' : 'gone');
    await noteWorkingWays(tx);
  }
}
