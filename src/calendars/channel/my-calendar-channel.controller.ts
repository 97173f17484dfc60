import { Body, Controller, Get, Put } from '@nestjs/common';
import { IsIn } from 'class-validator';
import { CurrentActor } from '../../auth/current-actor.js';
import { definePolicy, Policy } from '../../auth/policy.js';
import type { Actor } from '../../platform/database/actor.js';
import { Database } from '../../platform/database/database.js';
import { CALENDAR_CHANNELS, type CalendarChannel } from './calendar-preference.entity.js';
import { type ChannelView, chooseOpenChannel, readChannel } from './open-ways.js';

const ownChannel = definePolicy('calendar_channel.own', 'signed_in');

class ChannelInput {
  @IsIn(CALENDAR_CHANNELS)
  channel!: CalendarChannel;
}

@Controller('api/v1/me/calendar-channel')
export class MyCalendarChannelController {
  constructor(private readonly db: Database) {}

  @Get()
  @Policy(ownChannel)
  read(@CurrentActor() actor: Actor): Promise<ChannelView> {
    return this.db.transaction(actor, readChannel);
  }

  @Put()
  @Policy(ownChannel)
  choose(@CurrentActor() actor: Actor, @Body() { channel }: ChannelInput): Promise<ChannelView> {
    return this.db.transaction(actor, async (tx) => {
      await chooseOpenChannel(tx, channel);
      return readChannel(tx);
    });
  }
}
