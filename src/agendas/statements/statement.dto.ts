import { IsIn, IsInt, IsNotEmpty, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { type Heading, HEADINGS, type Voice, VOICES } from '../agenda-words.js';

const TEXT = 2_000;
const NAME = 100;

export class StatementInput {
  @IsIn(HEADINGS)
  heading!: Heading;

  @IsIn(VOICES)
  voice!: Voice;

  /** Who of several, fx "mor". */
  @IsOptional() @IsString() @MaxLength(NAME)
  voiceName?: string;

  /** The unit that speaks; the writer's own when left out. */
  @IsOptional() @IsUUID()
  departmentId?: string;

  @IsString() @IsNotEmpty() @MaxLength(TEXT)
  text!: string;
}

export class StatementChange {
  @IsOptional() @IsIn(HEADINGS)
  heading?: Heading;

  @IsOptional() @IsString() @MaxLength(NAME)
  voiceName?: string | null;

  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(TEXT)
  text?: string;

  @IsOptional() @IsInt() @Min(1) @Max(1_000)
  position?: number;
}
