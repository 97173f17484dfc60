import { Type } from 'class-transformer';
import {
  ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min, ValidateNested,
} from 'class-validator';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import { IsCalendarDate } from '../../platform/http/is-calendar-date.js';
import {
  REFERRAL_TYPE_CODES, WITHOUT_YOUTH_REASONS, type ReferralTypeCode, type WithoutYouthReason,
} from '../../referrals/types/referral-codes.js';
import { ABSENCE_ANSWERS, ACTION_KINDS, YOUTH_VIEWS, type AbsenceAnswer, type ActionKind, type YouthView } from './closing-codes.js';
import type { ClosingStatement } from './closing-statement.js';
import type { Evaluation } from './evaluation.js';

class StaffAttendanceInput {
  @IsUUID()
  staffId!: string;

  @IsBoolean()
  present!: boolean;

  @IsOptional() @IsUUID()
  substituteId?: string;

  @IsOptional() @IsString() @MaxLength(500)
  absentReason?: string;
}

class GuestAttendanceInput {
  @IsUUID()
  guestId!: string;

  @IsBoolean()
  present!: boolean;
}

class YouthAttendanceInput {
  @IsBoolean()
  present!: boolean;

  @IsOptional() @IsIn(WITHOUT_YOUTH_REASONS)
  reason?: WithoutYouthReason;

  @IsOptional() @IsString() @MaxLength(1000)
  note?: string;

  @IsOptional() @IsIn(YOUTH_VIEWS)
  view?: YouthView;
}

class AttendanceInput {
  @IsOptional() @IsArray() @ArrayMaxSize(60) @ArrayUnique((row: StaffAttendanceInput | null) => row?.staffId) @ValidateNested({ each: true })
  @Type(() => StaffAttendanceInput)
  staff?: StaffAttendanceInput[];

  @IsOptional() @IsArray() @ArrayMaxSize(60) @ArrayUnique((row: GuestAttendanceInput | null) => row?.guestId) @ValidateNested({ each: true })
  @Type(() => GuestAttendanceInput)
  guests?: GuestAttendanceInput[];

  @IsOptional() @ValidateNested() @Type(() => YouthAttendanceInput)
  youth?: YouthAttendanceInput;
}

class FormalDecisionInput {
  @IsOptional() @IsCalendarDate()
  decidedOn?: CalendarDate;

  @IsOptional() @IsString() @MaxLength(200)
  unit?: string;

  /** The number in the specialist system. */
  @IsOptional() @IsString() @MaxLength(100)
  reference?: string;
}

export class DecisionInput {
  @IsOptional() @IsString() @MaxLength(4000)
  text?: string;

  @IsOptional() @IsString() @MaxLength(60)
  area?: string;

  @IsOptional() @ValidateNested() @Type(() => FormalDecisionInput)
  formalDecision?: FormalDecisionInput;
}

class ActionInput {
  @IsOptional() @IsString() @MaxLength(1000)
  text?: string;

  @IsOptional() @IsUUID()
  ownerId?: string;

  @IsOptional() @IsCalendarDate()
  dueOn?: CalendarDate;

  @IsOptional() @IsIn(ACTION_KINDS)
  kind?: ActionKind;

  @IsOptional() @IsUUID()
  goalId?: string;
}

class AbsenceAnswerInput {
  @IsOptional() @IsIn(ABSENCE_ANSWERS)
  then?: AbsenceAnswer;

  @IsOptional() @IsString() @MaxLength(1000)
  reason?: string;
}

class NextStepInput {
  @IsOptional() @IsUUID()
  slotId?: string;

  @IsOptional() @IsIn(REFERRAL_TYPE_CODES)
  type?: ReferralTypeCode;

  @IsOptional() @IsArray() @ArrayMaxSize(40) @IsUUID(undefined, { each: true })
  participantIds?: string[];

  @IsOptional() @IsString() @MaxLength(1000)
  lateReason?: string;

  @IsOptional() @IsCalendarDate()
  checkOn?: CalendarDate;

  @IsOptional() @IsString() @MaxLength(1000)
  closedBecause?: string;
}

class EvaluationInput implements Evaluation {
  @IsOptional() @IsInt() @Min(1) @Max(3)
  youthView?: number;

  @IsOptional() @IsInt() @Min(1) @Max(3)
  rightPeople?: number;

  @IsOptional() @IsInt() @Min(1) @Max(3)
  useful?: number;

  @IsOptional() @IsString() @MaxLength(2000)
  note?: string;
}

class QuestionInput {
  @IsOptional() @IsString() @MaxLength(2000)
  text?: string;

  @IsOptional() @IsUUID()
  ownerId?: string;
}

/** The body of a conclusion and of its draft. Everything may be left out here: what is needed to close is data of the type. */
export class ClosingInput implements ClosingStatement {
  /** A code of the type's outcomes. */
  @IsOptional() @IsString() @MaxLength(60)
  outcome?: string;

  @IsOptional() @ValidateNested() @Type(() => AttendanceInput)
  attendance?: AttendanceInput;

  @IsOptional() @IsArray() @ArrayMaxSize(30) @ValidateNested({ each: true }) @Type(() => DecisionInput)
  decisions?: DecisionInput[];

  @IsOptional() @IsArray() @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => ActionInput)
  actions?: ActionInput[];

  @IsOptional() @IsString() @MaxLength(1000)
  noActionsBecause?: string;

  @IsOptional() @IsUUID()
  coordinatorId?: string;

  @IsOptional() @ValidateNested() @Type(() => AbsenceAnswerInput)
  whenAbsent?: AbsenceAnswerInput;

  @IsOptional() @IsArray() @ArrayMaxSize(20) @IsString({ each: true }) @MaxLength(300, { each: true })
  places?: string[];

  @IsOptional() @IsString() @MaxLength(1000)
  fewerPlacesBecause?: string;

  @IsOptional() @ValidateNested() @Type(() => NextStepInput)
  next?: NextStepInput;

  @IsOptional() @ValidateNested() @Type(() => EvaluationInput)
  evaluation?: EvaluationInput;

  @IsOptional() @IsArray() @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => QuestionInput)
  principledQuestions?: QuestionInput[];
}
