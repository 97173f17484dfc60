import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Room } from '../../departments/room.entity.js';
import { StaffMember } from '../../departments/staff/staff-member.entity.js';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { SlotPlanPart } from '../days/slot-plan.js';
import type { ClosedDayPolicy } from './recurrence.js';

/** K-møder at a fixed time: an anchor date, a step in days and what each day takes. */
@Entity('meeting_series')
@Check('ck_meeting_series_interval', 'interval_days BETWEEN 1 AND 366')
@Check('ck_meeting_series_policy', "closed_day_policy IN ('skip', 'next_working_day', 'previous_working_day')")
export class MeetingSeries {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_meeting_series' })
  id!: string;

  @Column('varchar')
  name!: string;

  @Column('date')
  anchorDate!: CalendarDate;

  @Column('integer')
  intervalDays!: number;

  /** Wall time in Copenhagen, 'HH:MM', the same on both sides of a clock change. */
  @Column('varchar')
  startsAtTime!: string;

  @Column('jsonb')
  slotPlan!: SlotPlanPart[];

  @ForeignKey(() => Room, { name: 'fk_meeting_series_room' })
  @Column('uuid', { nullable: true })
  roomId!: string | null;

  @Column('varchar', { nullable: true })
  link!: string | null;

  @ForeignKey(() => StaffMember, { name: 'fk_meeting_series_chair' })
  @Column('uuid')
  chairId!: string;

  @ForeignKey(() => StaffMember, { name: 'fk_meeting_series_minute_taker' })
  @Column('uuid')
  minuteTakerId!: string;

  @Column('varchar')
  closedDayPolicy!: ClosedDayPolicy;

  /** The last date that the series may have a meeting on; null while it goes on. */
  @Column('date', { nullable: true })
  endedOn!: CalendarDate | null;

  @Column('integer', { default: 0 })
  revision!: number;

  @Column('timestamptz')
  createdAt!: Date;
}
