import { Injectable } from '@nestjs/common';
import { closedDates } from '../../departments/closed-days/closed-dates.js';
import { addDays } from '../../platform/clock/calendar-date.js';
import { timeAt, toInstant } from '../../platform/clock/zone.js';
import type { Tx } from '../../platform/database/tx.js';
import { rule } from '../../platform/errors/domain-error.js';
import { settleTasks } from '../../tasks/raise-task.js';
import { moveBookingsOfDay } from '../bookings/move-bookings-of-day.js';
import { unplaceBooking } from '../bookings/unplace-booking.js';
import { lockResources, occupy, release } from '../occupancy/occupancy.js';
import { voidDayAnswers } from './answer-day.js';
import { roomNamed } from './check-crew.js';
import { dayClaims } from './day-claims.js';
import { docketClosesOnFrom } from './docket-closing.js';
import { assertMayLead } from './may-lead.js';
import { type DayFrame, MeetingDay } from './meeting-day.entity.js';
import type { CancellationInput, RelocationInput } from './meeting-days.input.js';
import { refusePastDeadlines } from './past-deadlines.js';
import { dayBefore, noteMove } from './note-move.js';
import { recordDayChange } from './record-day-change.js';
import { refuseForgottenItems, resourcesOnDay, standingStaff } from './day-holdings.js';
import { settleDayTasks } from './settle-day-tasks.js';
import { shiftSlots } from './write-day.js';

const CLOSED_LOOK_BACK_DAYS = 60;

/** Moving and cancelling a day by hand. */
@Injectable()
export class DayRelocation {
  /**
   * Moves a day, with its items, in one transaction and under the same calendar identity. People who are then busy are named;
   * items in `unplace` lose their place, and their referrals are accepted again, first in line.
   * @throws DomainError conflict `participant_busy`, `room_taken`, `invalid_transition`; rule `in_the_past`, `past_deadlines` unless that is accepted
   */
  async relocate(tx: Tx, id: string, input: RelocationInput): Promise<void> {
    const seen = await this.open(tx, id);
    const roomId = input.room === undefined ? seen.roomId : await roomNamed(tx, input.room);
    await lockResources(tx, [id, ...(roomId === null ? [] : [roomId]), ...(await resourcesOnDay(tx, id))]);
    const day = await this.locked(tx, id);
    const frame = await this.frameAt(tx, day, input, roomId);
    const shift = frame.startsAt.getTime() - day.startsAt.getTime();
    if (shift === 0 && roomId === day.roomId) throw rule('nothing_to_move', 'Dagen ligger der allerede. Vælg en anden dato, et andet tidspunkt eller et andet lokale.');
    if (!input.acceptPastDeadlines) await refusePastDeadlines(tx, day, frame.date, input.unplace);
    const staffIds = await standingStaff(tx, id);
    const before = await dayBefore(tx, day);
    for (const bookingId of input.unplace) await unplaceBooking(tx, { meetingDayId: id, bookingId, reason: input.reason ?? 'K-mødet er flyttet' });
    await release(tx, { meetingDayId: id, bookings: true });
    day.reframe(frame, tx.now);
    day.settle(input.reason ?? day.reason);
    await tx.save(day);
    await shiftSlots(tx, id, shift);
    if (shift !== 0) await voidDayAnswers(tx, id);
    const items = await moveBookingsOfDay(tx, { meetingDayId: id, milliseconds: shift });
    await occupy(tx, [...dayClaims(day, { roomId, staffIds }), ...items]);
    await settleTasks(tx, 'closed_day_on_meeting', id);
    await noteMove(tx, id, before, input.unplace.length);
    recordDayChange(tx, id, 'meeting_day.relocated', { date: day.date, unplaced: input.unplace });
  }

  /**
   * Cancels a day. Its items are moved before, or named in `unplace`.
   * @throws DomainError conflict `day_has_bookings` with their ids, `invalid_transition`
   */
  async cancel(tx: Tx, id: string, input: CancellationInput): Promise<void> {
    await this.open(tx, id);
    await lockResources(tx, [id, ...(await resourcesOnDay(tx, id))]);
    const day = await this.locked(tx, id);
    await refuseForgottenItems(tx, id, input.unplace);
    for (const bookingId of input.unplace) await unplaceBooking(tx, { meetingDayId: id, bookingId, reason: input.reason });
    day.cancel(input.reason, tx.now);
    day.settle(input.reason);
    await tx.save(day);
    await release(tx, { meetingDayId: id, bookings: true });
    await settleDayTasks(tx, id);
    await voidDayAnswers(tx, id);
    recordDayChange(tx, id, 'meeting_day.cancelled', { by: 'person', unplaced: input.unplace });
  }

  private async open(tx: Tx, id: string): Promise<MeetingDay> {
    const day = await tx.find(MeetingDay, id);
    assertMayLead(tx.actor, day.chairId);
    return day;
  }

  /** Under the docket's lock nothing more comes on the day; what came just before it is locked here. */
  private async locked(tx: Tx, id: string): Promise<MeetingDay> {
    await lockResources(tx, await resourcesOnDay(tx, id));
    return tx.lock(MeetingDay, id);
  }

  private async frameAt(tx: Tx, day: MeetingDay, input: RelocationInput, roomId: string | null): Promise<DayFrame> {
    const date = input.date ?? day.date;
    const startsAt = toInstant(date, input.startsAt ?? timeAt(day.startsAt));
    if (startsAt <= tx.now) throw rule('in_the_past', 'Tidspunktet er gået. Vælg et senere.', [{ field: 'date', code: 'past', message: 'Vælg et senere tidspunkt.' }]);
    const endsAt = new Date(startsAt.getTime() + day.endsAt.getTime() - day.startsAt.getTime());
    const closed = await closedDates(tx, addDays(date, -CLOSED_LOOK_BACK_DAYS), date);
    const closesOn = date === day.date ? day.closesOn : docketClosesOnFrom(tx.today, date, closed);
    return { date, startsAt, endsAt, closesOn, roomId, link: day.link, chairId: day.chairId, minuteTakerId: day.minuteTakerId };
  }
}
