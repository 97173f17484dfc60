import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { CurrentActor } from '../../auth/current-actor.js';
import { Policy } from '../../auth/policy.js';
import { addDays } from '../../platform/clock/calendar-date.js';
import type { Actor } from '../../platform/database/actor.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { Idempotency, type IdempotencyKey, once } from '../../platform/http/idempotency.js';
import { type Page, readCursor, toPage } from '../../platform/http/paging.js';
import { AdHocDays } from './ad-hoc-days.js';
import { answerDay } from './answer-day.js';
import { DayCrew } from './day-crew.js';
import { DayStates } from './day-states.service.js';
import { CancellationInput, DayAnswerInput, DayCrewInput, DaysQuery, NewDayInput, RelocationInput, ReopeningInput } from './meeting-days.input.js';
import { answerMeetingDays, manageMeetingDays, readMeetingDays } from './meeting-days.policies.js';
import { type DayLine, readDay, readDays } from './read-days.js';
import { DayRelocation } from './relocation.js';

const DEFAULT_RANGE_DAYS = 182;

@Controller('api/v1/meeting-days')
export class MeetingDaysController {
  constructor(
    private readonly db: Database,
    private readonly adHoc: AdHocDays,
    private readonly states: DayStates,
    private readonly relocation: DayRelocation,
    private readonly crew: DayCrew,
  ) {}

  @Get()
  @Policy(readMeetingDays)
  list(@CurrentActor() actor: Actor, @Query() query: DaysQuery): Promise<Page<DayLine>> {
    return this.db.transaction(actor, async (tx) => {
      const from = query.from ?? tx.today;
      const days = await readDays(tx, from, query.to ?? addDays(from, DEFAULT_RANGE_DAYS), readCursor(query.cursor, 2), query.limit);
      return toPage(days, query.limit, (day) => [day.startsAt.toISOString(), day.id]);
    });
  }

  @Post()
  @Policy(manageMeetingDays)
  add(@CurrentActor() actor: Actor, @Body() input: NewDayInput, @Idempotency() key: IdempotencyKey | null): Promise<DayLine> {
    return this.db.transaction(actor, async (tx) => readDay(tx, await once(tx, key, () => this.adHoc.add(tx, input))));
  }

  @Post(':id/relocation')
  @HttpCode(200)
  @Policy(manageMeetingDays)
  relocate(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() input: RelocationInput): Promise<DayLine> {
    return this.change(actor, id, (tx) => this.relocation.relocate(tx, id, input));
  }

  @Put(':id/crew')
  @Policy(manageMeetingDays)
  man(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() input: DayCrewInput): Promise<DayLine> {
    return this.change(actor, id, (tx) => this.crew.change(tx, id, input));
  }

  @Post(':id/cancellation')
  @HttpCode(200)
  @Policy(manageMeetingDays)
  cancel(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() input: CancellationInput): Promise<DayLine> {
    return this.change(actor, id, (tx) => this.relocation.cancel(tx, id, input));
  }

  @Post(':id/closure')
  @HttpCode(200)
  @Policy(manageMeetingDays)
  close(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<DayLine> {
    return this.change(actor, id, (tx) => this.states.close(tx, id));
  }

  @Post(':id/reopening')
  @HttpCode(200)
  @Policy(manageMeetingDays)
  reopen(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() input: ReopeningInput): Promise<DayLine> {
    return this.change(actor, id, (tx) => this.states.reopen(tx, id, input.closesOn));
  }

  @Post(':id/invitation-answer')
  @HttpCode(200)
  @Policy(answerMeetingDays)
  answer(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() { answer, startsAt }: DayAnswerInput): Promise<DayLine> {
    return this.change(actor, id, (tx) => answerDay(tx, id, answer, startsAt));
  }

  private change(actor: Actor, id: string, work: (tx: Tx) => Promise<void>): Promise<DayLine> {
    return this.db.transaction(actor, async (tx) => {
      await work(tx);
      return readDay(tx, id);
    });
  }
}
