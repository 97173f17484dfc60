import { basisProblems, type BasisGiven } from '../../agendas/sharing-bases/basis-problems.js';
import { visibleBooking } from '../../meetings/bookings/booking-scope.js';
import { Booking } from '../../meetings/bookings/booking.entity.js';
import { openToHandle } from '../../meetings/bookings/open-booking.js';
import { staffIdOf } from '../../platform/database/actor.js';
import type { Tx } from '../../platform/database/tx.js';
import { invalid, rule } from '../../platform/errors/domain-error.js';
import { settleTasks } from '../../tasks/raise-task.js';
import { Consent } from '../../youths/consents/consent.entity.js';
import { normaliseAct, normaliseSection } from '../../youths/measures/legal-basis.js';
import { auditOfItem } from '../audit-of-item.js';
import { MinutesCopy } from './minutes-copy.entity.js';

export interface MinutesCopyLine {
  readonly id: string;
  readonly guest: { readonly id: string; readonly name: string; readonly function: string | null };
  /** Null: the minutes may not leave the house yet. */
  readonly basis: { readonly consentId: string | null; readonly act: string | null; readonly section: string | null } | null;
  readonly handedOver: { readonly at: Date; readonly by: string } | null;
}

const LINES = `
  SELECT copy.id, json_build_object('id', guest.id, 'name', guest.name, 'function', guest.function) AS guest,
    CASE WHEN copy.consent_id IS NULL AND copy.act IS NULL THEN NULL
      ELSE json_build_object('consentId', copy.consent_id, 'act', copy.act, 'section', copy.section) END AS basis,
    CASE WHEN copy.handed_over_at IS NULL THEN NULL ELSE json_build_object('at', copy.handed_over_at, 'by', person.name) END AS "handedOver"
  FROM minutes_copy copy JOIN booking_guest guest ON guest.id = copy.guest_id LEFT JOIN staff_member person ON person.id = copy.handed_over_by
  WHERE copy.booking_id = $1 ORDER BY guest.name COLLATE "da-x-icu", copy.id`;

/** Who from outside is to have the minutes, and what is missing for it. @throws DomainError not_found */
export async function listMinutesCopies(tx: Tx, bookingId: string): Promise<MinutesCopyLine[]> {
  const booking = await tx.find(Booking, bookingId, visibleBooking(tx));
  await auditOfItem(tx, booking, 'minutes_copies.listed', { type: 'booking', id: bookingId });
  return tx.query<MinutesCopyLine>(LINES, [bookingId], 'minutes-copies');
}

/**
 * Notes on what basis the minutes may be given to the person; replaces what stood.
 * @throws DomainError not_found; forbidden `not_your_item`; invalid; rule `basis_incomplete`, `consent_not_valid`, `consent_for_others`,
 * `already_handed_over`
 */
export async function noteCopyBasis(tx: Tx, id: string, given: BasisGiven): Promise<void> {
  const { copy, booking } = await open(tx, id);
  if (copy.handedOverAt !== null) throw rule('already_handed_over', 'Referatet er allerede sendt. Fortryd først, hvis det var en fejl.');
  const problems = basisProblems(given);
  if (problems.length > 0) throw rule('basis_incomplete', 'Grundlaget mangler noget. Ret det, og gem igen.', problems);
  if (given.consentId !== undefined) await requireConsent(tx, booking, given.consentId);
  copy.consentId = given.consentId ?? null;
  copy.act = given.act === undefined ? null : normaliseAct(given.act);
  copy.section = given.section === undefined ? null : normaliseSection(given.section);
  await tx.save(copy);
  await auditOfItem(tx, booking, 'minutes_copy.basis_noted', { type: 'minutes_copy', id });
  const [missing] = await tx.query('SELECT 1 FROM minutes_copy WHERE booking_id = $1 AND consent_id IS NULL AND act IS NULL LIMIT 1', [booking.id], 'minutes-copies-missing');
  if (missing === undefined) await settleTasks(tx, 'minutes_basis_missing', booking.id);
}

/**
 * Notes that the minutes have gone to the municipality's secure post, or takes that back. A consent must still count today.
 * @throws DomainError not_found; forbidden `not_your_item`; rule `basis_missing`, `consent_not_valid`, `consent_for_others`
 */
export async function markCopyHandedOver(tx: Tx, id: string, handedOver: boolean): Promise<void> {
  const { copy, booking } = await open(tx, id);
  if (handedOver && !copy.hasBasis) throw rule('basis_missing', 'Der mangler et samtykke eller en lovhjemmel, før referatet må gives videre.');
  if (handedOver && copy.consentId !== null) await requireConsent(tx, booking, copy.consentId);
  copy.handedOverAt = handedOver ? (copy.handedOverAt ?? tx.now) : null;
  copy.handedOverBy = handedOver ? (copy.handedOverBy ?? staffIdOf(tx.actor)) : null;
  await tx.save(copy);
  await auditOfItem(tx, booking, handedOver ? 'minutes_copy.handed_over' : 'minutes_copy.taken_back', { type: 'minutes_copy', id });
}

async function open(tx: Tx, id: string): Promise<{ copy: MinutesCopy; booking: Booking }> {
  const { bookingId } = await tx.find(MinutesCopy, id);
  const { booking } = await openToHandle(tx, bookingId);
  return { copy: await tx.lock(MinutesCopy, id), booking };
}

/** A consent names to whom (forvaltningsloven § 28, stk. 3): one to a unit of ours lets nothing out of the house. */
async function requireConsent(tx: Tx, booking: Booking, consentId: string): Promise<void> {
  const consent = await tx.manager.findOneBy(Consent, { id: consentId });
  if (consent === null || consent.youthId !== booking.youthId) throw invalid([{ field: 'consentId', code: 'unknown', message: 'Vælg et af den unges samtykker.' }]);
  if (consent.stateOn(tx.today) !== 'active') throw rule('consent_not_valid', 'Samtykket gælder ikke i dag. Indhent et nyt.');
  if (consent.departmentId !== null) {
    throw rule('consent_for_others', 'Samtykket gælder en af vores enheder, ikke gæsten. Vælg eller indhent et samtykke til gæsten, eller skriv lov og paragraf.');
  }
}
