import type { DaySeat, SeatWish } from '../../../meetings/days/day-seats.js';
import { invalid } from '../../../platform/errors/domain-error.js';
import type { Refusal } from '../../forms/refusal.js';

/** What a place's list sends when nobody else is to have it. */
export const STAYS = 'bliver';

/** The places that the form gives to somebody else. @throws DomainError invalid when there is none */
export function seatWishes(body: unknown, seats: readonly DaySeat[]): SeatWish[] {
  const sent = typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>) : {};
  const wishes = seats.flatMap(({ code }) => {
    const staffId = sent[code];
    return typeof staffId === 'string' && staffId !== '' && staffId !== STAYS ? [{ seat: code, staffId }] : [];
  });
  if (wishes.length > 0) return wishes;
  const error = { field: 'chair', code: 'required', message: 'Vælg en kollega til den plads, som en anden skal have.' };
  throw invalid([error], 'Du har ikke valgt nogen. Intet er ændret.');
}

/** Says beside each place why the person chosen for it cannot come. */
export function besideSeats(refusal: Refusal): Refusal {
  if (refusal.code !== 'participant_busy') return refusal;
  const busy = Array.isArray(refusal.extra['busy']) ? (refusal.extra['busy'] as ReadonlyArray<{ readonly id: string }>) : [];
  const seatOf = (id: string | undefined): string => Object.entries(refusal.values).find(([, value]) => value === id)?.[0] ?? 'chair';
  const errors = refusal.errors.map((error, index) => ({ ...error, field: seatOf(busy[index]?.id) }));
  return { ...refusal, message: 'En, du har valgt, kan ikke den dag. Intet er gemt. Vælg en anden.', errors };
}
