import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Department } from '../departments/units/department.entity.js';
import { StaffMember } from '../departments/staff/staff-member.entity.js';
import type { CalendarDate } from '../platform/clock/calendar-date.js';
import type { Role } from '../platform/database/actor.js';
import type { TaskKind } from './task-kinds.data.js';

/** Something the system asks a person, or whoever holds a role, to do. It points at what it is about and holds no text. */
@Entity('task')
@Check('ck_task_assignee', 'assignee_id IS NOT NULL OR assignee_role IS NOT NULL')
@Unique('uq_task_dedup', ['dedupKey'])
@Index('ix_task_assignee', ['assigneeId'], { where: '(done_at IS NULL)' })
export class Task {
  @PrimaryColumn('uuid')
  id!: string;

  /** A code with a Danish line and who ticks it off in `task-kinds.data.ts`. */
  @Column('varchar')
  kind!: TaskKind;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => StaffMember, { name: 'fk_task_assignee' })
  assigneeId: string | null = null;

  @Column('varchar', { nullable: true })
  assigneeRole: Role | null = null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => Department, { name: 'fk_task_department' })
  departmentId: string | null = null;

  @Column('uuid', { nullable: true })
  youthId: string | null = null;

  @Column('varchar')
  subjectType!: string;

  @Column('uuid')
  subjectId!: string;

  /** The same task is never raised twice. */
  @Column('varchar')
  dedupKey!: string;

  @Column('date', { nullable: true })
  dueOn: CalendarDate | null = null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  doneAt: Date | null = null;

  @Column('uuid', { nullable: true })
  doneBy: string | null = null;
}
