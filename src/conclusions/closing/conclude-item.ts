import { Injectable } from '@nestjs/common';
import { staffIdOf } from '../../platform/database/actor.js';
import type { Tx } from '../../platform/database/tx.js';
import { conflict, rule } from '../../platform/errors/domain-error.js';
import { forgetRemoved } from '../../agendas/removed/removed-rows.js';
import { Booking } from '../../meetings/bookings/booking.entity.js';
import { recordChange } from '../../meetings/bookings/record-change.js';
import { Referral } from '../../referrals/referral.entity.js';
import { recordStep } from '../../referrals/steps/record-step.js';
import { settleTasks } from '../../tasks/raise-task.js';
import { grantAccess } from '../../youths/access/grant-access.js';
import { agreeAction } from '../actions/agree-action.js';
import { ConclusionDraft } from '../drafts/conclusion-draft.entity.js';
import { planFollowUp } from '../follow-ups/plan-follow-up.js';
import { raiseQuestion } from '../questions/raise-question.js';
import type { ClosingStatement } from './closing-statement.js';
import { meetDeadlines, settleYouthStatus } from './follow-from-conclusion.js';
import { missingForClosing } from './missing-for-closing.js';
import { wasDiscussed, youthAttended } from './missing-attendance.js';
import { nameCoordinator } from './name-coordinator.js';
import { bookNextItem } from './next-item.js';
import { itemToConclude, requireMayClose, type ItemToConclude } from './item-to-conclude.js';
import { readClosingFacts } from './read-closing-facts.js';
import { writeConclusion } from './write-conclusion.js';

const DAY_MS = 86_400_000;
/** Who closed the item may see the youth so long after, to correct and approve the minutes. */
const ACCESS_DAYS = 30;

/** Closes items: in one transaction with the next slot, the actions, the deadlines met and all that follows. */
@Injectable()
export class ConcludeItem {
  /**
   * Returns the conclusion's id.
   * @throws DomainError not_found; forbidden `may_not_close`; conflict `invalid_transition`; rule `closing_incomplete` naming all
   * that is missing, `not_begun`; and as booking the next slot and naming the coordinating caseworker
   */
  async conclude(tx: Tx, bookingId: string, statement: ClosingStatement): Promise<string> {
    const item = await itemToConclude(tx, bookingId);
    await requireMayClose(tx, item);
    requireOpenState(item.booking);
    const facts = await readClosingFacts(tx, item, statement);
    const missing = missingForClosing(statement, facts);
    if (missing.length > 0) throw rule('closing_incomplete', 'Punktet kan ikke afsluttes endnu. Udfyld det, der mangler.', missing);
    const { slotId } = statement.next ?? {};
    const nextBookingId = slotId === undefined ? null : await bookNextItem(tx, item, statement, { ...statement.next, slotId });
    await this.closeBooking(tx, item);
    const attended = youthAttended(statement, facts) === true;
    const conclusion = await writeConclusion(tx, item, statement, { youthAttended: attended, nextBookingId });
    await this.writeAgreements(tx, item, statement);
    if (item.youth !== null) await this.followForYouth(tx, item, statement, attended);
    await settleTasks(tx, 'conclusion_missing', bookingId);
    return conclusion.id;
  }

  /** The item and its referral end; the booking's row is locked only now, after the locks of the next slot. */
  private async closeBooking(tx: Tx, item: ItemToConclude): Promise<void> {
    const booking = await tx.lock(Booking, item.booking.id);
    requireOpenState(booking);
    if (booking.state === 'booked') booking.hold(tx.now);
    booking.conclude(tx.now);
    await tx.save(booking);
    await recordChange(tx, booking, 'booking.concluded');
    const referral = await tx.lock(Referral, booking.referralId);
    await recordStep(tx, referral, referral.conclude(tx.actor, tx.now));
    await tx.manager.delete(ConclusionDraft, { bookingId: booking.id });
    await forgetRemoved(tx, booking.id);
  }

  private async writeAgreements(tx: Tx, { booking }: ItemToConclude, statement: ClosingStatement): Promise<void> {
    const { id: bookingId, youthId } = booking;
    for (const { text = '', ownerId = '', dueOn, kind = 'agreed', goalId = null } of statement.actions ?? []) {
      if (dueOn !== undefined) await agreeAction(tx, { youthId, bookingId, goalId, kind, text, ownerId, dueOn });
    }
    for (const { text = '', ownerId = '' } of statement.principledQuestions ?? []) await raiseQuestion(tx, { bookingId, text, ownerId });
  }

  private async followForYouth(tx: Tx, item: ItemToConclude, statement: ClosingStatement, attended: boolean): Promise<void> {
    const { booking } = item;
    const youthId = booking.youthId ?? '';
    if (statement.coordinatorId !== undefined) await nameCoordinator(tx, youthId, statement.coordinatorId);
    await this.letConcluderSee(tx, booking, youthId);
    if (statement.next?.checkOn !== undefined) await planFollowUp(tx, { youthId, bookingId: booking.id, checkOn: statement.next.checkOn });
    const held = { youthAttended: attended, discussed: wasDiscussed(statement), outcome: statement.outcome ?? '' };
    await meetDeadlines(tx, item, held);
    await settleYouthStatus(tx, youthId, attended);
  }

  private async letConcluderSee(tx: Tx, booking: Booking, youthId: string): Promise<void> {
    const [own] = await tx.query<{ open: boolean }>(
      "SELECT EXISTS (SELECT 1 FROM action WHERE booking_id = $1 AND owner_id = $2 AND state = 'open') AS open", [booking.id, tx.actor.staffId], 'concluder-actions',
    );
    const untilAt = own?.open ? null : new Date(tx.now.getTime() + ACCESS_DAYS * DAY_MS);
    await grantAccess(tx, { youthId, holder: { staffId: staffIdOf(tx.actor) }, ground: 'booked_item', sourceId: booking.id, untilAt });
  }
}

function requireOpenState(booking: Booking): void {
  if (booking.state === 'booked' || booking.state === 'held') return;
  const stands = booking.state === 'cancelled' ? 'Punktet er aflyst.' : 'Punktet er allerede afsluttet.';
  throw conflict('invalid_transition', `${stands} Hent siden igen.`, { state: booking.state });
}
