import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import { dateAt } from '../../platform/clock/zone.js';
import type { Tx } from '../../platform/database/tx.js';
import type { ParticipantRole } from '../proposals/who-must-come.js';
import type { GuestKind } from './booking-guest.entity.js';
import type { ParticipantAnswer } from './booking-participant.entity.js';
import { bookingGround, visibleBooking } from './booking-scope.js';
import { BOOKING_STATE_LABELS, type BookingState } from './booking-states.js';
import { Booking } from './booking.entity.js';

interface Named {
  readonly id: string;
  readonly name: string;
}

export interface ParticipantLine {
  readonly staffId: string;
  readonly name: string;
  readonly role: ParticipantRole;
  readonly area: string | null;
  readonly mandatory: boolean;
  readonly standing: boolean;
  readonly decisionPower: boolean;
  readonly answer: ParticipantAnswer | null;
  readonly substituteFor: Named | null;
}

export interface GuestLine {
  readonly id: string;
  readonly kind: GuestKind;
  readonly name: string;
  readonly function: string | null;
  /** A professional's answer to the invitation by mail; null without one. */
  readonly answer: ParticipantAnswer | null;
}

/** An item as those who see the youth's case see it. No place is told: a protected youth's must not be. */
export interface BookingView {
  readonly id: string;
  readonly referralId: string;
  readonly youth: Named | null;
  readonly type: string;
  readonly typeLabel: string;
  readonly purpose: string;
  readonly meetingDayId: string;
  readonly slotId: string;
  readonly date: CalendarDate;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly state: BookingState;
  readonly stateLabel: string;
  readonly urgent: boolean;
  readonly lateReason: string | null;
  readonly cancelledReason: string | null;
  readonly participantIds: readonly string[];
  readonly participants: readonly ParticipantLine[];
  readonly guests: readonly GuestLine[];
  /** Null until the youth has been asked about this time and these people. */
  readonly youthAnswer: { readonly yes: boolean; readonly note: string | null; readonly answeredAt: Date } | null;
  /** What the youth must be told when asked; null where the youth does not take part. */
  readonly companionRight: string | null;
  readonly bookedBy: Named;
  readonly reference: string;
  readonly revision: number;
  readonly changedAt: Date;
}

interface Around {
  readonly youth: Named | null;
  readonly type: string;
  readonly typeLabel: string;
  readonly purpose: string;
  readonly bookedBy: Named;
  readonly participants: ParticipantLine[];
  readonly guests: GuestLine[];
}

const AROUND = `
  SELECT CASE WHEN youth.id IS NULL THEN NULL ELSE json_build_object('id', youth.id, 'name', youth.first_name || ' ' || youth.last_name) END AS youth,
    referral.type, kind.label AS "typeLabel", referral.purpose, json_build_object('id', booker.id, 'name', booker.name) AS "bookedBy",
    coalesce((SELECT json_agg(json_build_object('staffId', part.staff_id, 'name', person.name, 'role', part.role, 'area', part.area,
        'mandatory', part.mandatory, 'standing', part.standing, 'decisionPower', part.decision_power, 'answer', part.answer,
        'substituteFor', CASE WHEN other.id IS NULL THEN NULL ELSE json_build_object('id', other.id, 'name', other.name) END)
        ORDER BY part.mandatory DESC, person.name COLLATE "da-x-icu", person.id)
      FROM booking_participant part JOIN staff_member person ON person.id = part.staff_id LEFT JOIN staff_member other ON other.id = part.substitute_for
      WHERE part.booking_id = booking.id), '[]') AS participants,
    coalesce((SELECT json_agg(json_build_object('id', guest.id, 'kind', guest.kind, 'name', guest.name, 'function', guest.function, 'answer', guest.answer) ORDER BY guest.id)
      FROM booking_guest guest WHERE guest.booking_id = booking.id), '[]') AS guests
  FROM booking
  JOIN referral ON referral.id = booking.referral_id JOIN referral_type kind ON kind.id = referral.type_id
  JOIN staff_member booker ON booker.id = booking.booked_by LEFT JOIN youth ON youth.id = booking.youth_id
  WHERE booking.id = $1`;

const COMPANION_RIGHT = 'Sig til den unge, at en bisidder må komme med (barnets lov § 6).';

/**
 * An item that the actor may see; the reading is logged with its ground.
 * @throws DomainError not_found when it is unknown or not the actor's
 */
export async function readBooking(tx: Tx, id: string): Promise<BookingView> {
  const booking = await tx.find(Booking, id, visibleBooking(tx));
  const [around] = await tx.query<Around>(AROUND, [id], 'booking-around');
  if (around === undefined) throw new Error('a booking lost its referral or booker');
  const youthIds = booking.youthId === null ? [] : [booking.youthId];
  tx.audit('booking.opened', { type: 'booking', id, youthIds, ground: await bookingGround(tx, booking.youthId) });
  return { ...fieldsOf(booking), ...around, participantIds: around.participants.map((each) => each.staffId), companionRight: companionRight(around.guests) };
}

function companionRight(guests: readonly GuestLine[]): string | null {
  return guests.some((guest) => guest.kind === 'youth') ? COMPANION_RIGHT : null;
}

function fieldsOf(booking: Booking): Omit<BookingView, keyof Around | 'participantIds' | 'companionRight'> {
  const { id, referralId, meetingDayId, slotId, startsAt, endsAt, state, urgent, lateReason, cancelledReason, reference, revision, changedAt } = booking;
  const { youthSaidYes: yes, youthAnswerNote: note, youthAnsweredAt: answeredAt } = booking;
  return {
    id, referralId, meetingDayId, slotId, date: dateAt(startsAt), startsAt, endsAt, state, stateLabel: BOOKING_STATE_LABELS[state], urgent,
    lateReason, cancelledReason, youthAnswer: yes === null || answeredAt === null ? null : { yes, note, answeredAt }, reference, revision, changedAt,
  };
}
