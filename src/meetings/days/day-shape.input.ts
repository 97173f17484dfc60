import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, IsUrl, IsUUID, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { SLOT_KINDS, type SlotKind } from './slot-plan.js';

/** One stretch of a day: an ordinary slot, the urgent one or a break. */
export class SlotPlanPartInput {
  @IsIn(SLOT_KINDS)
  kind!: SlotKind;

  @IsInt() @Min(5) @Max(240)
  minutes!: number;
}

/** Who sits for an area, and who comes instead. */
export class PanelPlaceInput {
  @IsString() @IsNotEmpty() @MaxLength(50)
  area!: string;

  @IsUUID()
  staffId!: string;

  @IsOptional() @IsUUID()
  deputyId: string | null = null;

  @IsOptional() @IsBoolean()
  decisionPower = true;
}

/** From 6.00 to 20.59: clear of the hours that the clock changes skip or repeat. */
export const DAYTIME = /^(0[6-9]|1\d|20):[0-5]\d$/;

/** Slots, place and panel; the same for a series and for one day. */
export class DayShapeInput {
  @IsOptional() @IsArray() @ArrayMaxSize(30) @ValidateNested({ each: true }) @Type(() => SlotPlanPartInput)
  slots?: SlotPlanPartInput[];

  /** The room's name; one that is new is added. Null: no room. */
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(100)
  room?: string | null;

  /** Address of the online meeting. */
  @IsOptional() @IsUrl({ protocols: ['https'], require_protocol: true, require_tld: false }) @MaxLength(500)
  link?: string | null;

  @IsOptional() @IsArray() @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => PanelPlaceInput)
  panel?: PanelPlaceInput[];
}
