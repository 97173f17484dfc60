import { Body, Controller, Get, Param, Post, Query, Res, UseGuards } from '@nestjs/common';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { Policy } from '../../../auth/policy.js';
import { closedDates } from '../../../departments/closed-days/closed-dates.js';
import { book } from '../../../meetings/bookings/book.js';
import { BookingGate } from '../../../meetings/bookings/booking-gate.js';
import { AdHocDays } from '../../../meetings/days/ad-hoc-days.js';
import { DayCrew } from '../../../meetings/days/day-crew.js';
import { seatsOf } from '../../../meetings/days/day-seats.js';
import { DayStates } from '../../../meetings/days/day-states.service.js';
import { MeetingDay } from '../../../meetings/days/meeting-day.entity.js';
import { manageMeetingDays } from '../../../meetings/days/meeting-days.policies.js';
import { mayLead } from '../../../meetings/days/may-lead.js';
import { readDay } from '../../../meetings/days/read-days.js';
import { DayRelocation } from '../../../meetings/days/relocation.js';
import { undoMove } from '../../../meetings/days/undo-move.js';
import type { CalendarDate } from '../../../platform/clock/calendar-date.js';
import type { Tx } from '../../../platform/database/tx.js';
import { readForm } from '../../forms/read-form.js';
import { FormGuard } from '../../layout/form-guard.js';
import { Pages } from '../../layout/pages.js';
import { dayLink, docketLink } from '../docket-links.js';
import type { DocketNoticeCode } from '../docket-notices.js';
import { CancelDayForm, LateItemForm, MoveDayForm, NewDayForm, ReopenForm } from './day-forms.js';
import { DayScreen } from './day-screen.js';
import { seatWishes } from './seat-wishes.js';

export class DayPageQuery {
  @IsOptional() @IsString() @MaxLength(20)
  besked?: string;
}

/** One day for whoever leads it: close and open its docket, take a late item, put somebody else in, move it, take that back and cancel it; and a new day. */
@Controller('dagsorden/dage')
@UseGuards(FormGuard)
@Policy(manageMeetingDays)
export class DayPages {
  constructor(
    private readonly pages: Pages,
    private readonly screen: DayScreen,
    private readonly states: DayStates,
    private readonly relocation: DayRelocation,
    private readonly adHoc: AdHocDays,
    private readonly crew: DayCrew,
    private readonly gate: BookingGate,
  ) {}

  @Get('ny')
  showNew(@Res() reply: FastifyReply): Promise<void> {
    return this.pages.show(reply, (tx) => this.screen.newDay(tx, null));
  }

  @Post()
  add(@Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.change(reply, async (tx) => {
      const form = await readForm(NewDayForm, body);
      await this.adHoc.add(tx, form);
      return onDocket(form.date, (await isClosed(tx, form.date)) ? 'dag-lagt-ind-lukkedag' : 'dag-lagt-ind');
    }, (tx, refusal) => this.screen.newDay(tx, refusal));
  }

  @Get(':id')
  show(@Param('id') id: string, @Query() { besked }: DayPageQuery, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.show(reply, (tx) => this.screen.page(tx, id, besked, null));
  }

  @Post(':id/luk')
  close(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    return this.change(reply, id, (tx) => this.states.close(tx, id).then(() => onDay(id, 'lukket')));
  }

  @Post(':id/aabn')
  reopen(@Param('id') id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.change(reply, id, async (tx) => {
      await this.states.reopen(tx, id, (await readForm(ReopenForm, body)).closesOn);
      return onDay(id, 'aabnet');
    });
  }

  @Post(':id/personer')
  replace(@Param('id') id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.change(reply, id, async (tx) => {
      await this.crew.replace(tx, id, seatWishes(body, seatsOf(await readDay(tx, id))));
      const { chairId, date } = await tx.find(MeetingDay, id);
      // Whoever gave the chair away has no page of the day any more.
      return mayLead(tx.actor, chairId) ? onDay(id, 'dag-personer') : onDocket(date, 'dag-personer');
    });
  }

  @Post(':id/flyt')
  move(@Param('id') id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.change(reply, id, async (tx) => {
      const form = await readForm(MoveDayForm, body);
      await this.relocation.relocate(tx, id, form);
      return `${onDocket(form.date, (await isClosed(tx, form.date)) ? 'dag-flyttet-lukkedag' : 'dag-flyttet')}&dag=${id}`;
    });
  }

  @Post(':id/flyt/fortryd')
  undoMove(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    return this.change(reply, id, async (tx) => onDocket(await undoMove(tx, id), 'dag-lagt-tilbage'));
  }

  @Post(':id/aflys')
  cancel(@Param('id') id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.change(reply, id, async (tx) => {
      await this.relocation.cancel(tx, id, await readForm(CancelDayForm, body));
      return onDocket((await tx.find(MeetingDay, id)).date, 'dag-aflyst');
    });
  }

  @Post(':id/sent-punkt')
  lateItem(@Param('id') id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.gate.run(() => this.change(reply, id, async (tx) => {
      const { date } = await tx.find(MeetingDay, id);
      await book(tx, { ...(await readForm(LateItemForm, body)), participantIds: [] });
      return onDocket(date, 'sent-punkt');
    }));
  }

  private change(reply: FastifyReply, id: string, work: (tx: Tx) => Promise<string>): Promise<void> {
    return this.pages.change(reply, work, (tx, refusal) => this.screen.page(tx, id, undefined, refusal));
  }
}

async function isClosed(tx: Tx, date: CalendarDate): Promise<boolean> {
  return (await closedDates(tx, date, date)).has(date);
}

function onDay(id: string, notice: DocketNoticeCode): string {
  return `${dayLink(id)}?besked=${notice}`;
}

function onDocket(date: CalendarDate, notice: DocketNoticeCode): string {
  return `${docketLink(date)}&besked=${notice}`;
}
