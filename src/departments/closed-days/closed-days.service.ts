import { Injectable } from '@nestjs/common';
import { addDays, type CalendarDate, daysBetween, weekday } from '../../platform/clock/calendar-date.js';
import { newId } from '../../platform/database/ids.js';
import type { Tx } from '../../platform/database/tx.js';
import { invalid, rule } from '../../platform/errors/domain-error.js';
import { ClosedDay } from './closed-day.entity.js';
import { closedDaysChanged } from './closed-day-events.js';
import type { ClosedDayKind } from './danish-closed-days.js';

const LONGEST_RANGE_DAYS = 92;

export interface ClosedDayLine {
  readonly id: string;
  readonly date: CalendarDate;
  readonly kind: ClosedDayKind;
  readonly label: string;
}

export interface NewClosedDays {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly kind: Exclude<ClosedDayKind, 'public_holiday'>;
  readonly label: string;
}

/** The days on which nothing is held; planned meeting days follow by a message. */
@Injectable()
export class ClosedDaysService {
  /** The closed days between two dates, both included, in order. */
  async list(tx: Tx, from: CalendarDate, to: CalendarDate): Promise<ClosedDayLine[]> {
    const sql = 'SELECT id, date::text AS date, kind, label FROM closed_day WHERE date BETWEEN $1 AND $2 ORDER BY date';
    return tx.query<ClosedDayLine>(sql, [from, to], 'closed-days-list');
  }

  /**
   * Closes the weekdays of a range; one that is closed already keeps its name. Returns all closed days of the range.
   * @throws DomainError invalid when the range is turned around, too long or past
   */
  async close(tx: Tx, { from, to, kind, label }: NewClosedDays): Promise<ClosedDayLine[]> {
    assertRange(from, to, tx.today);
    const length = daysBetween(from, to) + 1;
    const dates = Array.from({ length }, (_, index) => addDays(from, index)).filter((date) => weekday(date) <= 5);
    const written = await tx.execute(
      `INSERT INTO closed_day (id, date, kind, label, created_at)
       SELECT id, date, $3, $4, $5 FROM unnest($1::uuid[], $2::date[]) AS day (id, date) ON CONFLICT (date) DO NOTHING`,
      [dates.map(() => newId()), dates, kind, label, tx.now],
    );
    if (written > 0) {
      tx.audit('closed_days.added', { type: 'closed_day', id: null, detail: { from, to, kind } });
      tx.enqueue(closedDaysChanged, { from, to });
    }
    return this.list(tx, from, to);
  }

  /** Opens a day again. Throws 422 `public_holiday` for one that the law closes. */
  async open(tx: Tx, id: string): Promise<void> {
    const day = await tx.lock(ClosedDay, id);
    if (day.kind === 'public_holiday') throw rule('public_holiday', 'Helligdage følger af loven og kan ikke fjernes.');
    await tx.execute('DELETE FROM closed_day WHERE id = $1', [id]);
    tx.audit('closed_days.removed', { type: 'closed_day', id, detail: { date: day.date } });
    tx.enqueue(closedDaysChanged, { from: day.date, to: day.date });
  }
}

function assertRange(from: CalendarDate, to: CalendarDate, today: CalendarDate): void {
  if (to < from) throw invalid([{ field: 'to', code: 'before_from', message: 'Slutdatoen ligger før startdatoen.' }]);
  if (to < today) throw invalid([{ field: 'to', code: 'past', message: 'Vælg dage, der ikke er gået.' }]);
  if (daysBetween(from, to) >= LONGEST_RANGE_DAYS) {
    throw invalid([{ field: 'to', code: 'too_long', message: 'Luk højst tre måneder ad gangen.' }]);
  }
}
