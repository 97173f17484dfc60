import { IsIn, IsNotEmpty, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { type Heading, HEADINGS, type Voice, VOICES } from '../../../agendas/agenda-words.js';

const TEXT = 2_000;
const NUMBER = { message: 'Vælg et tal fra 0 til 10.' };

export class StatementForm {
  @IsIn(HEADINGS)
  heading!: Heading;

  @IsIn(VOICES, { message: 'Vælg, hvem der siger det.' })
  voice!: Voice;

  @IsOptional() @IsString() @MaxLength(100)
  voiceName?: string;

  @IsString() @IsNotEmpty({ message: 'Skriv, hvad der bliver sagt.' }) @MaxLength(TEXT)
  text!: string;
}

export class StatementTextForm {
  @IsString() @IsNotEmpty({ message: 'Skriv noget, eller slet udsagnet.' }) @MaxLength(TEXT)
  text!: string;

  @Matches(/^\d{1,9}$/)
  version!: string;
}

export class RatingForm {
  @IsIn(VOICES, { message: 'Vælg, hvem der giver tallet.' })
  voice!: Voice;

  @IsOptional() @IsString() @MaxLength(100)
  voiceName?: string;

  @Matches(/^(\d|10)$/, NUMBER)
  value!: string;

  @IsOptional() @IsString() @MaxLength(1_000)
  because?: string;
}

export class RatingChangeForm {
  @Matches(/^(\d|10)$/, NUMBER)
  value!: string;

  @IsOptional() @IsString() @MaxLength(1_000)
  because?: string;

  @IsOptional() @IsString() @MaxLength(1_000)
  oneUp?: string;

  @Matches(/^\d{1,9}$/)
  version!: string;
}

/** A row is taken away as it was last seen; what else its form carries is not used. */
export class RemovalForm {
  @Matches(/^\d{1,9}$/)
  version!: string;
}
