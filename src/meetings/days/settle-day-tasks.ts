import type { Tx } from '../../platform/database/tx.js';
import { settleTasks } from '../../tasks/raise-task.js';

/** Closes all that is asked about a day that is over or off. */
export async function settleDayTasks(tx: Tx, meetingDayId: string): Promise<void> {
  for (const kind of ['closed_day_on_meeting', 'standing_member_busy', 'standing_member_declined'] as const) await settleTasks(tx, kind, meetingDayId);
}
