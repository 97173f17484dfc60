import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { type Voice, VOICES } from '../agenda-words.js';

const TEXT = 1_000;

export class RatingInput {
  @IsIn(VOICES)
  voice!: Voice;

  /** Who of several, fx "mor" or the unit's name. */
  @IsOptional() @IsString() @MaxLength(100)
  voiceName?: string;

  @IsInt() @Min(0) @Max(10)
  value!: number;

  @IsOptional() @IsString() @MaxLength(TEXT)
  because?: string | null;

  @IsOptional() @IsString() @MaxLength(TEXT)
  oneUp?: string | null;
}

export class RatingChange {
  @IsOptional() @IsInt() @Min(0) @Max(10)
  value?: number;

  @IsOptional() @IsString() @MaxLength(TEXT)
  because?: string | null;

  @IsOptional() @IsString() @MaxLength(TEXT)
  oneUp?: string | null;
}
