import { Body, Controller, Param, Post, Res, UseGuards } from '@nestjs/common';
import { IsUUID } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { Policy } from '../../../auth/policy.js';
import { BookingGate } from '../../../meetings/bookings/booking-gate.js';
import { handleBookings } from '../../../meetings/bookings/bookings.policies.js';
import { bringAlong, leaveOut } from '../../../meetings/bookings/bring-along.js';
import type { Tx } from '../../../platform/database/tx.js';
import { readForm } from '../../forms/read-form.js';
import { FormGuard } from '../../layout/form-guard.js';
import { Pages } from '../../layout/pages.js';
import { itemFront } from '../item-front.js';
import type { ItemNoticeCode } from '../item-notices.js';

class ColleagueForm {
  @IsUUID(undefined, { message: 'Vælg en kollega.' })
  staffId!: string;
}

/** Colleagues who come to an item besides those who must. */
@Controller('punkter/:id/kolleger')
@UseGuards(FormGuard)
@Policy(handleBookings)
export class ColleaguesPage {
  constructor(
    private readonly pages: Pages,
    private readonly gate: BookingGate,
  ) {}

  @Post()
  add(@Param('id') id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.change(reply, id, 'kollega-med', async (tx) => bringAlong(tx, id, (await readForm(ColleagueForm, body)).staffId));
  }

  @Post(':staffId/tag-af')
  takeOff(@Param('id') id: string, @Param('staffId') staffId: string, @Res() reply: FastifyReply): Promise<void> {
    return this.change(reply, id, 'kollega-af', (tx) => leaveOut(tx, id, staffId));
  }

  private change(reply: FastifyReply, id: string, notice: ItemNoticeCode, work: (tx: Tx) => Promise<void>): Promise<void> {
    const next = (tx: Tx): Promise<string> => work(tx).then(() => `/punkter/${id}?besked=${notice}#deltagere`);
    return this.gate.run(() => this.pages.change(reply, next, (tx, refusal) => itemFront(tx, id, refusal, {})));
  }
}
