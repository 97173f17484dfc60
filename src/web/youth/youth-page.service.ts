import { Injectable } from '@nestjs/common';
import { recordMilestoneByPerson, voidMilestone } from '../../deadlines/milestones/record-milestone.js';
import { PlanVersionsService } from '../../plans/plan-versions.service.js';
import { isCalendarDate } from '../../platform/clock/calendar-date.js';
import { isId } from '../../platform/database/ids.js';
import type { Tx } from '../../platform/database/tx.js';
import { invalid, notFound } from '../../platform/errors/domain-error.js';
import { accessTo } from '../../youths/access/open-youth.js';
import { acceptHandover, offerHandover, refuseHandover, withdrawHandover } from '../../youths/coordination/handovers.js';
import { type HandoverLine, listOpenHandovers } from '../../youths/coordination/list-handovers.js';
import { YouthDetailsService, type YouthOnCard } from '../../youths/youth-details.service.js';
import type { NoticeCode } from './notices.js';
import { readYouthPage, type YouthPageData } from './read-youth-page.js';

/** What the reader gets: the case, the shared card, or the question whether to take the youth. */
export type YouthLook =
  | { readonly scope: 'full'; readonly data: YouthPageData }
  | { readonly scope: 'card'; readonly youth: YouthOnCard }
  | { readonly scope: 'offered'; readonly offer: HandoverLine };

export type HandoverAnswer = 'ja' | 'nej' | 'tilbagetraek';

const ANSWERS: Readonly<Record<HandoverAnswer, { verb: (tx: Tx, id: string) => Promise<void>; notice: NoticeCode }>> = {
  ja: { verb: acceptHandover, notice: 'overtaget' },
  nej: { verb: refuseHandover, notice: 'afvist' },
  tilbagetraek: { verb: withdrawHandover, notice: 'trukket' },
};

/** Puts the services together that the youth's page needs; every call works in the transaction it is given. */
@Injectable()
export class YouthPageService {
  constructor(
    private readonly details: YouthDetailsService,
    private readonly plans: PlanVersionsService,
  ) {}

  /** @throws DomainError not_found for a youth that is unknown or not the actor's */
  async look(tx: Tx, youthId: string): Promise<YouthLook> {
    const offer = (await accessTo(tx, youthId)) === null ? await offerToActor(tx, youthId) : null;
    if (offer !== null) return { scope: 'offered', offer };
    const youth = await this.details.open(tx, youthId);
    return youth.scope === 'card' ? { scope: 'card', youth } : { scope: 'full', data: await readYouthPage(tx, youth, this.plans) };
  }

  /** @throws DomainError invalid, and what `offerHandover` throws */
  async offer(tx: Tx, youthId: string, to: string): Promise<void> {
    if (!isId(to)) throw invalid([{ field: 'to', code: 'required', message: 'Vælg, hvem der skal overtage.' }]);
    await offerHandover(tx, youthId, to);
  }

  /** Answers an offer. The youth may be out of sight afterwards. @throws DomainError not_found; forbidden; conflict */
  async answer(tx: Tx, youthId: string, handoverId: string, answer: string): Promise<{ notice: NoticeCode; inSight: boolean }> {
    if (!isAnswer(answer)) throw notFound();
    const { verb, notice } = ANSWERS[answer];
    await verb(tx, handoverId);
    return { notice, inSight: (await accessTo(tx, youthId)) !== null };
  }

  /** "Klaret i fagsystem". @throws DomainError invalid, and what `recordMilestoneByPerson` throws */
  async tick(tx: Tx, youthId: string, deadlineId: string, occurredOn: string): Promise<void> {
    if (!isCalendarDate(occurredOn)) throw invalid([{ field: 'occurredOn', code: 'date', message: 'Skriv den dag, det er sket, fx 9-12-2026.' }]);
    await recordMilestoneByPerson(tx, youthId, { deadlineId, occurredOn });
  }

  /** Takes a tick back. @throws DomainError not_found; conflict */
  undo(tx: Tx, milestoneId: string): Promise<void> {
    return voidMilestone(tx, milestoneId);
  }
}

function isAnswer(text: string): text is HandoverAnswer {
  return Object.hasOwn(ANSWERS, text);
}

async function offerToActor(tx: Tx, youthId: string): Promise<HandoverLine | null> {
  if (tx.actor.staffId === null || !isId(youthId)) return null;
  const open = await listOpenHandovers(tx);
  return open.find(({ youth, to }) => youth.id === youthId && to.id === tx.actor.staffId) ?? null;
}
