import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { ClosedDayKind } from './danish-closed-days.js';

/** A date on which nothing is held: a public holiday, a day the municipality is closed, or a day of a holiday week. */
@Entity('closed_day')
@Unique('uq_closed_day_date', ['date'])
@Check('ck_closed_day_kind', "kind IN ('public_holiday', 'closed', 'holiday_week')")
export class ClosedDay {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_closed_day' })
  id!: string;

  @Column('date')
  date!: CalendarDate;

  @Column('varchar')
  kind!: ClosedDayKind;

  @Column('varchar')
  label!: string;

  @Column('timestamptz')
  createdAt!: Date;
}
