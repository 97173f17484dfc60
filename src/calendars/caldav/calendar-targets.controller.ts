import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { IsString, IsUUID, Length, MaxLength } from 'class-validator';
import { CurrentActor } from '../../auth/current-actor.js';
import { Policy } from '../../auth/policy.js';
import type { Actor } from '../../platform/database/actor.js';
import { Database } from '../../platform/database/database.js';
import { manageTargets } from './calendar-targets.policies.js';
import { CalendarTargetsService, type TargetLine } from './calendar-targets.service.js';
import { CalendarTargetTrial, type Trial } from './try-calendar-target.js';

export class TargetInput {
  @IsUUID()
  departmentId!: string;

  /** The calendar collection. */
  @IsString() @MaxLength(2_000)
  url!: string;

  @IsString() @Length(1, 200)
  username!: string;

  @IsString() @Length(1, 500)
  password!: string;
}

@Controller('api/v1/calendar-targets')
export class CalendarTargetsController {
  constructor(
    private readonly db: Database,
    private readonly targets: CalendarTargetsService,
    private readonly trial: CalendarTargetTrial,
  ) {}

  @Get()
  @Policy(manageTargets)
  list(@CurrentActor() actor: Actor): Promise<{ items: TargetLine[]; nextCursor: null }> {
    return this.db.transaction(actor, async (tx) => ({ items: await this.targets.list(tx), nextCursor: null }));
  }

  /** A repeat sets the same calendar again; no key is kept, as its hash would be one of a password. */
  @Post()
  @Policy(manageTargets)
  set(@CurrentActor() actor: Actor, @Body() input: TargetInput): Promise<{ id: string }> {
    return this.db.transaction(actor, async (tx) => ({ id: await this.targets.set(tx, input) }));
  }

  @Delete(':id')
  @HttpCode(204)
  @Policy(manageTargets)
  remove(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.db.transaction(actor, (tx) => this.targets.remove(tx, id));
  }

  @Post(':id/trial')
  @HttpCode(200)
  @Policy(manageTargets)
  try(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<Trial> {
    return this.trial.try(actor, id);
  }
}
