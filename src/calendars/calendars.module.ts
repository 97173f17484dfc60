import { Module } from '@nestjs/common';
import { CalendarFeedController } from './calendar-feed.controller.js';
import { FeedReader } from './feed-reader.js';
import { FeedsController } from './feeds.controller.js';
import { FeedsService } from './feeds.service.js';

/** Calendars that others subscribe to; they only project what the features hold. */
@Module({ controllers: [CalendarFeedController, FeedsController], providers: [FeedReader, FeedsService] })
export class CalendarsModule {}
