import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsInt, IsNotEmpty, IsOptional, IsString, IsUUID, Max, MaxLength, Min, ValidateNested } from 'class-validator';

export class StepInput {
  @IsUUID()
  id!: string;

  @IsOptional() @IsInt() @Min(1) @Max(240)
  minutes?: number;

  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(200)
  title?: string;
}

export class ArrangementInput {
  /** Every step once, in the new order. */
  @IsArray() @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => StepInput)
  steps!: StepInput[];
}

export class PreparationInput {
  @IsBoolean()
  nothingToAdd!: boolean;

  @IsOptional() @IsString() @MaxLength(4_000)
  text?: string | null;
}

export class SharingBasisInput {
  @IsOptional() @IsUUID()
  consentId?: string;

  @IsOptional() @IsString() @MaxLength(100)
  act?: string;

  @IsOptional() @IsString() @MaxLength(100)
  section?: string;
}
