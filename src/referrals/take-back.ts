import { hasRole } from '../platform/database/actor.js';
import type { Tx } from '../platform/database/tx.js';
import { rule } from '../platform/errors/domain-error.js';
import { refuseSecondReferral } from './raising/duplicate-referral.js';
import type { ReferralState } from './referral-states.js';
import { Referral } from './referral.entity.js';
import { visibleReferral } from './referral-scope.js';
import { recordStep } from './steps/record-step.js';

/** A slip is seen at once; later others have acted on it. Milliseconds. */
const TAKE_BACK_WITHIN_MS = 15 * 60_000;

interface LastStep {
  readonly from: ReferralState;
  readonly to: ReferralState;
  readonly byStaffId: string | null;
  readonly at: Date;
}

/**
 * Undoes the last step as a slip: an acceptance, a return, an ending. By who took it, within a quarter of an hour.
 * @throws DomainError not_found; rule `too_late_to_undo`; conflict `invalid_transition`, `already_referred`
 */
export async function takeBack(tx: Tx, id: string): Promise<void> {
  const referral = await tx.lock(Referral, id, visibleReferral(tx));
  const [last] = await tx.query<LastStep>(
    `SELECT from_state AS "from", to_state AS "to", by_staff_id AS "byStaffId", at FROM referral_event WHERE referral_id = $1 ORDER BY at DESC, id DESC LIMIT 1`,
    [id], 'referral-last-event',
  );
  if (last === undefined || !mayTakeBack(tx, last)) throw rule('too_late_to_undo', 'Det er for sent at fortryde. Tal med K-mødesekretæren om, hvad der skal ske.');
  if (referral.youthId !== null) await refuseSecondReferral(tx, referral.youthId, referral.type, id);
  await recordStep(tx, referral, referral.takeBack(last, tx.actor, tx.now));
}

/** The check's own yes at the sending is no decision of its author. */
function mayTakeBack({ actor, now }: Pick<Tx, 'actor' | 'now'>, last: LastStep): boolean {
  const own = last.byStaffId !== null && last.byStaffId === actor.staffId;
  const soon = now.getTime() - last.at.getTime() <= TAKE_BACK_WITHIN_MS;
  return own && soon && (last.to !== 'accepted' || hasRole(actor, 'meeting_secretary', 'chair'));
}
