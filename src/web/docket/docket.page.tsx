import { Body, Controller, Get, Param, Post, Query, Res, UseGuards } from '@nestjs/common';
import { IsIn, IsISO8601, IsNotEmpty, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { Policy } from '../../auth/policy.js';
import { BookingGate } from '../../meetings/bookings/booking-gate.js';
import { PARTICIPANT_ANSWERS, type ParticipantAnswer } from '../../meetings/bookings/booking-participant.entity.js';
import { handleBookings } from '../../meetings/bookings/bookings.policies.js';
import { carryOver } from '../../meetings/bookings/carry-over.js';
import { holdBooking } from '../../meetings/bookings/hold-booking.js';
import { moveBooking } from '../../meetings/bookings/move-booking.js';
import { openToHandle } from '../../meetings/bookings/open-booking.js';
import { answerDay } from '../../meetings/days/answer-day.js';
import { answerMeetingDays } from '../../meetings/days/meeting-days.policies.js';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { Tx } from '../../platform/database/tx.js';
import { IsCalendarDate } from '../../platform/http/is-calendar-date.js';
import { DocketQuery } from '../../reports/docket/docket.controller.js';
import { readDocket } from '../../reports/reports.policies.js';
import { EmptyIsLeftOut } from '../forms/empty-is-left-out.js';
import { readForm } from '../forms/read-form.js';
import { FormGuard } from '../layout/form-guard.js';
import { Pages } from '../layout/pages.js';
import type { Said } from './docket-notices.js';
import { DocketScreen } from './docket-screen.js';

export class DocketPageQuery extends DocketQuery implements Said {
  @IsOptional() @IsString() @MaxLength(20)
  besked?: string;

  @IsOptional() @IsUUID()
  punkt?: string;

  @IsOptional() @IsUUID()
  fra?: string;

  @IsOptional() @IsUUID()
  dag?: string;
}

/** The fortnight that the form was on. */
class OnDocketForm {
  @IsCalendarDate()
  dato!: CalendarDate;

  @IsOptional() @IsUUID()
  serie?: string;
}

class MoveForm extends OnDocketForm {
  @IsUUID()
  slotId!: string;

  @EmptyIsLeftOut() @IsOptional() @IsString() @IsNotEmpty() @MaxLength(1_000)
  lateReason?: string;

  /** Set by the button that takes a move back. */
  @IsOptional() @IsIn(['ja'])
  fortryd?: 'ja';
}

class AnswerForm extends OnDocketForm {
  @IsIn(PARTICIPANT_ANSWERS)
  answer!: ParticipantAnswer;

  @IsOptional() @IsISO8601({ strict: true })
  startsAt?: string;
}

const TAKEN_BACK = 'Lagt tilbage efter en flytning, der blev fortrudt';

/** The docket, what is done with its items, and the answers of those who sit a whole day. */
@Controller('dagsorden')
@UseGuards(FormGuard)
export class DocketPage {
  constructor(
    private readonly pages: Pages,
    private readonly screen: DocketScreen,
    private readonly gate: BookingGate,
  ) {}

  @Get()
  @Policy(readDocket)
  show(@Query() query: DocketPageQuery, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.show(reply, (tx) => this.screen.page(tx, query, query, null));
  }

  @Post('punkter/:id/flyt')
  @Policy(handleBookings)
  move(@Param('id') id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.change(reply, (tx) => moved(tx, id, body));
  }

  @Post('punkter/:id/naeste-dag')
  @Policy(handleBookings)
  carryOver(@Param('id') id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.change(reply, (tx) => carriedOver(tx, id, body));
  }

  @Post('punkter/:id/afholdt')
  @Policy(handleBookings)
  hold(@Param('id') id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.change(reply, (tx) => held(tx, id, body));
  }

  @Post('dage/:id/svar')
  @Policy(answerMeetingDays)
  answer(@Param('id') id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.change(reply, (tx) => answered(tx, id, body));
  }

  private change(reply: FastifyReply, work: (tx: Tx) => Promise<string>): Promise<void> {
    return this.gate.run(() => this.pages.change(reply, work, (tx, refusal) => this.screen.again(tx, refusal)));
  }
}

async function moved(tx: Tx, id: string, body: unknown): Promise<string> {
  const { slotId, lateReason = null, fortryd, ...at } = await readForm(MoveForm, body);
  const { booking } = await openToHandle(tx, id);
  await moveBooking(tx, id, { slotId, participantIds: [], lateReason: fortryd === undefined ? lateReason : TAKEN_BACK });
  if (fortryd !== undefined) return backTo(at, { besked: 'lagt-tilbage' });
  return backTo(at, { besked: 'flyttet', punkt: id, fra: booking.slotId });
}

async function carriedOver(tx: Tx, id: string, body: unknown): Promise<string> {
  const at = await readForm(OnDocketForm, body);
  const { booking } = await openToHandle(tx, id);
  await carryOver(tx, id);
  return backTo(at, { besked: 'flyttet', punkt: id, fra: booking.slotId });
}

async function held(tx: Tx, id: string, body: unknown): Promise<string> {
  const at = await readForm(OnDocketForm, body);
  await holdBooking(tx, id);
  return backTo(at, { besked: 'afholdt' });
}

async function answered(tx: Tx, id: string, body: unknown): Promise<string> {
  const { answer, startsAt, ...at } = await readForm(AnswerForm, body);
  await answerDay(tx, id, answer, startsAt);
  return backTo(at, { besked: answer === 'declined' ? 'dag-afbud' : 'dag-svar' });
}

function backTo({ dato, serie }: OnDocketForm, said: Readonly<Record<string, string>>): string {
  return `/dagsorden?${new URLSearchParams({ date: dato, ...(serie !== undefined && { series: serie }), ...said }).toString()}`;
}
