import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/tx.js';
import { Scheduled } from '../jobs/scheduled.js';

/** A caller that has not repeated a request within two days never will. */
const KEPT_HOURS = 48;

@Injectable()
export class IdempotencyExpiry {
  @Scheduled({ name: 'idempotency.expiry', everySeconds: 3_600 })
  async forget(tx: Tx): Promise<void> {
    await tx.execute(`DELETE FROM idempotency_key WHERE created_at < now() - make_interval(hours => ${KEPT_HOURS})`);
  }
}
