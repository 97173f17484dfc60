import { Module } from '@nestjs/common';
import { ConclusionsModule } from '../../conclusions/conclusions.module.js';
import { BookingsModule } from '../../meetings/bookings/bookings.module.js';
import { PdfModule } from '../../platform/pdf/pdf.module.js';
import { BeforePage } from './before/before.page.js';
import { ColleaguesPage } from './before/colleagues.page.js';
import { BoardPage } from './board/board.page.js';
import { ClosingPage } from './closing/closing.page.js';
import { LettersPage } from './letters/letters.page.js';
import { MeetingPage } from './meeting/meeting.page.js';
import { MinutesCopiesPage } from './minutes-copies/minutes-copies.page.js';
import { PeopleOutsidePage } from './people-outside/people-outside.page.js';
import { PostFront } from './post/post-front.js';
import { PostPage } from './post/post.page.js';
import { AgreedPage } from './result/agreed.page.js';
import { MinutesPage } from './result/minutes.page.js';

/** One item: before the meeting, its letters and guests from outside, at the table, its conclusion, and what the youth takes home. */
@Module({
  imports: [BookingsModule, ConclusionsModule, PdfModule],
  controllers: [BeforePage, ColleaguesPage, PostPage, PeopleOutsidePage, LettersPage, MinutesCopiesPage, MeetingPage, BoardPage, ClosingPage, AgreedPage, MinutesPage],
  providers: [PostFront],
})
export class ItemModule {}
