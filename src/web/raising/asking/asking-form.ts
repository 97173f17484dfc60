import { Transform } from 'class-transformer';
import { IsArray, IsIn, IsString, MaxLength } from 'class-validator';
import { type BelongsAnswers, BELONGS_QUESTIONS, SUPPORT_LEVELS, type SupportLevel } from '../../../referrals/belongs/belongs-answers.js';
import { suggestType } from '../../../referrals/belongs/suggest-type.js';
import type { ReferralChange } from '../../../referrals/referral.dto.js';
import {
  type Purpose, PURPOSES, REFERRAL_TYPE_CODES, type ReferralTypeCode, URGENT_REASONS, type UrgentReason, WITHOUT_YOUTH_REASONS, type WithoutYouthReason,
} from '../../../referrals/types/referral-codes.js';
import { OptionalField } from '../../forms/form-input.js';

const LONG = 4_000;
const SHORT = 1_000;

/** What a button of the form does; without one, as from a script, it only saves. */
const ASKING_VERBS = ['gem', 'skift', 'send', 'alligevel'] as const;

const YesNo = (): PropertyDecorator => (target, key) => {
  OptionalField()(target, key);
  IsIn(['ja', 'nej'])(target, key);
};

/** Names of nested fields are those under which the domain says what is wrong. */
export class AskingForm {
  @IsIn(ASKING_VERBS)
  handling: (typeof ASKING_VERBS)[number] = 'gem';

  /** Empty: the type that the answers point at. */
  @OptionalField() @IsIn(REFERRAL_TYPE_CODES)
  type?: ReferralTypeCode;

  @OptionalField() @IsIn(PURPOSES)
  purpose?: Purpose;

  @OptionalField() @IsString() @MaxLength(LONG)
  reason?: string;

  @OptionalField() @IsString() @MaxLength(LONG)
  youthWish?: string;

  @Transform(({ value }: { value: unknown }) => [value ?? []].flat()) @IsArray() @IsString({ each: true }) @MaxLength(50, { each: true })
  areas: string[] = [];

  @OptionalField() @IsIn(URGENT_REASONS)
  'urgent.reason'?: UrgentReason;

  @OptionalField() @IsString() @MaxLength(SHORT)
  'urgent.note'?: string;

  @OptionalField() @IsIn(WITHOUT_YOUTH_REASONS)
  'withoutYouth.reason'?: WithoutYouthReason;

  @OptionalField() @IsString() @MaxLength(SHORT)
  'withoutYouth.note'?: string;

  @OptionalField() @IsIn(SUPPORT_LEVELS)
  supportAfter18?: SupportLevel;

  @YesNo() needsSeveralAreas?: string;
  @YesNo() betweenAuthorityAreas?: string;
  @YesNo() cannotLiveAlone?: string;
  @YesNo() retainedPlacement?: string;
  @YesNo() youthSupportOnly?: string;
  @YesNo() specialSchool?: string;
  @YesNo() canAgreeDirectly?: string;
}

/** The answers among the fields of a form; what is not answered is left out. */
export function answersAmong(fields: Readonly<Record<string, unknown>>): BelongsAnswers {
  const answers: Record<string, unknown> = {};
  for (const key of Object.keys(BELONGS_QUESTIONS)) {
    const value = fields[key];
    if (key === 'supportAfter18') {
      if ((SUPPORT_LEVELS as readonly unknown[]).includes(value)) answers[key] = value;
    } else if (value === 'ja' || value === 'nej') answers[key] = value === 'ja';
  }
  return answers;
}

/** What a form says, as the domain takes it. @param ageYears of the youth; null where there is none, and a type must be chosen */
export function contentOf(form: AskingForm, ageYears: number | null): Required<Omit<ReferralChange, 'belongs'>> & { belongs: BelongsAnswers } {
  const answers = answersAmong({ ...form });
  const follows = ageYears === null ? 'sparring' : suggestType(answers, ageYears);
  const type = form.handling === 'skift' ? follows : (form.type ?? follows);
  const urgentReason = form['urgent.reason'];
  const withoutReason = form['withoutYouth.reason'];
  return {
    type, purpose: form.purpose ?? usualPurpose(type), reason: form.reason ?? '', youthWish: form.youthWish ?? null, areas: form.areas, belongs: answers,
    urgent: urgentReason === undefined ? null : { reason: urgentReason, note: form['urgent.note'] ?? null },
    withoutYouth: withoutReason === undefined ? null : { reason: withoutReason, note: form['withoutYouth.note'] ?? null },
  };
}

/** What an item of a type is for, unless its author says otherwise. */
export function usualPurpose(type: ReferralTypeCode): Purpose {
  if (type === 'sparring') return 'spar';
  return type === 'youth_support_assessment' || type === 'stu_assessment' ? 'decide' : 'coordinate';
}
