import { Body, Controller, Delete, Get, HttpCode, Put } from '@nestjs/common';
import { IsString, MaxLength } from 'class-validator';
import { CurrentActor } from '../../auth/current-actor.js';
import { definePolicy, Policy } from '../../auth/policy.js';
import type { Actor } from '../../platform/database/actor.js';
import { Database } from '../../platform/database/database.js';
import { BusyCalendarsService, type BusyCalendarView } from './busy-calendars.service.js';

const ownBusyCalendar = definePolicy('busy_calendar.own', 'signed_in');

class BusyCalendarInput {
  /** The published address of one's own calendar (.ics or free/busy). */
  @IsString() @MaxLength(2_000)
  url!: string;
}

@Controller('api/v1/me/busy-calendar')
export class MyBusyCalendarController {
  constructor(
    private readonly db: Database,
    private readonly calendars: BusyCalendarsService,
  ) {}

  @Get()
  @Policy(ownBusyCalendar)
  read(@CurrentActor() actor: Actor): Promise<BusyCalendarView> {
    return this.db.transaction(actor, (tx) => this.calendars.mine(tx));
  }

  @Put()
  @Policy(ownBusyCalendar)
  set(@CurrentActor() actor: Actor, @Body() input: BusyCalendarInput): Promise<BusyCalendarView> {
    return this.db.transaction(actor, (tx) => this.calendars.set(tx, input.url));
  }

  @Delete()
  @HttpCode(204)
  @Policy(ownBusyCalendar)
  remove(@CurrentActor() actor: Actor): Promise<void> {
    return this.db.transaction(actor, (tx) => this.calendars.remove(tx));
  }
}
