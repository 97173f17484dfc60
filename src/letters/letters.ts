import { visibleBooking } from '../meetings/bookings/booking-scope.js';
import { Booking } from '../meetings/bookings/booking.entity.js';
import { openToHandle } from '../meetings/bookings/open-booking.js';
import type { CalendarDate } from '../platform/clock/calendar-date.js';
import { dateAt } from '../platform/clock/zone.js';
import { staffIdOf } from '../platform/database/actor.js';
import type { Tx } from '../platform/database/tx.js';
import { auditOfItem } from './audit-of-item.js';
import { Letter, type LetterKind, type LetterRecipient } from './letter.entity.js';
import { settleWhenNoneWaits } from './planning/settle-letter-tasks.js';
import { letterContent, type LetterContent } from './writing/letter-content.js';

export interface LetterLine {
  readonly id: string;
  readonly kind: LetterKind;
  readonly recipient: { readonly kind: LetterRecipient; readonly name: string };
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** Another letter has taken its place. */
  readonly outdated: boolean;
  readonly createdAt: Date;
  readonly handedOver: { readonly at: Date; readonly by: string } | null;
}

/** A letter with its words. */
export interface OpenedLetter {
  readonly content: LetterContent;
  readonly createdAt: Date;
  /** Names the file; neutral. */
  readonly reference: string;
}

interface Around {
  readonly recipientName: string;
  readonly youthFirstName: string;
  readonly birthDate: CalendarDate;
  readonly protected: boolean;
  /** False of a parent who no longer holds custody, or is not to be invited any more. */
  readonly invited: boolean;
  readonly contact: { readonly name: string; readonly phone: string | null } | null;
}

const LINES = `
  SELECT letter.id, letter.kind, json_build_object('kind', letter.recipient_kind, 'name', coalesce(holder.name, youth.first_name || ' ' || youth.last_name)) AS recipient,
    letter.starts_at AS "startsAt", letter.ends_at AS "endsAt", letter.outdated, letter.created_at AS "createdAt",
    CASE WHEN letter.handed_over_at IS NULL THEN NULL ELSE json_build_object('at', letter.handed_over_at, 'by', person.name) END AS "handedOver"
  FROM letter LEFT JOIN custody_holder holder ON holder.id = letter.recipient_id LEFT JOIN youth ON youth.id = letter.recipient_id
    LEFT JOIN staff_member person ON person.id = letter.handed_over_by
  WHERE letter.booking_id = $1 ORDER BY letter.outdated, letter.created_at DESC, letter.id`;

const AROUND = `
  SELECT coalesce(holder.name, youth.first_name) AS "recipientName", youth.first_name AS "youthFirstName", youth.birth_date::text AS "birthDate", youth.protected,
    holder.id IS NULL OR (holder.removed_at IS NULL AND holder.invite) AS invited,
    (SELECT json_build_object('name', person.name, 'phone', coalesce(person.phone, unit.call_phone)) FROM coordination
      JOIN staff_member person ON person.id = coordination.staff_id JOIN department unit ON unit.id = person.department_id
      WHERE coordination.youth_id = youth.id AND coordination.until_at IS NULL) AS contact
  FROM booking JOIN youth ON youth.id = booking.youth_id LEFT JOIN custody_holder holder ON holder.id = $2
  WHERE booking.id = $1`;

/** The letters of an item that the actor may see, those to hand over first. @throws DomainError not_found */
export async function listLetters(tx: Tx, bookingId: string): Promise<LetterLine[]> {
  const booking = await tx.find(Booking, bookingId, visibleBooking(tx));
  await auditOfItem(tx, booking, 'letters.listed', { type: 'booking', id: bookingId });
  return tx.query<LetterLine>(LINES, [bookingId], 'letters');
}

/**
 * A letter's words; the reading is logged. Of a youth who has become protected no place is told.
 * @throws DomainError not_found; conflict `recipient_not_invited`
 */
export async function openLetter(tx: Tx, id: string): Promise<OpenedLetter> {
  const letter = await tx.find(Letter, id);
  const booking = await tx.find(Booking, letter.bookingId, visibleBooking(tx));
  const around = await readAround(tx, letter);
  letter.requireRecipient(around.invited);
  await auditOfItem(tx, booking, 'letter.opened', { type: 'letter', id });
  const content = letterContent({ ...letter, ...around, room: around.protected ? null : letter.room, writtenOn: dateAt(letter.createdAt) });
  return { content, createdAt: letter.createdAt, reference: booking.reference };
}

/**
 * Notes that a letter has gone to the municipality's post, or takes that back.
 * @throws DomainError not_found; forbidden `not_your_item`; conflict `letter_outdated`, `recipient_not_invited`
 */
export async function markHandedOver(tx: Tx, id: string, handedOver: boolean): Promise<void> {
  const { bookingId } = await tx.find(Letter, id);
  const { booking } = await openToHandle(tx, bookingId);
  const letter = await tx.lock(Letter, id);
  if (handedOver) {
    letter.requireRecipient((await readAround(tx, letter)).invited);
    letter.handOver(staffIdOf(tx.actor), tx.now);
  } else letter.takeBack();
  await tx.save(letter);
  await auditOfItem(tx, booking, handedOver ? 'letter.handed_over' : 'letter.taken_back', { type: 'letter', id });
  await settleWhenNoneWaits(tx, bookingId);
}

async function readAround(tx: Tx, { bookingId, recipientId }: Letter): Promise<Around> {
  const [around] = await tx.query<Around>(AROUND, [bookingId, recipientId], 'letter-around');
  if (around === undefined) throw new Error('a letter about an item without a youth');
  return around;
}
