import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { Scheduled } from '../../platform/jobs/scheduled.js';

@Injectable()
export class FeedAddressesJob {
  @Scheduled({ name: 'calendars.addresses', everySeconds: 300 })
  async forget(tx: Tx): Promise<void> {
    await tx.execute('DELETE FROM feed_address WHERE shown_until <= $1', [tx.now]);
  }
}
