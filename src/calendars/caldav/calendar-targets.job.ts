import { Injectable } from '@nestjs/common';
import { bookingChanged } from '../../meetings/bookings/booking-events.js';
import { meetingDayChanged } from '../../meetings/days/meeting-day-events.js';
import type { Tx } from '../../platform/database/tx.js';
import { Scheduled } from '../../platform/jobs/scheduled.js';
import { Handles } from '../../platform/outbox/handlers.js';
import { calendarTargetDue } from './calendar-target-events.js';
import { askForFailingTargets } from './failing-targets.js';
import { wantedFingerprint } from './wanted-events.js';

/** Each server is compared in full this often, so that what was wiped or changed there comes right again. */
const LOOK_EVERY = '10 minutes';

interface WaitingTarget {
  readonly id: string;
  readonly departmentId: string;
  readonly fingerprint: string | null;
  readonly removing: boolean;
  readonly look: boolean;
}

const WAITING = `
  SELECT id, department_id AS "departmentId", fingerprint, removing_at IS NOT NULL AS removing,
    coalesce(looked_at < $1::timestamptz - interval '${LOOK_EVERY}', true) AS look
  FROM calendar_target WHERE (retry_at IS NULL OR retry_at <= $1) AND (lease_until IS NULL OR lease_until < now())`;

/** Tells the queue which shared calendars are to be brought in step. */
@Injectable()
export class CalendarTargetsJob {
  /** Deadlines change and days age without any message of theirs: what should stand there is compared with what was written last. */
  @Scheduled({ name: 'calendars.targets', everySeconds: 60 })
  async findDue(tx: Tx): Promise<void> {
    for (const target of await tx.query<WaitingTarget>(WAITING, [tx.now], 'caldav-waiting')) {
      const due = target.look || target.removing || target.fingerprint !== (await wantedFingerprint(tx, target.departmentId));
      if (due) tx.enqueue(calendarTargetDue, { targetId: target.id, look: target.look });
    }
    await askForFailingTargets(tx);
  }

  /** What changed here stands in the shared calendars within seconds. */
  @Handles(bookingChanged)
  async followItem(tx: Tx): Promise<void> {
    await this.pushAll(tx);
  }

  @Handles(meetingDayChanged)
  async followDay(tx: Tx): Promise<void> {
    await this.pushAll(tx);
  }

  private async pushAll(tx: Tx): Promise<void> {
    for (const target of await tx.query<WaitingTarget>(WAITING, [tx.now], 'caldav-waiting')) {
      tx.enqueue(calendarTargetDue, { targetId: target.id, look: false });
    }
  }
}
