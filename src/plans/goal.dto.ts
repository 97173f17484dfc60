import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsNotEmpty, IsOptional, IsString, IsUUID, MaxLength, ValidateIf, ValidateNested } from 'class-validator';
import type { CalendarDate } from '../platform/clock/calendar-date.js';
import { IsCalendarDate } from '../platform/http/is-calendar-date.js';
import { GOAL_STATES, GOAL_TOPICS, type GoalState, type GoalTopic } from './plan-codes.js';

export class GoalInput {
  @IsIn(GOAL_TOPICS)
  topic!: GoalTopic;

  @IsString() @IsNotEmpty() @MaxLength(300)
  title!: string;

  /** Null takes them away. */
  @IsOptional() @IsString() @MaxLength(2000)
  ownWords?: string | null;

  @IsOptional() @IsIn(GOAL_STATES)
  state?: GoalState;
}

export class GoalInPlanInput extends GoalInput {
  /** Left out: a new goal. */
  @IsOptional() @IsUUID()
  id?: string;
}

export class PlanInput {
  @IsArray() @ArrayMaxSize(60) @ValidateNested({ each: true }) @Type(() => GoalInPlanInput)
  goals!: GoalInPlanInput[];
}

export class GoalChange {
  @IsOptional() @IsIn(GOAL_TOPICS)
  topic?: GoalTopic;

  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(300)
  title?: string;

  @IsOptional() @IsString() @MaxLength(2000)
  ownWords?: string | null;

  @IsOptional() @IsIn(GOAL_STATES)
  state?: GoalState;
}

export class PlanActionInput {
  @IsString() @IsNotEmpty() @MaxLength(1000)
  text!: string;

  @IsUUID()
  ownerId!: string;

  @IsCalendarDate()
  dueOn!: CalendarDate;

  @IsOptional() @IsUUID()
  goalId?: string;
}

export class GoalTie {
  /** Null: the action belongs to no goal. */
  @ValidateIf((tie: GoalTie) => tie.goalId !== null) @IsUUID()
  goalId!: string | null;
}
