import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { Scheduled } from '../../platform/jobs/scheduled.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { HandlesEffect, type EffectContext } from '../../platform/outbox/handlers.js';
import type { WeeklyFigures } from '../entities/weekly-summary.entity.js';
import { weeklySummaryReady } from './weekly-summary-events.js';
import { weeklySummaryText } from './weekly-summary-text.js';
import { writeWeeklySummaries } from './write-weekly-summaries.js';

const READY = `
  SELECT s.email, w.figures FROM weekly_summary w JOIN staff_member s ON s.id = w.staff_id
  WHERE w.staff_id = $1 AND w.week_starts_on = $2 AND s.deactivated_at IS NULL`;

/** Tells each person once a week what deadlines are ahead. */
@Injectable()
export class WeeklySummaryJob {
  constructor(
    private readonly db: Database,
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  @Scheduled({ name: 'deadlines.weekly-summary', everySeconds: 3_600 })
  async run(tx: Tx): Promise<void> {
    await writeWeeklySummaries(tx, tx.today, this.mailer.enabled);
  }

  @HandlesEffect(weeklySummaryReady)
  async send({ staffId, weekStartsOn }: { staffId: string; weekStartsOn: string }, { messageId }: EffectContext): Promise<void> {
    const [row] = await this.db.statement<{ email: string; figures: WeeklyFigures }>('weekly-summary-ready', READY, [staffId, weekStartsOn]);
    if (row === undefined) return;
    const mail = weeklySummaryText(row.figures, weekStartsOn as CalendarDate, this.config.PUBLIC_URL);
    await this.mailer.send({ to: row.email, ...mail, messageId: `<${messageId}@${new URL(this.config.PUBLIC_URL).hostname}>` });
  }
}
