import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsISO8601, IsNotEmpty, IsOptional, IsString, IsUrl, IsUUID, Matches, MaxLength, ValidateNested } from 'class-validator';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import { IsCalendarDate } from '../../platform/http/is-calendar-date.js';
import { PageQuery } from '../../platform/http/paging.js';
import { PARTICIPANT_ANSWERS, type ParticipantAnswer } from '../bookings/booking-participant.entity.js';
import { DAYTIME, DayShapeInput, PanelPlaceInput } from './day-shape.input.js';

export class DaysQuery extends PageQuery {
  /** Today when left out. */
  @IsOptional() @IsCalendarDate()
  from?: CalendarDate;

  /** 26 weeks after `from` when left out. */
  @IsOptional() @IsCalendarDate()
  to?: CalendarDate;
}

export class NewDayInput extends DayShapeInput {
  @IsCalendarDate()
  date!: CalendarDate;

  /** The day belongs to this series and takes from it what is not said. */
  @IsOptional() @IsUUID()
  seriesId?: string;

  @IsOptional() @Matches(DAYTIME)
  startsAt?: string;

  @IsOptional() @IsUUID()
  chairId?: string;

  @IsOptional() @IsUUID()
  minuteTakerId?: string;
}

export class RelocationInput {
  @IsOptional() @IsCalendarDate()
  date?: CalendarDate;

  @IsOptional() @Matches(DAYTIME)
  startsAt?: string;

  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(100)
  room?: string | null;

  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(500)
  reason?: string;

  /** Items that lose their place: their referrals are accepted again, first in line. */
  @IsOptional() @IsArray() @ArrayMaxSize(50) @IsUUID(undefined, { each: true })
  unplace: string[] = [];

  /** The day moves although items then lie on or after the deadline that they were booked to meet. */
  @IsOptional() @IsBoolean()
  acceptPastDeadlines = false;
}

/** Only what is sent changes. */
export class DayCrewInput {
  @IsOptional() @IsUUID()
  chairId?: string;

  @IsOptional() @IsUUID()
  minuteTakerId?: string;

  @IsOptional() @IsArray() @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => PanelPlaceInput)
  panel?: PanelPlaceInput[];

  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(100)
  room?: string | null;

  @IsOptional() @IsUrl({ protocols: ['https'], require_protocol: true, require_tld: false }) @MaxLength(500)
  link?: string | null;
}

export class CancellationInput {
  @IsString() @IsNotEmpty() @MaxLength(500)
  reason!: string;

  /** Every item that is still on the day: none is lost unseen. */
  @IsOptional() @IsArray() @ArrayMaxSize(50) @IsUUID(undefined, { each: true })
  unplace: string[] = [];
}

export class ReopeningInput {
  /** The date from which the docket is closed again; the day itself when left out. */
  @IsOptional() @IsCalendarDate()
  closesOn?: CalendarDate;
}

export class DayAnswerInput {
  @IsIn(PARTICIPANT_ANSWERS)
  answer!: ParticipantAnswer;

  /** The beginning that the answer is to; refused when the day has been moved since. */
  @IsOptional() @IsISO8601({ strict: true })
  startsAt?: string;
}
