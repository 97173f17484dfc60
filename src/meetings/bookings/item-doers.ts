import { type Actor, hasRole } from '../../platform/database/actor.js';

/** Whom the rights to an item hang on, besides roles. */
export interface ItemDoers {
  /** Who raised the referral. */
  readonly authorId: string;
  /** The youth's coordinating caseworker; null while there is none and for an anonymous item. */
  readonly coordinatorId: string | null;
  /** The chair of the day. */
  readonly chairId: string | null;
}

/** Whether the actor moves and cancels an item and changes its people: the author, the coordinating caseworker, the secretary, the chair of the day. */
export function mayHandle(actor: Actor, doers: ItemDoers): boolean {
  return mayLeadItem(actor, doers) || actor.staffId === doers.authorId;
}

/** Whether the actor holds and closes an item: the secretary, the chair of the day, the coordinating caseworker. */
export function mayLeadItem(actor: Actor, { coordinatorId, chairId }: Omit<ItemDoers, 'authorId'>): boolean {
  if (actor.kind === 'system' || hasRole(actor, 'meeting_secretary')) return true;
  if (actor.staffId === null) return false;
  return actor.staffId === coordinatorId || (hasRole(actor, 'chair') && actor.staffId === chairId);
}
