import { Injectable } from '@nestjs/common';
import { undoableMove } from '../../meetings/days/undo-move.js';
import { hasRole } from '../../platform/database/actor.js';
import { isCalendarDate } from '../../platform/clock/calendar-date.js';
import { isId } from '../../platform/database/ids.js';
import type { Tx } from '../../platform/database/tx.js';
import type { DocketQuery } from '../../reports/docket/docket.controller.js';
import { DocketService } from '../../reports/docket/docket.service.js';
import type { Refusal } from '../forms/refusal.js';
import type { Page } from '../layout/pages.js';
import { DocketNotice, type Said } from './docket-notices.js';
import { DocketOverview } from './docket.js';
import { docketView } from './docket.view.js';

/** Fields of the domain's refusals that the form on the docket has under another name. */
const FIELD: Readonly<Record<string, string>> = { participantIds: 'slotId', roomId: 'slotId' };

/** Draws the docket, fresh or after a refused form. */
@Injectable()
export class DocketScreen {
  constructor(private readonly docket: DocketService) {}

  /** The docket around a date, by default today's. @throws DomainError not_found */
  async page(tx: Tx, { date, series }: DocketQuery, said: Said, refusal: Refusal | null): Promise<Page> {
    const board = await this.docket.board(tx, date ?? tx.today, series ?? null);
    const view = docketView(board, series ?? null, hasRole(tx.actor, 'meeting_secretary', 'chair'));
    const undoesDay = said.dag !== undefined && (await undoableMove(tx, said.dag)) !== null;
    return {
      title: 'Dagsorden', current: '/dagsorden',
      content: <DocketOverview view={view} notice={<DocketNotice said={said} back={view.back} undoesDay={undoesDay} />} refusal={refusal} />,
    };
  }

  /** The fortnight that the refused form was on; who is busy is said beside the place that was chosen. */
  again(tx: Tx, refusal: Refusal): Promise<Page> {
    const { dato, serie } = refusal.values;
    const errors = refusal.errors.map((error) => ({ ...error, field: FIELD[error.field] ?? error.field }));
    return this.page(tx, { ...(isCalendarDate(dato) && { date: dato }), ...(typeof serie === 'string' && isId(serie) && { series: serie }) }, {}, { ...refusal, errors });
  }
}
