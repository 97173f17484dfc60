import { Injectable } from '@nestjs/common';
import { staffLeft } from '../departments/staff/staff-events.js';
import { StaffMember } from '../departments/staff/staff-member.entity.js';
import type { Tx } from '../platform/database/tx.js';
import { Handles } from '../platform/outbox/handlers.js';
import { raiseTask } from './raise-task.js';

/** Somebody has left: the unit's team leaders see to it that youths and actions move on. */
@Injectable()
export class StaffLeftHandler {
  @Handles(staffLeft)
  async raise(tx: Tx, { staffId }: { staffId: string }): Promise<void> {
    const person = await tx.find(StaffMember, staffId);
    await raiseTask(tx, {
      kind: 'staff_left', assigneeRole: 'team_leader', departmentId: person.departmentId, subjectType: 'staff', subjectId: staffId,
      dedupKey: `staff-left:${staffId}:${person.deactivatedAt?.toISOString() ?? ''}`, dueOn: tx.today,
    });
  }
}
