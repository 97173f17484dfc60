import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { Tx } from '../../platform/database/tx.js';
import { notFound } from '../../platform/errors/domain-error.js';
import { coordinatorOf } from '../../youths/coordination/coordinators.js';
import { listActions, type ActionLine } from '../actions/list-actions.js';
import type { MinutesState, NextKind } from './closing-codes.js';
import { Conclusion } from './conclusion.entity.js';
import { itemToConclude } from './item-to-conclude.js';

export interface ConclusionAnswer {
  readonly id: string;
  readonly bookingId: string;
  readonly state: 'concluded';
  readonly outcome: string;
  readonly youthAttended: boolean;
  /** `offered`: another one is the coordinating caseworker until this person accepts. */
  readonly coordinator: { readonly id: string; readonly standing: 'present' | 'offered' } | null;
  readonly actions: readonly ActionLine[];
  readonly next: {
    readonly kind: NextKind;
    readonly bookingId: string | null;
    readonly followUpId: string | null;
    readonly checkOn: CalendarDate | null;
    readonly closedBecause: string | null;
  };
  readonly minutesState: MinutesState;
  readonly concludedAt: Date;
}

/** How an item ended. @throws DomainError not_found when the item is not the actor's or not concluded */
export async function readConclusion(tx: Tx, bookingId: string): Promise<ConclusionAnswer> {
  const { booking, ground } = await itemToConclude(tx, bookingId);
  const conclusion = await tx.manager.findOneBy(Conclusion, { bookingId: booking.id });
  if (!conclusion) throw notFound();
  const youthIds = booking.youthId === null ? [] : [booking.youthId];
  tx.audit('conclusion.read', { type: 'conclusion', id: conclusion.id, youthIds, ground });
  const { id, outcome, youthAttended, nextKind, nextBookingId, closedBecause, minutesState, concludedAt } = conclusion;
  const followUp = await followUpOf(tx, booking.id);
  return {
    id, bookingId: booking.id, state: 'concluded', outcome, youthAttended, coordinator: await coordinatorStanding(tx, conclusion),
    actions: await listActions(tx, { bookingId: booking.id, after: null, limit: 200 }),
    next: { kind: nextKind, bookingId: nextBookingId, followUpId: followUp?.id ?? null, checkOn: followUp?.checkOn ?? null, closedBecause },
    minutesState, concludedAt,
  };
}

async function coordinatorStanding(tx: Tx, { coordinatorId, youthId }: Conclusion): Promise<ConclusionAnswer['coordinator']> {
  if (coordinatorId === null || youthId === null) return null;
  const present = await coordinatorOf(tx, youthId);
  return { id: coordinatorId, standing: present === coordinatorId ? 'present' : 'offered' };
}

async function followUpOf(tx: Tx, bookingId: string): Promise<{ id: string; checkOn: CalendarDate } | undefined> {
  const [row] = await tx.query<{ id: string; checkOn: CalendarDate }>(
    'SELECT id, check_on::text AS "checkOn" FROM follow_up WHERE booking_id = $1 ORDER BY created_at DESC LIMIT 1', [bookingId], 'conclusion-follow-up',
  );
  return row;
}
