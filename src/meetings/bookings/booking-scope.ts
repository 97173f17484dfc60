import { hasRole } from '../../platform/database/actor.js';
import { isId } from '../../platform/database/ids.js';
import type { Scope, Tx } from '../../platform/database/tx.js';
import { forbidden } from '../../platform/errors/domain-error.js';
import { accessTo } from '../../youths/access/open-youth.js';
import { visibleTo, type Viewer } from '../../youths/access/visible-youths.js';
import { isCoordinator } from '../../youths/coordination/coordinators.js';
import type { Referral } from '../../referrals/referral.entity.js';

/**
 * Scope of `Tx.find` and `Tx.lock` for a booking: those of youths whose case the viewer sees. An anonymous item is seen by
 * its referrer, those who come to it, the secretary and the chairs.
 */
export function visibleBooking(viewer: Viewer): Scope {
  return (alias) => {
    const youth = visibleTo(viewer)(alias);
    const { actor } = viewer;
    const sql = `((${alias}.youthId IS NOT NULL AND ${youth.sql}) OR (${alias}.youthId IS NULL AND (:bookingAll
      OR EXISTS (SELECT 1 FROM referral raised WHERE raised.id = ${alias}.referralId AND raised.author_id = :bookingViewer)
      OR EXISTS (SELECT 1 FROM booking_participant part WHERE part.booking_id = ${alias}.id AND part.staff_id = :bookingViewer))))`;
    const all = actor.kind === 'system' || hasRole(actor, 'meeting_secretary', 'chair');
    return { sql, parameters: { ...youth.parameters, bookingAll: all, bookingViewer: actor.staffId } };
  };
}

/** The ground on which the actor works with the item, for the audit row. */
export async function bookingGround(tx: Tx, youthId: string | null): Promise<string | null> {
  return youthId === null ? null : ((await accessTo(tx, youthId))?.ground ?? null);
}

/** Whether the actor may reopen a closed docket for one item, with a reason. */
export function mayReopenDocket({ actor }: Pick<Tx, 'actor'>): boolean {
  return hasRole(actor, 'meeting_secretary', 'chair');
}

/** Where an item lies or is to lie. */
export type ItemPlace = { readonly slotId: string } | { readonly meetingDayId: string };

/**
 * Lets through the referrer, the youth's coordinating caseworker, the secretary, and the chair of the day.
 * @throws DomainError forbidden `not_your_item`
 */
export async function assertHandlesItem(tx: Tx, referral: Pick<Referral, 'authorId' | 'youthId'>, at: ItemPlace): Promise<void> {
  const { actor } = tx;
  if (actor.kind === 'system' || hasRole(actor, 'meeting_secretary') || actor.staffId === referral.authorId) return;
  if (referral.youthId !== null && (await isCoordinator(tx, referral.youthId))) return;
  if (hasRole(actor, 'chair') && (await chairs(tx, at))) return;
  throw forbidden('not_your_item', 'Det er den, der har indstillet, den koordinerende sagsbehandler eller sekretæren, der gør det.');
}

/**
 * Lets through the secretary, the chair of the day and the youth's coordinating caseworker: they close an item.
 * @throws DomainError forbidden `not_your_item`
 */
export async function assertLeadsItem(tx: Tx, item: { readonly youthId: string | null; readonly meetingDayId: string }): Promise<void> {
  const { actor } = tx;
  if (actor.kind === 'system' || hasRole(actor, 'meeting_secretary')) return;
  if (item.youthId !== null && (await isCoordinator(tx, item.youthId))) return;
  if (hasRole(actor, 'chair') && (await chairs(tx, item))) return;
  throw forbidden('not_your_item', 'Det er mødelederen, sekretæren eller den koordinerende sagsbehandler, der gør det.');
}

async function chairs(tx: Tx, at: ItemPlace): Promise<boolean> {
  const sql = 'slotId' in at
    ? 'SELECT 1 FROM meeting_day day JOIN meeting_slot slot ON slot.meeting_day_id = day.id WHERE slot.id = $1 AND day.chair_id = $2'
    : 'SELECT 1 FROM meeting_day day WHERE day.id = $1 AND day.chair_id = $2';
  const id = 'slotId' in at ? at.slotId : at.meetingDayId;
  return isId(id) && (await tx.query(sql, [id, tx.actor.staffId])).length > 0;
}
