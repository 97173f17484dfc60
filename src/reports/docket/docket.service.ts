import { Injectable } from '@nestjs/common';
import { mayReopenDocket } from '../../meetings/bookings/booking-scope.js';
import { assertMayLead } from '../../meetings/days/may-lead.js';
import { type DayLine, readDay, readDays } from '../../meetings/days/read-days.js';
import { readSitters } from '../../meetings/days/sitters.js';
import { latestNominal } from '../../meetings/series/recurrence.js';
import type { AuditAction, AuditSubject } from '../../platform/audit/audit-entry.js';
import { addDays, type CalendarDate } from '../../platform/clock/calendar-date.js';
import { isId } from '../../platform/database/ids.js';
import type { Tx } from '../../platform/database/tx.js';
import { notFound } from '../../platform/errors/domain-error.js';
import { type DocketOffers, offersOn } from './docket-offers.js';
import { type Docket, type DocketDay, docketDays } from './docket.js';
import { type ItemRow, readAbsentSeats, readItems } from './docket.queries.js';

/** A docket shows two weeks (one interval of an ordinary series). */
const DAYS_SHOWN = 14;
const MOST_DAYS = 60;

interface SeriesRow {
  readonly id: string;
  readonly name: string;
  readonly anchorDate: CalendarDate;
  readonly intervalDays: number;
  /** It has a day on the date that is looked at. */
  readonly meets: boolean;
}

/** A fortnight with the next one, and what the viewer may do on them. */
export interface DocketBoard {
  readonly docket: Docket;
  readonly next: Docket;
  readonly offers: DocketOffers;
  /** Series that run; one of them is shown, also when it has ended. */
  readonly series: ReadonlyArray<{ readonly id: string; readonly name: string }>;
}

/** The days ahead, and what the viewer may do on them. */
export interface ComingDocket {
  readonly days: readonly DocketDay[];
  readonly offers: DocketOffers;
}

interface Reading {
  readonly days: readonly DocketDay[];
  readonly lines: readonly DayLine[];
  readonly rows: readonly ItemRow[];
}

/** The fortnight: from the series' latest nominal date on or before the date, 14 days. */
@Injectable()
export class DocketService {
  /**
   * @param seriesId null for the series that meets on the date, else the municipality's first
   * @throws DomainError not_found for an unknown series
   */
  async read(tx: Tx, date: CalendarDate, seriesId: string | null): Promise<Docket> {
    const { docket } = await this.fortnights(tx, date, seriesId, 1, 'docket.opened', {});
    return docket;
  }

  /** The same for a file, logged as exported. */
  async exported(tx: Tx, date: CalendarDate, seriesId: string | null, format: 'pdf' | 'xlsx'): Promise<Docket> {
    const { docket } = await this.fortnights(tx, date, seriesId, 1, 'docket.exported', { format });
    return docket;
  }

  /** The fortnight and the next one, with what the viewer may do. */
  async board(tx: Tx, date: CalendarDate, seriesId: string | null): Promise<DocketBoard> {
    const { docket, next, reading, running } = await this.fortnights(tx, date, seriesId, 2, 'docket.opened', {});
    return { docket, next, offers: await offersFor(tx, reading), series: running.map(({ id, name }) => ({ id, name })) };
  }

  /** The coming docket and the one after it: four weeks from the next day that is to be, today's included until it is over. No days when none is made. */
  async coming(tx: Tx): Promise<ComingDocket> {
    const ahead = (await readDays(tx, tx.today, addDays(tx.today, MOST_DAYS), null, MOST_DAYS)).filter(({ state }) => state === 'planned' || state === 'closed');
    const [next] = ahead;
    if (next === undefined) return { days: [], offers: { items: new Map(), leads: new Set(), invited: new Map() } };
    const days = ahead.filter((day) => day.date < addDays(next.date, 2 * DAYS_SHOWN));
    const reading = await this.withItems(tx, days, 'docket.opened', { type: 'front_page', id: null, detail: { from: next.date } });
    return { days: reading.days, offers: await offersFor(tx, reading) };
  }

  /**
   * One day with its items, for whoever leads it.
   * @throws DomainError not_found; forbidden `not_your_meeting`
   */
  async day(tx: Tx, id: string): Promise<DocketDay> {
    if (!isId(id)) throw notFound();
    const line = await readDay(tx, id);
    assertMayLead(tx.actor, line.chair.id);
    const { days: [day] } = await this.withItems(tx, [line], 'docket.opened', { type: 'meeting_day', id, detail: { from: line.date } });
    if (day === undefined) throw new Error('a day was read and not shown');
    return day;
  }

  private async fortnights(
    tx: Tx, date: CalendarDate, seriesId: string | null, count: 1 | 2, action: AuditAction, detail: NonNullable<AuditSubject['detail']>,
  ): Promise<{ docket: Docket; next: Docket; reading: Reading; running: readonly SeriesRow[] }> {
    const running = await this.runningSeries(tx, date, seriesId);
    const series = running.find(({ id, meets }) => (seriesId === null ? meets : id === seriesId)) ?? running[0] ?? null;
    const from = (series && latestNominal(series, date)) ?? date;
    const days = (await readDays(tx, from, addDays(from, count * DAYS_SHOWN - 1), null, MOST_DAYS)).filter((day) => day.seriesId === null || day.seriesId === series?.id);
    const reading = await this.withItems(tx, days, action, { type: 'series', id: series?.id ?? null, detail: { from, ...detail } });
    const shown = series === null ? null : { id: series.id, name: series.name };
    return { docket: fortnight(from, shown, reading.days), next: fortnight(addDays(from, DAYS_SHOWN), shown, reading.days), reading, running };
  }

  private async withItems(tx: Tx, lines: readonly DayLine[], action: AuditAction, subject: AuditSubject): Promise<Reading> {
    const dayIds = lines.map((day) => day.id);
    const rows = await readItems(tx, dayIds);
    const youthIds = rows.flatMap((item) => item.youth?.id ?? []);
    const days = docketDays(lines, rows, await readAbsentSeats(tx, dayIds));
    tx.audit(action, { ...subject, youthIds: [...new Set(youthIds)], ground: 'docket' });
    return { days, lines, rows };
  }

  /** Series that run, oldest first, and the one that is asked for. @throws DomainError not_found when there is none of that id */
  private async runningSeries(tx: Tx, date: CalendarDate, asked: string | null): Promise<SeriesRow[]> {
    const rows = await tx.query<SeriesRow>(
      `SELECT id, name, anchor_date::text AS "anchorDate", interval_days AS "intervalDays",
         EXISTS (SELECT 1 FROM meeting_day day WHERE day.series_id = meeting_series.id AND day.date = $3 AND day.state <> 'cancelled') AS meets
       FROM meeting_series WHERE ended_on IS NULL OR ended_on >= $2 OR id = $1 ORDER BY created_at, id`,
      [asked, tx.today, date],
      'docket-series',
    );
    if (asked !== null && rows.every(({ id }) => id !== asked)) throw notFound();
    return rows;
  }
}

async function offersFor(tx: Tx, { lines, rows }: Reading): Promise<DocketOffers> {
  const { actor, now, today } = tx;
  return offersOn(lines, rows, await readSitters(tx, lines.map(({ id }) => id)), { actor, now, today, mayReopen: mayReopenDocket(tx) });
}

function fortnight(from: CalendarDate, series: Docket['series'], days: readonly DocketDay[]): Docket {
  const to = addDays(from, DAYS_SHOWN - 1);
  return { from, to, series, days: days.filter(({ date }) => date >= from && date <= to) };
}
