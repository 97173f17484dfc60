import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { CurrentActor } from '../../auth/current-actor.js';
import { Policy } from '../../auth/policy.js';
import type { Actor } from '../../platform/database/actor.js';
import { Database } from '../../platform/database/database.js';
import { Idempotency, type IdempotencyKey, once } from '../../platform/http/idempotency.js';
import type { ArrangedDays } from './arrange-series.js';
import { NewSeriesInput, SeriesChangeInput } from './meeting-series.input.js';
import { manageSeries, readSeriesPolicy } from './meeting-series.policies.js';
import { MeetingSeriesService } from './meeting-series.service.js';
import { readAllSeries, readSeries, type SeriesLine } from './read-series.js';

@Controller('api/v1/meeting-series')
export class MeetingSeriesController {
  constructor(
    private readonly db: Database,
    private readonly series: MeetingSeriesService,
  ) {}

  @Get()
  @Policy(readSeriesPolicy)
  list(@CurrentActor() actor: Actor): Promise<{ items: SeriesLine[]; nextCursor: null }> {
    return this.db.transaction(actor, async (tx) => ({ items: await readAllSeries(tx), nextCursor: null }));
  }

  @Post()
  @Policy(manageSeries)
  create(@CurrentActor() actor: Actor, @Body() input: NewSeriesInput, @Idempotency() key: IdempotencyKey | null): Promise<SeriesLine> {
    return this.db.transaction(actor, async (tx) => readSeries(tx, await once(tx, key, () => this.series.create(tx, input))));
  }

  /** `days` tells how many days followed, and which stay as they were. */
  @Patch(':id')
  @Policy(manageSeries)
  change(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() input: SeriesChangeInput): Promise<SeriesLine & { days: ArrangedDays }> {
    return this.db.transaction(actor, async (tx) => {
      const days = await this.series.change(tx, id, input);
      return { ...(await readSeries(tx, id)), days };
    });
  }
}
