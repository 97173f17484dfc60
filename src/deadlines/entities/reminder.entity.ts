import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { StaffMember } from '../../departments/staff/staff-member.entity.js';
import type { ReminderStep } from '../reminders/reminder-steps.js';
import { Deadline } from './deadline.entity.js';

/** The ledger of reminders: one step of one deadline reaches a person once. */
@Entity('reminder')
@Unique('uq_reminder', ['deadlineId', 'step', 'recipientId'])
@Check('ck_reminder_step', "step IN ('days_90', 'days_30', 'days_7', 'overdue')")
@Index('ix_reminder_recipient', ['recipientId', 'createdAt'])
export class Reminder {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_reminder' })
  id!: string;

  @ForeignKey(() => Deadline, { name: 'fk_reminder_deadline' })
  @Column('uuid')
  deadlineId!: string;

  @Column('varchar')
  step!: ReminderStep;

  @ForeignKey(() => StaffMember, { name: 'fk_reminder_recipient' })
  @Column('uuid')
  recipientId!: string;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  seenAt!: Date | null;
}
