import { Type } from 'class-transformer';
import {
  ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsNotEmpty, IsObject, IsOptional, IsString, IsUUID, MaxLength, ValidateNested,
} from 'class-validator';
import type { CalendarDate } from '../platform/clock/calendar-date.js';
import { IsCalendarDate } from '../platform/http/is-calendar-date.js';
import { PageQuery } from '../platform/http/paging.js';
import { SUPPORT_LEVELS, type SupportLevel } from './belongs/belongs-answers.js';
import {
  PURPOSES, type Purpose, REFERRAL_TYPE_CODES, type ReferralTypeCode, URGENT_REASONS, type UrgentReason, WITHOUT_YOUTH_REASONS,
  type WithoutYouthReason,
} from './types/referral-codes.js';

const LONG = 4_000;
const SHORT = 1_000;

export class UrgentInput {
  @IsIn(URGENT_REASONS)
  reason!: UrgentReason;

  @IsOptional() @IsString() @MaxLength(SHORT)
  note?: string | null;
}

export class WithoutYouthInput {
  @IsIn(WITHOUT_YOUTH_REASONS)
  reason!: WithoutYouthReason;

  @IsOptional() @IsString() @MaxLength(SHORT)
  note?: string | null;
}

/** Left out and `null` both mean "ved ikke". */
export class BelongsInput {
  @IsOptional() @IsBoolean()
  needsSeveralAreas?: boolean | null;

  @IsOptional() @IsBoolean()
  betweenAuthorityAreas?: boolean | null;

  @IsOptional() @IsIn(SUPPORT_LEVELS)
  supportAfter18?: SupportLevel | null;

  @IsOptional() @IsBoolean()
  cannotLiveAlone?: boolean | null;

  @IsOptional() @IsBoolean()
  retainedPlacement?: boolean | null;

  @IsOptional() @IsBoolean()
  youthSupportOnly?: boolean | null;

  @IsOptional() @IsBoolean()
  specialSchool?: boolean | null;

  @IsOptional() @IsBoolean()
  canAgreeDirectly?: boolean | null;
}

/** What a referral says beside its type, purpose and reason. */
export class ReferralContentInput {
  @IsOptional() @IsArray() @ArrayMaxSize(20) @ArrayUnique() @IsString({ each: true }) @MaxLength(50, { each: true })
  areas?: string[];

  /** `null` takes the urgency back. */
  @IsOptional() @IsObject() @ValidateNested() @Type(() => UrgentInput)
  urgent?: UrgentInput | null;

  @IsOptional() @IsObject() @ValidateNested() @Type(() => BelongsInput)
  belongs?: BelongsInput;

  /** `null`: the youth takes part after all. */
  @IsOptional() @IsObject() @ValidateNested() @Type(() => WithoutYouthInput)
  withoutYouth?: WithoutYouthInput | null;

  @IsOptional() @IsString() @MaxLength(LONG)
  youthWish?: string | null;
}

/** What may be changed while it is a draft or has been returned. */
export class ReferralChange extends ReferralContentInput {
  @IsOptional() @IsIn(REFERRAL_TYPE_CODES)
  type?: ReferralTypeCode;

  @IsOptional() @IsIn(PURPOSES)
  purpose?: Purpose;

  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(LONG)
  reason?: string;
}

export class ReferralInput extends ReferralContentInput {
  /** A youth whose case the author sees. */
  @IsOptional() @IsUUID()
  youthId?: string;

  /** Any other youth, found by CPR number. */
  @IsOptional() @IsUUID()
  lookupId?: string;

  @IsIn(REFERRAL_TYPE_CODES)
  type!: ReferralTypeCode;

  @IsIn(PURPOSES)
  purpose!: Purpose;

  @IsString() @IsNotEmpty() @MaxLength(LONG)
  reason!: string;

  /** Keeps it as a draft, not sent to anybody. */
  @IsOptional() @IsBoolean()
  asDraft?: boolean;
}

export class ReasonInput {
  @IsString() @IsNotEmpty() @MaxLength(SHORT)
  reason!: string;
}

export class AcceptanceInput {
  @IsOptional() @IsString() @MaxLength(SHORT)
  reason?: string;
}

export class ReturnInput extends ReasonInput {
  /** When it may be raised again; its author is reminded. */
  @IsOptional() @IsCalendarDate()
  returnOn?: CalendarDate;
}

export class ReferralListQuery extends PageQuery {
  /** One state, or several with commas between. */
  @IsOptional() @IsString() @MaxLength(200)
  state?: string;
}
