import type { Tx } from '../../platform/database/tx.js';
import { rule } from '../../platform/errors/domain-error.js';
import { requireAnsweredTime } from './answered-time.js';
import { Booking } from './booking.entity.js';
import { openToHandle } from './open-booking.js';
import { recordChange } from './record-change.js';

/** What the youth says to time and people: yes, perhaps with a wish; no needs a reason. */
export interface YouthAnswer {
  readonly yes: boolean;
  readonly note: string | null;
  /** The beginning that the youth was asked about, where it is told. */
  readonly startsAt?: string | undefined;
}

/**
 * Writes down the youth's answer, as told to the one who handles the item (barnets lov § 5, stk. 2: the youth is heard).
 * @throws DomainError not_found; forbidden `not_your_item`; conflict `invalid_transition`; precondition `changed_meanwhile`; rule `anonymous_item`, `reason_missing`
 */
export async function recordYouthAnswer(tx: Tx, id: string, { yes, note, startsAt }: YouthAnswer): Promise<void> {
  await openToHandle(tx, id);
  const booking = await tx.lock(Booking, id);
  requireAnsweredTime(booking, startsAt);
  if (booking.youthId === null) throw rule('anonymous_item', 'Punktet er uden navn, så der er ingen ung at spørge.');
  if (!yes && note === null) {
    throw rule('reason_missing', 'Skriv, hvorfor den unge siger nej, eller hvorfor den unge ikke er spurgt.', [
      { field: 'reason', code: 'required', message: 'Skriv en kort begrundelse.' },
    ]);
  }
  booking.youthAnswers(yes, note, tx.now);
  await tx.save(booking);
  await recordChange(tx, booking, 'booking.youth_answered', { yes });
}
