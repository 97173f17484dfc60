import type { AuditAction, AuditSubject } from '../../platform/audit/audit-entry.js';
import type { Tx } from '../../platform/database/tx.js';
import { meetingDayChanged } from './meeting-day-events.js';

/** Puts a change of a day that calendars show into the log and tells those who follow days. */
export function recordDayChange(tx: Tx, id: string, action: AuditAction, detail: AuditSubject['detail'] = {}): void {
  tx.audit(action, { type: 'meeting_day', id, detail });
  tx.enqueue(meetingDayChanged, { meetingDayId: id });
}
