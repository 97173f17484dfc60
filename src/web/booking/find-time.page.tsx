import { Body, Controller, Get, Param, Post, Query, Res, UseGuards } from '@nestjs/common';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { Policy } from '../../auth/policy.js';
import { book } from '../../meetings/bookings/book.js';
import { BookingGate } from '../../meetings/bookings/booking-gate.js';
import { handleBookings } from '../../meetings/bookings/bookings.policies.js';
import type { Tx } from '../../platform/database/tx.js';
import { readReferrals } from '../../referrals/referrals.policies.js';
import { readForm } from '../forms/read-form.js';
import type { Refusal } from '../forms/refusal.js';
import { FormGuard } from '../layout/form-guard.js';
import { type Page, Pages } from '../layout/pages.js';
import { friendly, PlaceForm } from './place-form.js';
import { readFinding } from './read-finding.js';
import { FindTime } from './find-time.js';
import { findingView } from './finding.view.js';

const NOTICES: Readonly<Record<string, string>> = {
  godkendt: 'Anmodningen er sendt, og tjekket siger ja. Vælg en tid.',
  fortrudt: 'Bookingen er fortrudt, og tiden er fri igen. Anmodningen er stadig godkendt.',
};

class FindingQuery {
  @IsOptional() @IsString() @MaxLength(20)
  besked?: string;
}

/** The free times for a referral, and one click to book one. */
@Controller('anmodninger/:id/tid')
@UseGuards(FormGuard)
export class FindTimePages {
  constructor(
    private readonly pages: Pages,
    private readonly gate: BookingGate,
  ) {}

  @Get()
  @Policy(readReferrals)
  show(@Param('id') id: string, @Query() { besked = '' }: FindingQuery, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.show(reply, (tx) => findTimePage(tx, id, null, Object.hasOwn(NOTICES, besked) ? (NOTICES[besked] ?? null) : null));
  }

  @Post()
  @Policy(handleBookings)
  book(@Param('id') id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.gate.run(() => this.pages.change(reply, async (tx) => {
      const { slotId, lateReason } = await readForm(PlaceForm, body);
      return `/punkter/${await book(tx, { referralId: id, slotId, participantIds: [], lateReason: lateReason ?? null })}/tid?besked=booket`;
    }, (tx, refusal) => findTimePage(tx, id, friendly(refusal))));
  }
}

async function findTimePage(tx: Tx, id: string, refusal: Refusal | null, notice: string | null = null): Promise<Page> {
  const view = findingView(await readFinding(tx, id));
  return { title: 'Find en tid', current: '/anmodninger', content: <FindTime view={view} refusal={refusal} notice={notice} /> };
}
