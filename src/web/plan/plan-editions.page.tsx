import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { IsOptional, Matches } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { Policy } from '../../auth/policy.js';
import { comparePlans } from '../../plans/compare-plans.js';
import { plainPlan } from '../../plans/plain-plan.js';
import { PlanVersionsService } from '../../plans/plan-versions.service.js';
import { readPlan } from '../../plans/plans.policies.js';
import type { Tx } from '../../platform/database/tx.js';
import { notFound } from '../../platform/errors/domain-error.js';
import { type Page, Pages } from '../layout/pages.js';
import { differenceView } from './difference.view.js';
import { type Edition, wantedVersion } from './edition.js';
import { DifferencePage, EditionPage, PlainPage } from './edition-pages.js';
import { editionsView } from './plan-page.view.js';

const EDITION = /^([1-9]\d{0,5}|kladde)$/;

export class PlainQuery {
  @IsOptional() @Matches(EDITION)
  version?: Edition;
}

export class DifferenceQuery {
  @Matches(EDITION)
  fra: Edition = '1';

  @Matches(EDITION)
  til: Edition = 'kladde';
}

/** The editions of a plan: one of them, what differs between two, and the plan in plain language. */
@Controller('unge/:id/plan')
@Policy(readPlan)
export class PlanEditionsPages {
  constructor(
    private readonly pages: Pages,
    private readonly versions: PlanVersionsService,
  ) {}

  @Get('udgaver/:number')
  edition(@Param('id') id: string, @Param('number') number: string, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.show(reply, (tx) => this.editionPage(tx, id, number));
  }

  @Get('forskel')
  difference(@Param('id') id: string, @Query() query: DifferenceQuery, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.show(reply, (tx) => this.differencePage(tx, id, query));
  }

  @Get('kort')
  plain(@Param('id') id: string, @Query() { version }: PlainQuery, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.show(reply, async (tx) => {
      const content = await this.versions.show(tx, id, wantedVersion(version));
      return {
        title: 'Din plan, kort fortalt', bare: true,
        content: <PlainPage youthId={id} plan={plainPlan(content)} edition={content.version === null ? 'kladde' : String(content.version)} draft={content.version === null} />,
      };
    });
  }

  private async editionPage(tx: Tx, youthId: string, number: string): Promise<Page> {
    if (!/^[1-9]\d{0,5}$/.test(number)) throw notFound();
    const content = await this.versions.show(tx, youthId, Number(number));
    return { title: 'En udgave af planen', current: '/unge', content: <EditionPage youthId={youthId} content={content} /> };
  }

  /** The earlier one first, whichever way round it was asked. */
  private async differencePage(tx: Tx, youthId: string, { fra, til }: DifferenceQuery): Promise<Page> {
    const age = (edition: Edition): number => (edition === 'kladde' ? Number.MAX_SAFE_INTEGER : Number(edition));
    const [from, to] = age(fra) <= age(til) ? [fra, til] : [til, fra];
    const [before, after] = [await this.versions.show(tx, youthId, wantedVersion(from)), await this.versions.show(tx, youthId, wantedVersion(to))];
    const editions = editionsView(await this.versions.list(tx, youthId));
    const view = differenceView(comparePlans(before, after));
    return {
      title: 'Forskellen på to udgaver', current: '/unge',
      content: <DifferencePage youthId={youthId} view={view} editions={editions} from={from} to={to} name={after.youth.name} />,
    };
  }
}
