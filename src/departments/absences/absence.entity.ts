import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import { StaffMember } from '../staff/staff-member.entity.js';

/** Days on which a person is away, both ends included. Why they are away is nobody's business here. */
@Entity('absence')
@Check('ck_absence_period', 'ends_on >= starts_on')
@Index('ix_absence_staff', ['staffId', 'endsOn'])
export class Absence {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey(() => StaffMember, { name: 'fk_absence_staff' })
  staffId!: string;

  @Column('date')
  startsOn!: CalendarDate;

  @Column('date')
  endsOn!: CalendarDate;

  @Column('uuid', { nullable: true })
  createdBy: string | null = null;

  @Column('timestamptz')
  createdAt!: Date;
}
