import { Body, Controller, Get, Headers, Param, Patch, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../auth/current-actor.js';
import { Policy } from '../auth/policy.js';
import type { Actor } from '../platform/database/actor.js';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import { ArrangementInput, PreparationInput, SharingBasisInput } from './agendas.dto.js';
import { readAgenda as read, writeAgenda as write } from './agendas.policies.js';
import { prepare } from './preparations/preparations.js';
import { type Agenda, readAgenda } from './read-agenda.js';
import { noteBasis } from './sharing-bases/sharing-bases.js';
import { arrangeSteps } from './steps/arrange-steps.js';

@ApiTags('agendas')
@Controller('api/v1/bookings/:bookingId')
export class AgendasController {
  constructor(private readonly db: Database) {}

  @Get('agenda')
  @Policy(read)
  read(@CurrentActor() actor: Actor, @Param('bookingId') bookingId: string): Promise<Agenda> {
    return this.db.transaction(actor, (tx) => readAgenda(tx, bookingId));
  }

  @Patch('agenda')
  @Policy(write)
  arrange(@CurrentActor() actor: Actor, @Param('bookingId') bookingId: string, @Body() { steps }: ArrangementInput): Promise<Agenda> {
    return this.change(actor, bookingId, (tx) => arrangeSteps(tx, bookingId, steps));
  }

  @Put('preparations/:departmentId')
  @Policy(write)
  prepare(
    @CurrentActor() actor: Actor, @Param('bookingId') bookingId: string, @Param('departmentId') departmentId: string,
    @Body() { nothingToAdd, text }: PreparationInput, @Headers('if-match') match?: string,
  ): Promise<Agenda> {
    const version = /\d{1,9}/.exec(match ?? '')?.[0];
    return this.change(actor, bookingId, (tx) =>
      prepare(tx, bookingId, departmentId, { nothingToAdd, text: text ?? null }, version === undefined ? null : Number(version)));
  }

  @Put('sharing-bases/:area')
  @Policy(write)
  noteBasis(
    @CurrentActor() actor: Actor, @Param('bookingId') bookingId: string, @Param('area') area: string, @Body() given: SharingBasisInput,
  ): Promise<Agenda> {
    return this.change(actor, bookingId, (tx) => noteBasis(tx, bookingId, area, given));
  }

  private change(actor: Actor, bookingId: string, verb: (tx: Tx) => Promise<void>): Promise<Agenda> {
    return this.db.transaction(actor, async (tx) => {
      await verb(tx);
      return readAgenda(tx, bookingId);
    });
  }
}
