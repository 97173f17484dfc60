import { Module } from '@nestjs/common';
import { BookingsModule } from '../../meetings/bookings/bookings.module.js';
import { FindTimePages } from './find-time.page.js';
import { ItemTimePages } from './item-time.page.js';

/** Finding a time for a referral, and another one for an item. */
@Module({ imports: [BookingsModule], controllers: [FindTimePages, ItemTimePages] })
export class BookingPagesModule {}
