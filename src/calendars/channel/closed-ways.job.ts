import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { Scheduled } from '../../platform/jobs/scheduled.js';
import { returnToMail } from './return-to-mail.js';

/** Subscriptions end by themselves, and people change departments. */
@Injectable()
export class ClosedWaysJob {
  @Scheduled({ name: 'calendars.closed_ways', everySeconds: 900 })
  async run(tx: Tx): Promise<void> {
    await returnToMail(tx);
  }
}
