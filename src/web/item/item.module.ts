import { Module } from '@nestjs/common';
import { ConclusionsModule } from '../../conclusions/conclusions.module.js';
import { BookingsModule } from '../../meetings/bookings/bookings.module.js';
import { PdfModule } from '../../platform/pdf/pdf.module.js';
import { BeforePage } from './before/before.page.js';
import { BoardPage } from './board/board.page.js';
import { ClosingPage } from './closing/closing.page.js';
import { MeetingPage } from './meeting/meeting.page.js';
import { AgreedPage } from './result/agreed.page.js';
import { MinutesPage } from './result/minutes.page.js';

/** One item: before the meeting, at the table, its conclusion, and what the youth takes home. */
@Module({ imports: [BookingsModule, ConclusionsModule, PdfModule], controllers: [BeforePage, MeetingPage, BoardPage, ClosingPage, AgreedPage, MinutesPage] })
export class ItemModule {}
