import { addDays, type CalendarDate } from '../../platform/clock/calendar-date.js';
import { startOfDay } from '../../platform/clock/zone.js';
import type { Tx } from '../../platform/database/tx.js';
import { raiseTask } from '../../tasks/raise-task.js';
import { DAYS_TO_ANSWER } from './handover.entity.js';

interface Unanswered {
  readonly id: string;
  readonly youthId: string;
  readonly giverDepartmentId: string;
  readonly receiverDepartmentId: string;
}

const UNANSWERED = `
  UPDATE handover h SET escalated_at = $2
  FROM youth y, staff_member receiver
  WHERE h.state = 'offered' AND h.escalated_at IS NULL AND h.offered_at < $1 AND y.id = h.youth_id AND receiver.id = h.to_staff_id
  RETURNING h.id, h.youth_id AS "youthId", receiver.department_id AS "receiverDepartmentId",
    coalesce((SELECT department_id FROM staff_member WHERE id = h.from_staff_id), y.department_id) AS "giverDepartmentId"`;

/**
 * Tells the team leaders of both units about every offer that has waited for 7 days, once. A second run for the same day
 * finds nothing. Returns how many offers it told about.
 */
export async function escalateHandovers(tx: Tx, asOf: CalendarDate): Promise<number> {
  const offeredBefore = startOfDay(addDays(asOf, 1 - DAYS_TO_ANSWER));
  const unanswered = await tx.query<Unanswered>(UNANSWERED, [offeredBefore, tx.now], 'handover-unanswered');
  for (const handover of unanswered) await tellTeamLeaders(tx, handover);
  if (unanswered.length > 0) {
    const youthIds = unanswered.map(({ youthId }) => youthId);
    tx.audit('handover.escalated', { type: 'handover', id: null, youthIds, ground: 'system' });
  }
  return unanswered.length;
}

async function tellTeamLeaders(tx: Tx, handover: Unanswered): Promise<void> {
  for (const departmentId of new Set([handover.giverDepartmentId, handover.receiverDepartmentId])) {
    await raiseTask(tx, {
      kind: 'handover_unanswered',
      assigneeRole: 'team_leader',
      departmentId,
      youthId: handover.youthId,
      subjectType: 'handover',
      subjectId: handover.id,
      dedupKey: `handover_unanswered:${handover.id}:${departmentId}`,
    });
  }
}
