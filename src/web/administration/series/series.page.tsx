import { Body, Controller, Get, Param, Post, Query, Res, UseGuards } from '@nestjs/common';
import { IsIn, IsOptional } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { allows, Policy } from '../../../auth/policy.js';
import { readStaff } from '../../../departments/staff/staff.queries.js';
import { readDepartments } from '../../../departments/units/departments.queries.js';
import { DEFAULT_SLOT_PLAN } from '../../../meetings/days/slot-plan.js';
import { NewSeriesInput, SeriesChangeInput } from '../../../meetings/series/meeting-series.input.js';
import { manageSeries } from '../../../meetings/series/meeting-series.policies.js';
import { MeetingSeriesService } from '../../../meetings/series/meeting-series.service.js';
import { readAllSeries, readSeries } from '../../../meetings/series/read-series.js';
import type { Tx } from '../../../platform/database/tx.js';
import { Mailer } from '../../../platform/mail/mailer.js';
import { personOptions } from '../../forms/person-options.js';
import { readForm } from '../../forms/read-form.js';
import type { Refusal } from '../../forms/refusal.js';
import { FormGuard } from '../../layout/form-guard.js';
import { type Page, Pages } from '../../layout/pages.js';
import { administer } from '../administration.policies.js';
import { SeriesForm, SeriesList } from './series.js';
import { seriesInput, seriesValues } from './series-form.js';
import { seriesView } from './series.view.js';

const HERE = '/administration/serier';
const MOST_STAFF = 2_000;

export class SeriesPageQuery {
  @IsOptional() @IsIn(['gemt'])
  besked?: 'gemt';
}

@Controller('administration/serier')
@UseGuards(FormGuard)
export class SeriesPages {
  constructor(
    private readonly pages: Pages,
    private readonly series: MeetingSeriesService,
    private readonly mailer: Mailer,
  ) {}

  @Get()
  @Policy(administer)
  list(@Query() { besked }: SeriesPageQuery, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.show(reply, async (tx) => {
      const series = (await readAllSeries(tx)).map(seriesView);
      const notice = besked === undefined ? null : 'Serien er gemt, og dagene er lagt.';
      return { title: 'Mødeserier', current: '/administration', content: <SeriesList series={series} mayManage={allows(manageSeries, tx.actor)} notice={notice} /> };
    });
  }

  @Get('ny')
  @Policy(manageSeries)
  fresh(@Res() reply: FastifyReply): Promise<void> {
    return this.pages.show(reply, (tx) => this.formPage(tx, null, null));
  }

  @Post('ny')
  @Policy(manageSeries)
  create(@Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.change(reply, async (tx) => {
      await this.series.create(tx, await readForm(NewSeriesInput, seriesInput(body, await areasOf(tx), false)));
      return `${HERE}?besked=gemt`;
    }, (tx, refusal) => this.formPage(tx, null, refusal));
  }

  @Get(':id')
  @Policy(manageSeries)
  show(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.show(reply, (tx) => this.formPage(tx, id, null));
  }

  @Post(':id')
  @Policy(manageSeries)
  change(@Param('id') id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.change(reply, async (tx) => {
      await this.series.change(tx, id, await readForm(SeriesChangeInput, seriesInput(body, await areasOf(tx), true)));
      return `${HERE}?besked=gemt`;
    }, (tx, refusal) => this.formPage(tx, id, refusal));
  }

  private async formPage(tx: Tx, id: string | null, refusal: Refusal | null): Promise<Page> {
    const series = id === null ? null : await readSeries(tx, id);
    const heading = series === null ? 'Ny mødeserie' : `Ret ${series.name}`;
    const form = (
      <SeriesForm
        heading={heading} action={id === null ? `${HERE}/ny` : `${HERE}/${id}`} values={seriesValues(series, series?.slots ?? DEFAULT_SLOT_PLAN)} areas={await areasOf(tx)}
        people={personOptions(await readStaff(tx, null, null, MOST_STAFF))} runs={series !== null} sendsMail={this.mailer.enabled} refusal={refusal}
      />
    );
    return { title: heading, current: '/administration', content: form };
  }
}

/** The areas that the municipality's units work in; the secretariat decides nothing. */
async function areasOf(tx: Tx): Promise<string[]> {
  const areas = (await readDepartments(tx)).map(({ area }) => area).filter((area) => area !== 'secretariat');
  return [...new Set(areas)].sort();
}
