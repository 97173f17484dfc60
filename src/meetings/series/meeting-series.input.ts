import { IsIn, IsInt, IsNotEmpty, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import { IsCalendarDate } from '../../platform/http/is-calendar-date.js';
import { DAYTIME, DayShapeInput } from '../days/day-shape.input.js';
import { CLOSED_DAY_POLICIES, type ClosedDayPolicy } from './recurrence.js';

export class NewSeriesInput extends DayShapeInput {
  @IsString() @IsNotEmpty() @MaxLength(100)
  name!: string;

  @IsCalendarDate()
  anchorDate!: CalendarDate;

  @IsInt() @Min(1) @Max(366)
  intervalDays = 14;

  @Matches(DAYTIME)
  startsAt!: string;

  @IsUUID()
  chairId!: string;

  @IsUUID()
  minuteTakerId!: string;

  @IsIn(CLOSED_DAY_POLICIES)
  closedDayPolicy: ClosedDayPolicy = 'skip';
}

export class SeriesChangeInput extends DayShapeInput {
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(100)
  name?: string;

  @IsOptional() @IsCalendarDate()
  anchorDate?: CalendarDate;

  @IsOptional() @IsInt() @Min(1) @Max(366)
  intervalDays?: number;

  @IsOptional() @Matches(DAYTIME)
  startsAt?: string;

  @IsOptional() @IsUUID()
  chairId?: string;

  @IsOptional() @IsUUID()
  minuteTakerId?: string;

  @IsOptional() @IsIn(CLOSED_DAY_POLICIES)
  closedDayPolicy?: ClosedDayPolicy;

  /** The last date that the series may have a meeting on; null lets it go on. */
  @IsOptional() @IsCalendarDate()
  endedOn?: CalendarDate | null;
}
