import type { CalendarDate } from '../platform/clock/calendar-date.js';
import { hasRole } from '../platform/database/actor.js';
import type { Tx } from '../platform/database/tx.js';
import { forbidden, rule } from '../platform/errors/domain-error.js';
import { isAuthorOrLeader } from './raising/edit-referral.js';
import { EDITABLE_REFERRAL_STATES } from './referral-states.js';
import { Referral } from './referral.entity.js';
import { visibleReferral } from './referral-scope.js';
import { recordStep } from './steps/record-step.js';

/** Triage says yes: it may be booked. @throws DomainError not_found; conflict `invalid_transition` */
export async function acceptReferral(tx: Tx, id: string, reason: string | null): Promise<void> {
  const referral = await tx.lock(Referral, id, visibleReferral(tx));
  await recordStep(tx, referral, referral.accept(tx.actor, tx.now, reason));
}

/**
 * Triage sends it back to its author, with a reason and perhaps a day to raise it again.
 * @throws DomainError not_found; conflict `invalid_transition`; rule `date_passed`
 */
export async function returnReferral(tx: Tx, id: string, reason: string, returnOn: CalendarDate | null): Promise<void> {
  const referral = await tx.lock(Referral, id, visibleReferral(tx));
  if (returnOn !== null && returnOn < tx.today) throw rule('date_passed', 'Datoen er passeret. Vælg en dag, der kommer.');
  await recordStep(tx, referral, referral.return(tx.actor, tx.now, reason, returnOn));
}

/**
 * The units sort it out without a meeting; that is a success and counted as one. Triage may say so of any referral, the
 * author of one that has not been sent.
 * @throws DomainError not_found; forbidden `not_yours`; conflict `invalid_transition`
 */
export async function coordinateDirectly(tx: Tx, id: string, reason: string): Promise<void> {
  const referral = await tx.lock(Referral, id, visibleReferral(tx));
  const unsent = EDITABLE_REFERRAL_STATES.includes(referral.state) && isAuthorOrLeader(tx, referral);
  if (!unsent && !isTriage(tx)) throw forbidden('not_yours', 'Når anmodningen er sendt, er det K-mødesekretæren eller mødelederen, der afgør det.');
  await recordStep(tx, referral, referral.coordinateDirectly(tx.actor, tx.now, reason));
}

/** Its author, the team leader of that unit or triage takes it back. @throws DomainError not_found; forbidden `not_yours`; conflict `invalid_transition` */
export async function withdrawReferral(tx: Tx, id: string, reason: string): Promise<void> {
  const referral = await tx.lock(Referral, id, visibleReferral(tx));
  if (!isAuthorOrLeader(tx, referral) && !isTriage(tx)) {
    throw forbidden('not_yours', 'Kun den, der skrev anmodningen, enhedens teamleder, K-mødesekretæren eller mødelederen kan trække den tilbage.');
  }
  await recordStep(tx, referral, referral.withdraw(tx.actor, tx.now, reason));
}

function isTriage({ actor }: Tx): boolean {
  return hasRole(actor, 'meeting_secretary', 'chair');
}
