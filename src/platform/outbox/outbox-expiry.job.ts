import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/tx.js';
import { Scheduled } from '../jobs/scheduled.js';

/** Finished messages are kept for looking back on a fault, and for their keys, which hold the day; dead ones until somebody has dealt with them. */
const KEPT_DAYS = 30;

@Injectable()
export class OutboxExpiry {
  @Scheduled({ name: 'outbox.expiry', everySeconds: 3_600 })
  async forget(tx: Tx): Promise<void> {
    await tx.execute(`DELETE FROM outbox_message WHERE state IN ('done', 'dismissed') AND finished_at < now() - make_interval(days => ${KEPT_DAYS})`);
  }
}
