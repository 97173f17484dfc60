import { Injectable } from '@nestjs/common';
import { namesWithRole } from '../../../departments/staff/staff.queries.js';
import { offeredSeats } from '../../../meetings/days/seat-candidates.js';
import { readSitters } from '../../../meetings/days/sitters.js';
import { undoableMove } from '../../../meetings/days/undo-move.js';
import { readAllSeries } from '../../../meetings/series/read-series.js';
import type { Tx } from '../../../platform/database/tx.js';
import { listReferrals } from '../../../referrals/reading/list-referrals.js';
import { DocketService } from '../../../reports/docket/docket.service.js';
import type { Refusal } from '../../forms/refusal.js';
import type { Page } from '../../layout/pages.js';
import { docketNotice } from '../docket-notices.js';
import { DayOverview } from './day.js';
import { dayPageView } from './day.view.js';
import { NewDay } from './new-day.js';
import { besideSeats } from './seat-wishes.js';

/** More referrals than this never wait for a time at once. */
const MOST_WAITING = 100;
/** Fields of the domain's refusals that the forms have under another name. */
const FIELD: Readonly<Record<string, string>> = { participantIds: 'date', roomId: 'room' };

/** Draws the page of one day and the form for a new one, fresh or after a refused form. */
@Injectable()
export class DayScreen {
  constructor(private readonly docket: DocketService) {}

  /** One meeting day with all that may still be done to it. @throws DomainError not_found */
  async page(tx: Tx, id: string, said: string | undefined, refusal: Refusal | null): Promise<Page> {
    const day = await this.docket.day(tx, id);
    const waiting = day.state === 'closed' ? (await listReferrals(tx, { state: 'accepted', cursor: undefined, limit: MOST_WAITING })).items : [];
    const stands = day.state === 'planned' || day.state === 'closed';
    const [sitters, seats] = [await readSitters(tx, [id]), stands ? await offeredSeats(tx, day) : null];
    const view = dayPageView(day, { sitters, seats, waiting, move: await undoableMove(tx, id) }, tx.now);
    return { title: 'K-mødedag', current: '/dagsorden', content: <DayOverview view={view} notice={docketNotice(said)} refusal={refusal === null ? null : withFields(refusal)} /> };
  }

  /** The form for a day outside of a series' rhythm. */
  async newDay(tx: Tx, refusal: Refusal | null): Promise<Page> {
    const series = (await readAllSeries(tx)).filter(({ endedOn }) => endedOn === null || endedOn >= tx.today);
    const [chairs, takers] = [await namesWithRole(tx, ['chair']), await namesWithRole(tx, ['meeting_secretary', 'chair'])];
    const options = (list: readonly { id: string; name: string }[]) => list.map(({ id, name }) => ({ value: id, label: name }));
    return {
      title: 'Ekstra K-mødedag', current: '/dagsorden',
      content: <NewDay series={options(series)} chairs={options(chairs)} minuteTakers={options(takers)} refusal={refusal === null ? null : withFields(refusal)} />,
    };
  }
}

/** Says a refusal beside the field that mends it; items that were not ticked are said beside the boxes. */
function withFields(refusal: Refusal): Refusal {
  if (refusal.code === 'day_has_bookings') return { ...refusal, errors: [{ field: 'unplace', code: refusal.code, message: 'Sæt kryds ved de punkter, der mister deres tid.' }] };
  if (refusal.action.endsWith('/personer')) return besideSeats(refusal);
  const late = refusal.action.endsWith('/sent-punkt');
  return { ...refusal, errors: refusal.errors.map((error) => ({ ...error, field: late && error.field === 'participantIds' ? 'slotId' : (FIELD[error.field] ?? error.field) })) };
}
