import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsNotEmpty, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { DAYTIME } from '../../../meetings/days/day-shape.input.js';
import type { CalendarDate } from '../../../platform/clock/calendar-date.js';
import { IsCalendarDate } from '../../../platform/http/is-calendar-date.js';
import { TickField } from '../../forms/form-input.js';
import { EmptyIsLeftOut, Trimmed } from '../../forms/empty-is-left-out.js';

/** Boxes that are ticked come as one value or several, or not at all. */
const Ticked = (): PropertyDecorator => Transform(({ value }: { value: unknown }) => (value === undefined ? [] : [value].flat()));

export class ReopenForm {
  @EmptyIsLeftOut() @IsOptional() @IsCalendarDate()
  closesOn?: CalendarDate;
}

export class MoveDayForm {
  @IsCalendarDate()
  date!: CalendarDate;

  @Matches(DAYTIME)
  startsAt!: string;

  @EmptyIsLeftOut() @IsOptional() @IsString() @MaxLength(100)
  room?: string;

  @Trimmed() @IsString() @IsNotEmpty() @MaxLength(500)
  reason!: string;

  @Ticked() @IsArray() @ArrayMaxSize(50) @IsUUID(undefined, { each: true })
  unplace: string[] = [];

  @TickField()
  acceptPastDeadlines = false;
}

export class CancelDayForm {
  @Trimmed() @IsString() @IsNotEmpty() @MaxLength(500)
  reason!: string;

  @Ticked() @IsArray() @ArrayMaxSize(50) @IsUUID(undefined, { each: true })
  unplace: string[] = [];
}

export class LateItemForm {
  @IsUUID()
  referralId!: string;

  @IsUUID()
  slotId!: string;

  @Trimmed() @IsString() @IsNotEmpty() @MaxLength(1_000)
  lateReason!: string;
}

export class NewDayForm {
  @IsCalendarDate()
  date!: CalendarDate;

  @EmptyIsLeftOut() @IsOptional() @IsUUID()
  seriesId?: string;

  @EmptyIsLeftOut() @IsOptional() @Matches(DAYTIME)
  startsAt?: string;

  @EmptyIsLeftOut() @IsOptional() @IsString() @MaxLength(100)
  room?: string;

  @EmptyIsLeftOut() @IsOptional() @IsUUID()
  chairId?: string;

  @EmptyIsLeftOut() @IsOptional() @IsUUID()
  minuteTakerId?: string;
}
