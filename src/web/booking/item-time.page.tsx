import { Body, Controller, Get, Param, Post, Query, Res, UseGuards } from '@nestjs/common';
import { IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { Policy } from '../../auth/policy.js';
import { BookingGate } from '../../meetings/bookings/booking-gate.js';
import { handleBookings, readBookings } from '../../meetings/bookings/bookings.policies.js';
import { moveBooking } from '../../meetings/bookings/move-booking.js';
import { undoBooking } from '../../meetings/bookings/undo-booking.js';
import type { Tx } from '../../platform/database/tx.js';
import { Booking } from '../../meetings/bookings/booking.entity.js';
import { visibleBooking } from '../../meetings/bookings/booking-scope.js';
import { readForm } from '../forms/read-form.js';
import type { Refusal } from '../forms/refusal.js';
import { FormGuard } from '../layout/form-guard.js';
import { type Page, Pages } from '../layout/pages.js';
import { ItemTime } from './item-time.js';
import { itemTimeView } from './item-time.view.js';
import { friendly, PlaceForm } from './place-form.js';
import { readItemTime } from './read-item-time.js';

export class ItemTimeQuery {
  @IsOptional() @IsString() @MaxLength(20)
  besked?: string;

  /** The slot that it was moved from. */
  @IsOptional() @IsUUID()
  fra?: string;
}

/** When an item is: just booked, with the way back; and another time for it. */
@Controller('punkter/:id/tid')
@UseGuards(FormGuard)
export class ItemTimePages {
  constructor(
    private readonly pages: Pages,
    private readonly gate: BookingGate,
  ) {}

  @Get()
  @Policy(readBookings)
  show(@Param('id') id: string, @Query() query: ItemTimeQuery, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.show(reply, (tx) => itemTimePage(tx, id, query, null));
  }

  @Post()
  @Policy(handleBookings)
  move(@Param('id') id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.inTurn(reply, id, async (tx) => {
      const { slotId, lateReason } = await readForm(PlaceForm, body);
      const { slotId: before } = await tx.find(Booking, id, visibleBooking(tx));
      await moveBooking(tx, id, { slotId, participantIds: [], lateReason: lateReason ?? null });
      return `/punkter/${id}/tid?besked=flyttet&fra=${before}`;
    });
  }

  @Post('fortryd')
  @Policy(handleBookings)
  undo(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    return this.inTurn(reply, id, async (tx) => {
      await undoBooking(tx, id);
      const { referralId } = await tx.find(Booking, id);
      return `/anmodninger/${referralId}/tid?besked=fortrudt`;
    });
  }

  private inTurn(reply: FastifyReply, id: string, work: (tx: Tx) => Promise<string>): Promise<void> {
    return this.gate.run(() => this.pages.change(reply, work, (tx, refusal) => itemTimePage(tx, id, {}, friendly(refusal))));
  }
}

async function itemTimePage(tx: Tx, id: string, query: ItemTimeQuery, refusal: Refusal | null): Promise<Page> {
  const view = itemTimeView(await readItemTime(tx, id), query);
  return { title: 'Tid på K-mødet', current: '/dagsorden', content: <ItemTime view={view} refusal={refusal} /> };
}
