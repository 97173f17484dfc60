import { Body, Controller, Get, Param, Post, Query, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ArrangementInput } from '../../../agendas/agendas.dto.js';
import { writeAgenda } from '../../../agendas/agendas.policies.js';
import { prepare } from '../../../agendas/preparations/preparations.js';
import { noteBasis } from '../../../agendas/sharing-bases/sharing-bases.js';
import { arrangeSteps } from '../../../agendas/steps/arrange-steps.js';
import { Policy } from '../../../auth/policy.js';
import { answerInvitation } from '../../../meetings/bookings/answer-invitation.js';
import { BookingGate } from '../../../meetings/bookings/booking-gate.js';
import { handleBookings, readBookings } from '../../../meetings/bookings/bookings.policies.js';
import { cancelBooking } from '../../../meetings/bookings/cancel-booking.js';
import { substitute } from '../../../meetings/bookings/change-people.js';
import { restoreBooking } from '../../../meetings/bookings/move-booking.js';
import { recordYouthAnswer } from '../../../meetings/bookings/youth-answer.js';
import type { Tx } from '../../../platform/database/tx.js';
import { readForm } from '../../forms/read-form.js';
import { FormGuard } from '../../layout/form-guard.js';
import { Pages } from '../../layout/pages.js';
import { itemFront } from '../item-front.js';
import type { ItemNoticeCode } from '../item-notices.js';
import { ItemQuery } from '../item-query.js';
import { orHome } from '../sees-still.js';
import { BasisForm, basisGiven, CancellationForm, InvitationForm, PreparationForm, SubstituteForm, stepsInOrder, YouthAnswerForm } from './before-forms.js';

/** The item before the meeting; once it is closed, how it ended. */
@Controller('punkter/:id')
@UseGuards(FormGuard)
export class BeforePage {
  constructor(
    private readonly pages: Pages,
    private readonly gate: BookingGate,
  ) {}

  @Get()
  @Policy(readBookings)
  show(@Param('id') id: string, @Query() query: ItemQuery, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.show(reply, (tx) => itemFront(tx, id, null, query));
  }

  @Post('grundlag/:area')
  @Policy(writeAgenda)
  basis(@Param('id') id: string, @Param('area') area: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.change(reply, id, 'grundlag', 'gemt', async (tx) => noteBasis(tx, id, area, basisGiven(await readForm(BasisForm, body))));
  }

  @Post('forberedelse/:departmentId')
  @Policy(writeAgenda)
  prepare(@Param('id') id: string, @Param('departmentId') departmentId: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.change(reply, id, 'forberedelse', 'gemt', async (tx) => {
      const { text, nothingToAdd, version } = await readForm(PreparationForm, body);
      await prepare(tx, id, departmentId, { nothingToAdd: nothingToAdd === 'on', text: text ?? null }, version ? Number(version) : null);
    });
  }

  @Post('trin')
  @Policy(writeAgenda)
  arrange(@Param('id') id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.change(reply, id, 'trin', 'gemt', async (tx) => arrangeSteps(tx, id, (await readForm(ArrangementInput, stepsInOrder(body))).steps));
  }

  @Post('den-unges-svar')
  @Policy(handleBookings)
  youthAnswer(@Param('id') id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.inTurn(reply, id, 'den-unge', 'gemt', async (tx) => {
      const { answer, reason, startsAt } = await readForm(YouthAnswerForm, body);
      await recordYouthAnswer(tx, id, { yes: answer === 'ja', note: reason?.trim() || null, startsAt });
    });
  }

  @Post('svar')
  @Policy(handleBookings)
  answer(@Param('id') id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.inTurn(reply, id, 'deltagere', 'svaret', async (tx) => {
      const { answer, startsAt } = await readForm(InvitationForm, body);
      await answerInvitation(tx, id, answer, startsAt);
    });
  }

  @Post('stedfortraeder/:staffId')
  @Policy(handleBookings)
  substitute(@Param('id') id: string, @Param('staffId') staffId: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.inTurn(reply, id, 'deltagere', 'stedfortraeder', async (tx) => substitute(tx, id, staffId, (await readForm(SubstituteForm, body)).staffId));
  }

  @Post('aflys')
  @Policy(handleBookings)
  cancel(@Param('id') id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.inTurn(reply, id, null, 'aflyst', async (tx) => cancelBooking(tx, id, (await readForm(CancellationForm, body)).reason));
  }

  @Post('genopret')
  @Policy(handleBookings)
  restore(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    return this.inTurn(reply, id, null, 'genoprettet', (tx) => restoreBooking(tx, id, null));
  }

  /** As `change`, in the line of those who take and free people's time. */
  private inTurn(reply: FastifyReply, id: string, part: string | null, notice: ItemNoticeCode, work: (tx: Tx) => Promise<void>): Promise<void> {
    return this.gate.run(() => this.change(reply, id, part, notice, work));
  }

  private change(reply: FastifyReply, id: string, part: string | null, notice: ItemNoticeCode, work: (tx: Tx) => Promise<void>): Promise<void> {
    const next = async (tx: Tx): Promise<string> => {
      await work(tx);
      return orHome(tx, id, `/punkter/${id}?besked=${notice}${part === null ? '' : `#${part}`}`);
    };
    return this.pages.change(reply, next, (tx, refusal) => itemFront(tx, id, refusal, {}));
  }
}
