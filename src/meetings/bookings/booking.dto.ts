import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsISO8601, IsNotEmpty, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { PARTICIPANT_ANSWERS, type ParticipantAnswer } from './booking-participant.entity.js';

const REASON = 1_000;
const MOST_PEOPLE = 30;

export class BookingInput {
  @IsUUID()
  referralId!: string;

  @IsUUID()
  slotId!: string;

  /** Empty or left out: those whom the proposal names. */
  @IsOptional() @IsArray() @ArrayMaxSize(MOST_PEOPLE) @ArrayUnique() @IsUUID(undefined, { each: true })
  participantIds: string[] | null = [];

  /** Needed on a closed docket (secretary, chair) and after a deadline. */
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(REASON)
  lateReason?: string;
}

export class ReschedulingInput {
  @IsUUID()
  slotId!: string;

  /** Empty or left out: those who come already, with the panel of the other day. */
  @IsOptional() @IsArray() @ArrayMaxSize(MOST_PEOPLE) @ArrayUnique() @IsUUID(undefined, { each: true })
  participantIds: string[] | null = [];

  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(REASON)
  lateReason?: string;
}

export class BookingCancellationInput {
  @IsString() @IsNotEmpty() @MaxLength(REASON)
  reason!: string;
}

export class RestorationInput {
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(REASON)
  lateReason?: string;
}

export class ParticipantsInput {
  /** Empty: those whom the proposal names. */
  @IsArray() @ArrayMaxSize(MOST_PEOPLE) @ArrayUnique() @IsUUID(undefined, { each: true })
  participantIds!: string[];
}

export class SubstitutionInput {
  /** The colleague who comes instead. */
  @IsUUID()
  staffId!: string;
}

export class InvitationAnswerInput {
  @IsIn(PARTICIPANT_ANSWERS)
  answer!: ParticipantAnswer;

  /** The beginning that the answer is to; refused when the item has been moved since. */
  @IsOptional() @IsISO8601({ strict: true })
  startsAt?: string;
}

export class YouthAnswerInput {
  @IsBoolean()
  yes!: boolean;

  /** The beginning that the youth was asked about; refused when the item has been moved since. */
  @IsOptional() @IsISO8601({ strict: true })
  startsAt?: string;

  /** What the youth wants to say about time and people. */
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(REASON)
  note?: string;

  /** Why the youth says no, or has not been asked; required without a yes. */
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(REASON)
  reason?: string;
}
