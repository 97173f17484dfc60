import { Module } from '@nestjs/common';
import { CalendarTargetsController } from './caldav/calendar-targets.controller.js';
import { CalendarTargetsJob } from './caldav/calendar-targets.job.js';
import { CalendarTargetsService } from './caldav/calendar-targets.service.js';
import { PushTarget } from './caldav/push-target.handler.js';
import { CalendarTargetTrial } from './caldav/try-calendar-target.js';
import { CalendarFeedController } from './calendar-feed.controller.js';
import { FeedReader } from './feed-reader.js';
import { FeedsController } from './feeds.controller.js';
import { FeedsService } from './feeds.service.js';
import { CalendarSeal } from './servers/calendar-seal.js';
import { CalendarServers } from './servers/calendar-servers.js';

/** Calendars that others subscribe to or that are written to others' servers; they only project what the features hold. */
@Module({
  controllers: [CalendarFeedController, FeedsController, CalendarTargetsController],
  providers: [FeedReader, FeedsService, CalendarSeal, CalendarServers, CalendarTargetsService, CalendarTargetTrial, CalendarTargetsJob, PushTarget],
  exports: [FeedsService, CalendarTargetsService, CalendarTargetTrial],
})
export class CalendarsModule {}
