import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { Scheduled } from '../../platform/jobs/scheduled.js';
import { followCoordinators, raiseDueTasks } from './raise-due-tasks.js';

@Injectable()
export class DueTasksJob {
  /** Looks every hour; what is asked for depends on the date alone. */
  @Scheduled({ name: 'conclusions.due-tasks', everySeconds: 3_600 })
  async run(tx: Tx): Promise<void> {
    await followCoordinators(tx);
    await raiseDueTasks(tx, tx.today);
  }
}
