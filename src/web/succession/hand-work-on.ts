import { moveActions } from '../../conclusions/actions/move-actions.js';
import { handSeatOver } from '../../meetings/bookings/change-people.js';
import type { Tx } from '../../platform/database/tx.js';
import { openLeaver, succeedStaff } from '../../youths/coordination/succession.js';
import { blame } from '../forms/blame.js';
import { type Receiver, receiverField } from './read-receivers.js';

/**
 * Hands a leaver's work on as the form says, all of it or nothing: seats at items and actions first, each to its own receiver; then
 * the youths are offered, and what is left of their actions follows them.
 * @throws DomainError not_found unless the actor leads the leaver's unit; rule and conflict beside the line that cannot be
 */
export async function handWorkOn(tx: Tx, leaverId: string, receivers: readonly Receiver[]): Promise<void> {
  await openLeaver(tx, leaverId);
  const of = (kind: Receiver['kind']): Receiver[] => receivers.filter((each) => each.kind === kind);
  for (const { kind, id, to } of of('punkt')) await blame(receiverField(kind, id), handSeatOver(tx, id, leaverId, to), true);
  for (const { kind, id, to } of of('aftale')) await blame(receiverField(kind, id), moveActions(tx, { fromStaffId: leaverId, toStaffId: to, ids: [id] }), true);
  const assignments = of('ung').map(({ id, to }) => ({ youthId: id, to }));
  if (assignments.length > 0) await succeedStaff(tx, leaverId, { assignments });
}
