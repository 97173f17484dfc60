import { Injectable } from '@nestjs/common';
import { forgetBusyTimes } from '../../departments/busy-times/busy-times.js';
import type { Tx } from '../../platform/database/tx.js';
import { Scheduled } from '../../platform/jobs/scheduled.js';
import { busyCalendarDue, READ_EVERY } from './busy-calendar-events.js';

const MOST_AT_ONCE = 200;
/** What nobody has been able to read again for so long says nothing any more. */
const KEPT = '7 days';

/** Tells the queue whose own calendar is to be read, and lets go of what is no longer known. */
@Injectable()
export class BusyCalendarsJob {
  @Scheduled({ name: 'calendars.busy', everySeconds: 60 })
  async findDue(tx: Tx): Promise<void> {
    await this.letGo(tx);
    const due = await tx.query<{ staffId: string }>(
      `UPDATE busy_calendar SET due_at = $1::timestamptz + interval '${READ_EVERY}' WHERE staff_id IN (
         SELECT staff_id FROM busy_calendar WHERE due_at <= $1 ORDER BY due_at LIMIT ${MOST_AT_ONCE})
       RETURNING staff_id AS "staffId"`,
      [tx.now], 'busy-due',
    );
    for (const { staffId } of due) tx.enqueue(busyCalendarDue, { staffId });
  }

  private async letGo(tx: Tx): Promise<void> {
    const left = await tx.query<{ staffId: string }>(
      `DELETE FROM busy_calendar USING staff_member person WHERE person.id = staff_id AND person.deactivated_at IS NOT NULL RETURNING staff_id AS "staffId"`, [], 'busy-left',
    );
    const old = await tx.query<{ staffId: string }>(
      `SELECT staff_id AS "staffId" FROM busy_reading WHERE read_at < $1::timestamptz - interval '${KEPT}'`, [tx.now], 'busy-old',
    );
    await forgetBusyTimes(tx, [...left, ...old].map((row) => row.staffId));
  }
}
