import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/tx.js';
import { Scheduled } from '../platform/jobs/scheduled.js';

/** Sessions that are over and old failed sign-ins serve nobody. */
@Injectable()
export class SessionExpiry {
  @Scheduled({ name: 'sessions.expiry', everySeconds: 3_600 })
  async forget(tx: Tx): Promise<void> {
    await tx.execute('DELETE FROM session WHERE expires_at < now()');
    await tx.execute("DELETE FROM sign_in_attempt WHERE at < now() - interval '1 day'");
  }
}
