import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { Scheduled } from '../../platform/jobs/scheduled.js';
import { escalateHandovers } from './escalate-handovers.js';
import { tellAboutLeavers } from './tell-about-leavers.js';

@Injectable()
export class HandoverEscalationJob {
  /** Looks every hour for offers that have waited for 7 days, and for youths whose coordinating caseworker has left. */
  @Scheduled({ name: 'youths.handover-escalation', everySeconds: 3_600 })
  async run(tx: Tx): Promise<void> {
    await escalateHandovers(tx, tx.today);
    await tellAboutLeavers(tx);
  }
}
