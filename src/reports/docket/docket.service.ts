import { Injectable } from '@nestjs/common';
import { type DayLine, readDays } from '../../meetings/days/read-days.js';
import { latestNominal } from '../../meetings/series/recurrence.js';
import type { AuditSubject } from '../../platform/audit/audit-entry.js';
import { addDays, type CalendarDate } from '../../platform/clock/calendar-date.js';
import type { Tx } from '../../platform/database/tx.js';
import { notFound } from '../../platform/errors/domain-error.js';
import { type Docket, type DocketDay, docketDays } from './docket.js';
import { readAbsentSeats, readItems } from './docket.queries.js';

/** A docket shows two weeks (one interval of an ordinary series). */
const DAYS_SHOWN = 14;
const MOST_DAYS = 60;

interface SeriesRow {
  readonly id: string;
  readonly name: string;
  readonly anchorDate: CalendarDate;
  readonly intervalDays: number;
}

/** The fortnight: from the series' latest nominal date on or before the date, 14 days. */
@Injectable()
export class DocketService {
  /**
   * @param seriesId null for the municipality's first series
   * @throws DomainError not_found for an unknown series
   */
  async read(tx: Tx, date: CalendarDate, seriesId: string | null): Promise<Docket> {
    const series = await this.series(tx, seriesId);
    const from = (series && latestNominal(series, date)) ?? date;
    const to = addDays(from, DAYS_SHOWN - 1);
    const days = (await readDays(tx, from, to, null, MOST_DAYS)).filter((day) => day.seriesId === null || day.seriesId === series?.id);
    const docket = await this.withItems(tx, days, { type: 'series', id: series?.id ?? null, detail: { from } });
    return { from, to, series: series === null ? null : { id: series.id, name: series.name }, days: docket };
  }

  /** The coming docket and the one after it: four weeks from the next day that is not cancelled, today included. Empty when none is made. */
  async coming(tx: Tx): Promise<DocketDay[]> {
    const ahead = (await readDays(tx, tx.today, addDays(tx.today, MOST_DAYS), null, MOST_DAYS)).filter(({ state }) => state !== 'cancelled');
    const [next] = ahead;
    if (next === undefined) return [];
    return this.withItems(tx, ahead.filter((day) => day.date < addDays(next.date, 2 * DAYS_SHOWN)), { type: 'front_page', id: null, detail: { from: next.date } });
  }

  private async withItems(tx: Tx, days: readonly DayLine[], subject: AuditSubject): Promise<DocketDay[]> {
    const dayIds = days.map((day) => day.id);
    const items = await readItems(tx, dayIds);
    const youthIds = items.flatMap((item) => item.youth?.id ?? []);
    const docket = docketDays(days, items, await readAbsentSeats(tx, dayIds));
    tx.audit('docket.opened', { ...subject, youthIds: [...new Set(youthIds)], ground: 'docket' });
    return docket;
  }

  private async series(tx: Tx, id: string | null): Promise<SeriesRow | null> {
    const [row] = await tx.query<SeriesRow>(
      `SELECT id, name, anchor_date::text AS "anchorDate", interval_days AS "intervalDays" FROM meeting_series
       WHERE ($1::uuid IS NULL AND (ended_on IS NULL OR ended_on >= $2)) OR id = $1 ORDER BY created_at, id LIMIT 1`,
      [id, tx.today],
      'docket-series',
    );
    if (row === undefined && id !== null) throw notFound();
    return row ?? null;
  }
}
