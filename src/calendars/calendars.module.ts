import { Module } from '@nestjs/common';
import { FeedAddresses } from './address/feed-addresses.js';
import { FeedAddressesJob } from './address/feed-addresses.job.js';
import { BusyCalendarsJob } from './busy/busy-calendars.job.js';
import { BusyCalendarsService } from './busy/busy-calendars.service.js';
import { MyBusyCalendarController } from './busy/my-busy-calendar.controller.js';
import { ReadBusyCalendar } from './busy/read-busy-calendar.handler.js';
import { CalendarTargetsController } from './caldav/calendar-targets.controller.js';
import { CalendarTargetsJob } from './caldav/calendar-targets.job.js';
import { CalendarTargetsService } from './caldav/calendar-targets.service.js';
import { PushTarget } from './caldav/push-target.handler.js';
import { CalendarTargetTrial } from './caldav/try-calendar-target.js';
import { ClosedWaysJob } from './channel/closed-ways.job.js';
import { MyCalendarChannelController } from './channel/my-calendar-channel.controller.js';
import { CalendarFeedController } from './calendar-feed.controller.js';
import { FeedReader } from './feed-reader.js';
import { FeedsController } from './feeds.controller.js';
import { FeedsService } from './feeds.service.js';
import { CalendarSeal } from './servers/calendar-seal.js';
import { CalendarServers } from './servers/calendar-servers.js';

/** Calendars that others subscribe to or that are written to others' servers; they only project what the features hold. */
@Module({
  controllers: [CalendarFeedController, FeedsController, CalendarTargetsController, MyBusyCalendarController, MyCalendarChannelController],
  providers: [
    FeedReader, FeedsService, FeedAddresses, FeedAddressesJob, CalendarSeal, CalendarServers, CalendarTargetsService, CalendarTargetTrial,
    CalendarTargetsJob, PushTarget, BusyCalendarsService, BusyCalendarsJob, ReadBusyCalendar, ClosedWaysJob,
  ],
  exports: [FeedsService, FeedAddresses, CalendarTargetsService, CalendarTargetTrial, BusyCalendarsService],
})
export class CalendarsModule {}
