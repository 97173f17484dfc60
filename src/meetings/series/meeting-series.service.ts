import { Injectable } from '@nestjs/common';
import { type CalendarDate, weekday } from '../../platform/clock/calendar-date.js';
import { newId } from '../../platform/database/ids.js';
import type { Tx } from '../../platform/database/tx.js';
import { rule } from '../../platform/errors/domain-error.js';
import { checkCrew, checkSlotPlan, roomNamed } from '../days/check-crew.js';
import { assertMayLead } from '../days/may-lead.js';
import type { PanelPlace } from '../days/seat-crew.js';
import { DEFAULT_SLOT_PLAN } from '../days/slot-plan.js';
import { type ArrangedDays, arrangeSeries } from './arrange-series.js';
import { MeetingSeries } from './meeting-series.entity.js';
import type { NewSeriesInput, SeriesChangeInput } from './meeting-series.input.js';
import { PanelMember } from './panel-member.entity.js';
import { seriesCrew } from './series-crew.js';

/** Fixed times for K-møder; their days follow by themselves. */
@Injectable()
export class MeetingSeriesService {
  /**
   * Starts a series, makes its days 26 weeks ahead and returns its id.
   * @throws DomainError rule `unknown_crew`, `slot_plan`, `anchor_on_weekend`
   */
  async create(tx: Tx, input: NewSeriesInput): Promise<string> {
    assertMayLead(tx.actor, input.chairId);
    const series = Object.assign(new MeetingSeries(), {
      id: newId(), name: input.name, anchorDate: input.anchorDate, intervalDays: input.intervalDays, closedDayPolicy: input.closedDayPolicy,
      startsAtTime: input.startsAt, slotPlan: input.slots ?? [...DEFAULT_SLOT_PLAN], roomId: await roomNamed(tx, input.room ?? null),
      link: input.link ?? null, chairId: input.chairId, minuteTakerId: input.minuteTakerId, endedOn: null, revision: 0, createdAt: tx.now,
    });
    await this.check(tx, series, input.panel ?? []);
    await tx.manager.insert(MeetingSeries, series);
    await this.writePanel(tx, series.id, input.panel ?? []);
    tx.audit('meeting_series.created', { type: 'meeting_series', id: series.id });
    await arrangeSeries(tx, series.id);
    return series.id;
  }

  /**
   * Changes a series. Only future days without items follow; the answer says which days stay as they were.
   * @throws DomainError as `create`; not_found
   */
  async change(tx: Tx, id: string, input: SeriesChangeInput): Promise<ArrangedDays> {
    const series = await tx.lock(MeetingSeries, id);
    assertMayLead(tx.actor, series.chairId);
    Object.assign(series, await changesOf(tx, input));
    series.revision += 1;
    const panel = input.panel ?? (await seriesCrew(tx, series)).panel;
    await this.check(tx, series, panel);
    await tx.save(series);
    if (input.panel !== undefined) await this.writePanel(tx, id, panel);
    tx.audit('meeting_series.changed', { type: 'meeting_series', id, detail: { fields: Object.keys(input).filter((key) => input[key as keyof SeriesChangeInput] !== undefined) } });
    return arrangeSeries(tx, id);
  }

  private async check(tx: Tx, series: MeetingSeries, panel: readonly PanelPlace[]): Promise<void> {
    checkSlotPlan(series.slotPlan);
    checkAnchor(series.anchorDate);
    await checkCrew(tx, { chairId: series.chairId, minuteTakerId: series.minuteTakerId, panel });
  }

  private async writePanel(tx: Tx, seriesId: string, panel: readonly PanelPlace[]): Promise<void> {
    await tx.execute('UPDATE panel_member SET removed_at = $2 WHERE series_id = $1 AND removed_at IS NULL', [seriesId, tx.now]);
    const places = panel.map(({ area, staffId, deputyId, decisionPower }) => ({ area, staffId, deputyId, decisionPower }));
    await tx.manager.insert(PanelMember, places.map((place) => ({ ...place, id: newId(), seriesId, removedAt: null })));
  }
}

/** The fields that were sent; null only where it means "none". */
async function changesOf(tx: Tx, input: SeriesChangeInput): Promise<Partial<MeetingSeries>> {
  const { name, anchorDate, intervalDays, closedDayPolicy, startsAt, slots, chairId, minuteTakerId } = input;
  const firm = { name, anchorDate, intervalDays, closedDayPolicy, startsAtTime: startsAt, slotPlan: slots, chairId, minuteTakerId };
  const roomId = input.room === undefined ? undefined : await roomNamed(tx, input.room);
  const clearable = { link: input.link, endedOn: input.endedOn, roomId };
  const sent = [...Object.entries(firm).filter(([, value]) => value !== null), ...Object.entries(clearable)];
  return Object.fromEntries(sent.filter(([, value]) => value !== undefined));
}

function checkAnchor(date: CalendarDate): void {
  if (weekday(date) <= 5) return;
  throw rule('anchor_on_weekend', 'Serien skal begynde på en hverdag.', [{ field: 'anchorDate', code: 'weekend', message: 'Vælg en hverdag.' }]);
}
