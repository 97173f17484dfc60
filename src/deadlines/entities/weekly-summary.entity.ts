import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { StaffMember } from '../../departments/staff/staff-member.entity.js';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';

/** Counts only: what a person has before them, no youth is named. */
export interface WeeklyFigures {
  overdue: number;
  dueWithin7: number;
  dueWithin30: number;
  dueWithin90: number;
}

/** What one person was told on the Monday of a week. */
@Entity('weekly_summary')
export class WeeklySummary {
  @ForeignKey(() => StaffMember, { name: 'fk_weekly_summary_staff' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_weekly_summary' })
  staffId!: string;

  @PrimaryColumn('date', { primaryKeyConstraintName: 'pk_weekly_summary' })
  weekStartsOn!: CalendarDate;

  @Column('jsonb')
  figures!: WeeklyFigures;

  @Column('timestamptz')
  createdAt!: Date;
}
