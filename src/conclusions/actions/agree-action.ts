import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import { newId } from '../../platform/database/ids.js';
import type { Tx } from '../../platform/database/tx.js';
import { rule } from '../../platform/errors/domain-error.js';
import type { ActionKind } from '../closing/closing-codes.js';
import { giveAccessToOwner } from './action-access.js';
import { Action } from './action.entity.js';

export interface NewAction {
  readonly youthId: string | null;
  readonly bookingId: string | null;
  readonly goalId: string | null;
  readonly kind: ActionKind;
  readonly text: string;
  readonly ownerId: string;
  readonly dueOn: CalendarDate;
}

/** Writes an open action; its owner may see the youth until it is closed. The caller has checked who may, and the owner. */
export async function agreeAction(tx: Tx, agreed: NewAction): Promise<Action> {
  const closing = { state: 'open', closedAt: null, closedBy: null, closedReason: null };
  const made = { id: newId(), createdBy: tx.actor.staffId, createdAt: tx.now };
  const action = await tx.save(Object.assign(new Action(), { ...agreed, text: agreed.text.trim(), ...closing, ...made }));
  await giveAccessToOwner(tx, action);
  return action;
}

/** An action's owner works here. @throws DomainError rule `owner_unknown` */
export async function requireActiveOwner(tx: Tx, ownerId: string): Promise<void> {
  const found = await tx.query('SELECT 1 FROM staff_member WHERE id = $1 AND deactivated_at IS NULL', [ownerId], 'action-owner');
  if (found.length > 0) return;
  const title = 'Vælg en ansvarlig, der er ansat.';
  throw rule('owner_unknown', title, [{ field: 'ownerId', code: 'owner_unknown', message: title }]);
}

/** What is agreed is done from today on. @throws DomainError rule `due_in_past` */
export function refuseDueInPast(dueOn: CalendarDate, today: CalendarDate): void {
  if (dueOn >= today) return;
  const message = 'Datoen er gået. Vælg en dato fra i dag og frem.';
  throw rule('due_in_past', message, [{ field: 'dueOn', code: 'due_in_past', message }]);
}
