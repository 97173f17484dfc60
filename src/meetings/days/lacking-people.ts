import type { Tx } from '../../platform/database/tx.js';
import { raiseTask, settleTasks } from '../../tasks/raise-task.js';
import type { MeetingDay } from './meeting-day.entity.js';
import type { SeatedCrew } from './seat-crew.js';

/** Asks the secretary to find somebody for a day that lacks standing people or its room, or takes the asking back. */
export async function askForLacking(tx: Tx, day: Pick<MeetingDay, 'id' | 'date' | 'closesOn'>, seated: SeatedCrew): Promise<void> {
  if (seated.lacks.length === 0) return settleTasks(tx, 'standing_member_busy', day.id);
  await raiseTask(tx, {
    kind: 'standing_member_busy', assigneeRole: 'meeting_secretary', subjectType: 'meeting_day', subjectId: day.id, dueOn: day.closesOn,
    dedupKey: `standing_member_busy:${day.id}:${day.date}:${[...seated.lacks].sort().join('+')}`,
  });
}
