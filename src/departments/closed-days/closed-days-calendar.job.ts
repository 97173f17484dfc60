import { Injectable } from '@nestjs/common';
import { dateParts } from '../../platform/clock/calendar-date.js';
import { newId } from '../../platform/database/ids.js';
import { LoadsReferenceData } from '../../platform/database/reference-data.js';
import type { Tx } from '../../platform/database/tx.js';
import { Scheduled } from '../../platform/jobs/scheduled.js';
import { type ClosedDayKind, type NamedDay, publicHolidays, usualClosedDays } from './danish-closed-days.js';

const YEARS_AHEAD = 3;

/** Keeps the public holidays written three years ahead. */
@Injectable()
export class ClosedDaysCalendar {
  /**
   * Writes this year's closed days and those of the next three. The usual closed days of a year come with its first
   * filling only: one that a person has taken away stays away.
   */
  @LoadsReferenceData()
  @Scheduled({ name: 'closed-days.fill', everySeconds: 86_400 })
  async fill(tx: Tx): Promise<void> {
    const { year: first } = dateParts(tx.today);
    const filled = await filledYears(tx);
    for (let year = first; year <= first + YEARS_AHEAD; year += 1) {
      await insert(tx, 'public_holiday', publicHolidays(year));
      if (!filled.has(year)) await insert(tx, 'closed', usualClosedDays(year));
    }
  }
}

async function filledYears(tx: Tx): Promise<ReadonlySet<number>> {
  const sql = `SELECT DISTINCT extract(year FROM date)::int AS year FROM closed_day WHERE kind = 'public_holiday'`;
  return new Set((await tx.query<{ year: number }>(sql)).map((row) => row.year));
}

async function insert(tx: Tx, kind: ClosedDayKind, days: readonly NamedDay[]): Promise<void> {
  await tx.query(
    `INSERT INTO closed_day (id, date, kind, label, created_at)
     SELECT id, date, $3, label, $5 FROM unnest($1::uuid[], $2::date[], $4::varchar[]) AS day (id, date, label)
     ON CONFLICT (date) DO NOTHING`,
    [days.map(() => newId()), days.map((day) => day.date), kind, days.map((day) => day.label), tx.now],
    'closed-days-fill',
  );
}
