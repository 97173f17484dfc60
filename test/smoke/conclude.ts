import { addDays } from '../../src/platform/clock/calendar-date.js';
import { dateAt, timeAt } from '../../src/platform/clock/zone.js';
import type { Booked } from './book.js';
import type { Cast, DriveOptions } from './drive.js';

interface DayLine {
  readonly id: string;
  readonly date: string;
  readonly state: string;
  readonly slots: readonly { id: string; urgent: boolean; bookingId: string | null; startsAt: string }[];
}

/**
 * Moves the item to an extra K-møde that begins in a moment, so that nobody waits for weeks, and holds it when it has begun.
 */
export async function holdItem({ secretary, chair }: Cast, booking: Booked, { heldAt: startsAt, waitUntil, say }: DriveOptions): Promise<Booked> {
  const { id: dayId } = await secretary.post<{ id: string }>('/meeting-days', {
    date: dateAt(startsAt), startsAt: timeAt(startsAt), chairId: chair.id, minuteTakerId: secretary.id, slots: [{ kind: 'slot', minutes: 40 }], panel: [],
  });
  const { items } = await secretary.get<{ items: DayLine[] }>(`/meeting-days?from=${dateAt(startsAt)}&to=${dateAt(startsAt)}`);
  const slotId = items.find((day) => day.id === dayId)?.slots[0]?.id;
  if (slotId === undefined) throw new Error('the extra day has no slot');
  await secretary.post(`/bookings/${booking.id}/rescheduling`, { slotId, lateReason: 'Ekstra K-møde med kort varsel' });
  await waitUntil(startsAt);
  await chair.post(`/bookings/${booking.id}/holding`);
  say('afholdt: punktet er holdt på et ekstra K-møde');
  return chair.get<Booked>(`/bookings/${booking.id}`);
}

/** Closes the item with who does what by when, and books the next slot in the same step. */
export async function concludeItem({ caseworker, chair }: Cast, booking: Booked, { today, say }: DriveOptions): Promise<Booked> {
  const slotId = await freeSlot(chair.get, booking, today);
  const conclusion = await chair.post<{ next: { bookingId: string }; actions: unknown[] }>(`/bookings/${booking.id}/conclusion`, {
    outcome: 'plan_agreed',
    attendance: {
      staff: booking.participants.map(({ staffId }) => ({ staffId, present: true })),
      guests: booking.guests.filter(({ kind }) => kind !== 'youth').map(({ id }) => ({ guestId: id, present: true })),
      youth: { present: true },
    },
    decisions: [{ text: 'Vi arbejder hen imod egen bolig med bostøtte.' }],
    actions: [{ text: 'Finder to lejligheder, som vi ser sammen.', ownerId: caseworker.id, dueOn: addDays(today, 30) }],
    coordinatorId: caseworker.id,
    next: { slotId },
    evaluation: { youthView: 3, rightPeople: 2, useful: 3 },
  });
  const next = await caseworker.get<Booked>(`/bookings/${conclusion.next.bookingId}`);
  say(`afsluttet: ${conclusion.actions.length} aftale; næste tid ${next.startsAt} er booket i samme skridt`);
  return next;
}

/** A free ordinary slot on an open docket at least three weeks ahead. */
async function freeSlot(get: <T>(path: string) => Promise<T>, booking: Booked, today: DriveOptions['today']): Promise<string> {
  const { items } = await get<{ items: DayLine[] }>(`/meeting-days?from=${addDays(today, 21)}&to=${addDays(today, 150)}`);
  const free = items.filter((day) => day.state === 'planned').flatMap((day) => day.slots).filter((slot) => !slot.urgent && slot.bookingId === null);
  const slot = free.at(-1);
  if (slot === undefined) throw new Error(`no free slot after ${booking.startsAt}`);
  return slot.id;
}
