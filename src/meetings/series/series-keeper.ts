import { Injectable } from '@nestjs/common';
import { closedDaysChanged } from '../../departments/closed-days/closed-day-events.js';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { Tx } from '../../platform/database/tx.js';
import { Scheduled } from '../../platform/jobs/scheduled.js';
import { Handles } from '../../platform/outbox/handlers.js';
import { raiseTask, settleTasks } from '../../tasks/raise-task.js';
import { arrangeAllSeries } from './arrange-series.js';

interface DayOnClosedDate {
  readonly id: string;
  readonly date: CalendarDate;
  readonly closed: boolean;
}

/** Keeps the days of all series 26 weeks ahead and in step with the closed days. */
@Injectable()
export class SeriesKeeper {
  @Scheduled({ name: 'meeting-series.arrange', everySeconds: 21_600 })
  async keepAhead(tx: Tx): Promise<void> {
    await arrangeAllSeries(tx);
  }

  /** Days without items follow their series' policy; one that still stands on a closed date becomes a task, never moves. */
  @Handles(closedDaysChanged)
  async follow(tx: Tx, { from, to }: { from: CalendarDate; to: CalendarDate }): Promise<void> {
    await arrangeAllSeries(tx);
    for (const day of await standingDays(tx, from, to)) {
      if (day.closed) await askToMove(tx, day);
      else await settleTasks(tx, 'closed_day_on_meeting', day.id);
    }
  }
}

async function standingDays(tx: Tx, from: CalendarDate, to: CalendarDate): Promise<DayOnClosedDate[]> {
  return tx.query<DayOnClosedDate>(
    `SELECT day.id, day.date::text, EXISTS (SELECT 1 FROM closed_day WHERE closed_day.date = day.date) AS closed
     FROM meeting_day day
     WHERE day.date BETWEEN $1 AND $2 AND day.state IN ('planned', 'closed') AND day.starts_at > $3`,
    [from, to, tx.now],
    'days-on-closed-dates',
  );
}

async function askToMove(tx: Tx, { id, date }: DayOnClosedDate): Promise<void> {
  await raiseTask(tx, {
    kind: 'closed_day_on_meeting', assigneeRole: 'meeting_secretary', subjectType: 'meeting_day', subjectId: id, dueOn: date,
    dedupKey: `closed_day_on_meeting:${id}:${date}`,
  });
}
