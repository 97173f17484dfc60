import { hasRole } from '../../platform/database/actor.js';
import { isId } from '../../platform/database/ids.js';
import type { Scope } from '../../platform/database/scope.js';
import type { Tx } from '../../platform/database/tx.js';
import { forbidden } from '../../platform/errors/domain-error.js';
import { accessTo } from '../../youths/access/open-youth.js';
import { visibleTo, type Viewer } from '../../youths/access/visible-youths.js';
import { coordinatorOf } from '../../youths/coordination/coordinators.js';
import type { Referral } from '../../referrals/referral.entity.js';
import { type ItemDoers, mayHandle, mayLeadItem } from './item-doers.js';

/**
 * Scope of `Tx.find` and `Tx.lock` for a booking: those of youths whose case the viewer sees. An anonymous item is seen by
 * its author, those who come to it, the secretary and the chairs.
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

/** Whether the actor handles an item: the author, the youth's coordinating caseworker, the secretary, and the chair of the day. */
export async function handlesItem(tx: Tx, referral: Pick<Referral, 'authorId' | 'youthId'>, at: ItemPlace): Promise<boolean> {
  const { authorId, youthId } = referral;
  if (mayHandle(tx.actor, { authorId, coordinatorId: null, chairId: null })) return true;
  return mayHandle(tx.actor, { authorId, ...(await leadersOf(tx, youthId, at)) });
}

/** @throws DomainError forbidden `not_your_item` unless `handlesItem` */
export async function assertHandlesItem(tx: Tx, referral: Pick<Referral, 'authorId' | 'youthId'>, at: ItemPlace): Promise<void> {
  if (await handlesItem(tx, referral, at)) return;
  throw forbidden('not_your_item', 'Det er den, der har bedt om mødet, den koordinerende sagsbehandler eller sekretæren, der gør det.');
}

/**
 * Lets through the secretary, the chair of the day and the youth's coordinating caseworker: they close an item.
 * @throws DomainError forbidden `not_your_item`
 */
export async function assertLeadsItem(tx: Tx, item: { readonly youthId: string | null; readonly meetingDayId: string }): Promise<void> {
  if (mayLeadItem(tx.actor, { coordinatorId: null, chairId: null })) return;
  if (mayLeadItem(tx.actor, await leadersOf(tx, item.youthId, item))) return;
  throw forbidden('not_your_item', 'Det er mødelederen, sekretæren eller den koordinerende sagsbehandler, der gør det.');
}

async function leadersOf(tx: Tx, youthId: string | null, at: ItemPlace): Promise<Omit<ItemDoers, 'authorId'>> {
  return {
    coordinatorId: youthId === null ? null : await coordinatorOf(tx, youthId),
    chairId: hasRole(tx.actor, 'chair') ? await chairOf(tx, at) : null,
  };
}

async function chairOf(tx: Tx, at: ItemPlace): Promise<string | null> {
  const sql = 'slotId' in at
    ? 'SELECT day.chair_id AS id FROM meeting_day day JOIN meeting_slot slot ON slot.meeting_day_id = day.id WHERE slot.id = $1'
    : 'SELECT day.chair_id AS id FROM meeting_day day WHERE day.id = $1';
  const id = 'slotId' in at ? at.slotId : at.meetingDayId;
  return isId(id) ? ((await tx.query<{ id: string }>(sql, [id]))[0]?.id ?? null) : null;
}
