import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { Role } from '../../platform/database/actor.js';
import { Department } from '../units/department.entity.js';

/** A person who works for the municipality. Never deleted: the log and old meetings name them. */
@Entity('staff_member')
@Unique('uq_staff_member_email', ['email'])
@Index('ix_staff_member_department', ['departmentId'])
export class StaffMember {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('varchar')
  name!: string;

  @Column('varchar')
  email!: string;

  @Column('varchar', { nullable: true })
  phone: string | null = null;

  @Column('varchar', { nullable: true })
  title: string | null = null;

  @Column('uuid')
  @ForeignKey(() => Department, { name: 'fk_staff_member_department' })
  departmentId!: string;

  @Column('timestamptz', { nullable: true })
  deactivatedAt: Date | null = null;

  @Column('timestamptz')
  createdAt!: Date;
}

/** A role that a person holds between two dates, both included. */
@Entity('staff_role')
@Check('ck_staff_role_role', "role IN ('caseworker', 'team_leader', 'meeting_secretary', 'chair', 'admin', 'auditor')")
@Index('uq_staff_role_current', ['staffId', 'role'], { unique: true, where: '(valid_to IS NULL)' })
export class StaffRole {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey(() => StaffMember, { name: 'fk_staff_role_staff' })
  staffId!: string;

  @Column('varchar')
  role!: Role;

  @Column('date')
  validFrom!: CalendarDate;

  @Column('date', { nullable: true })
  validTo: CalendarDate | null = null;
}
