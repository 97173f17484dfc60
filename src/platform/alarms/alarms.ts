import { Injectable } from '@nestjs/common';
import { systemActor } from '../database/actor.js';
import { Database } from '../database/database.js';
import { newId } from '../database/ids.js';
import { Logger } from '../logging/logger.js';
import { defineMessage } from '../outbox/message.js';

/** What the administrator must be told of, beside the log. */
export type Alarm = 'clock_skew' | 'queue_silent' | 'worker_silent' | 'schedule_failing' | 'transaction_left_open';

/** Something is wrong with the installation itself. Whoever keeps tasks makes one of it. */
export const alarmRaised = defineMessage<{ alarmId: string; alarm: Alarm; day: string }>('operations.alarm');

/** At most one message per alarm and day; the log has each. */
@Injectable()
export class Alarms {
  constructor(
    private readonly db: Database,
    private readonly logger: Logger,
  ) {
    db.whenLeftOpen(({ handler = 'unknown' }) => void this.raise('transaction_left_open', 'a handler left its transaction open; the server has ended it', { handler }));
  }

  /** Never throws: what raises an alarm has troubles enough. */
  async raise(alarm: Alarm, text: string, fields: { handler?: string; schedule?: string; seconds?: number } = {}): Promise<void> {
    this.logger.alarm(text, { ...fields, code: alarm });
    try {
      await this.db.transaction(systemActor(), async (tx) => {
        tx.enqueue(alarmRaised, { alarmId: newId(), alarm, day: tx.today }, { dedupKey: `${alarm}:${tx.today}` });
      });
    } catch (error) {
      this.logger.fault('the alarm could not be passed on', error, { code: alarm });
    }
  }
}
