import { Injectable } from '@nestjs/common';
import { type Alarm, alarmRaised } from '../platform/alarms/alarms.js';
import type { Tx } from '../platform/database/tx.js';
import { Handles } from '../platform/outbox/handlers.js';
import { messageDied } from '../platform/outbox/outbox-consumer.js';
import { raiseTask } from './raise-task.js';

/** What is wrong with the installation itself becomes a task of the administrator. */
@Injectable()
export class InstallationAlarmHandler {
  @Handles(alarmRaised)
  async alarm(tx: Tx, { alarmId, alarm, day }: { alarmId: string; alarm: Alarm; day: string }): Promise<void> {
    await raiseTask(tx, {
      kind: `alarm_${alarm}`, assigneeRole: 'admin', subjectType: 'alarm', subjectId: alarmId, dedupKey: `alarm:${alarm}:${day}`, dueOn: tx.today,
    });
  }

  @Handles(messageDied)
  async died(tx: Tx, { messageId }: { messageId: string }): Promise<void> {
    await raiseTask(tx, {
      kind: 'message_died', assigneeRole: 'admin', subjectType: 'message', subjectId: messageId, dedupKey: `message-died:${messageId}:${tx.now.toISOString()}`, dueOn: tx.today,
    });
  }
}
