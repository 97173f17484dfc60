import { Injectable } from '@nestjs/common';
import { PlanVersionsService } from '../../plans/plan-versions.service.js';
import { isId } from '../../platform/database/ids.js';
import type { Tx } from '../../platform/database/tx.js';
import { accessTo } from '../../youths/access/open-youth.js';
import { type HandoverLine, listOpenHandovers } from '../../youths/coordination/list-handovers.js';
import { YouthDetailsService } from '../../youths/youth-details.service.js';
import type { Refusal } from '../forms/refusal.js';
import type { Page } from '../layout/pages.js';
import { OfferedYouth, YouthCardPage } from './narrow-pages.js';
import { readYouthPage } from './read-youth-page.js';
import type { YouthNotice } from './youth-notices.js';
import { YouthOverview } from './youth-page.js';
import { youthPageView } from './youth-page.view.js';

export interface Said {
  readonly notice?: YouthNotice | null;
  /** Why one of the page's forms was refused. */
  readonly refusal?: Refusal | null;
}

/** Draws a youth's page, for its own address and for each form of it that was refused. */
@Injectable()
export class YouthScreen {
  constructor(
    private readonly details: YouthDetailsService,
    private readonly plans: PlanVersionsService,
  ) {}

  /**
   * The case; for the author of a referral the shared card; for who is asked to take the youth, the question.
   * @throws DomainError not_found for a youth that is unknown or not the actor's
   */
  async page(tx: Tx, youthId: string, { notice = null, refusal = null }: Said = {}): Promise<Page> {
    const offer = (await accessTo(tx, youthId)) === null ? await offerToActor(tx, youthId) : null;
    if (offer !== null) return { title: 'Vil du overtage en ung?', current: '/unge', content: <OfferedYouth offer={offer} refusal={refusal} /> };
    const youth = await this.details.open(tx, youthId);
    if (youth.scope === 'card') return { title: 'Hvem ringer jeg til?', current: '/unge', content: <YouthCardPage {...youth} /> };
    const view = youthPageView(await readYouthPage(tx, youth, this.plans));
    return { title: youth.name, current: '/unge', content: <YouthOverview view={view} notice={notice} refusal={refusal} /> };
  }
}

async function offerToActor(tx: Tx, youthId: string): Promise<HandoverLine | null> {
  if (tx.actor.staffId === null || !isId(youthId)) return null;
  const open = await listOpenHandovers(tx);
  return open.find(({ youth, to }) => youth.id === youthId && to.id === tx.actor.staffId) ?? null;
}
