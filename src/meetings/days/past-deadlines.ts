import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import { formatDateLongDanish, formatTimeDanish } from '../../platform/clock/danish-format.js';
import type { Tx } from '../../platform/database/tx.js';
import { rule } from '../../platform/errors/domain-error.js';
import type { ReferralTypeCode } from '../../referrals/types/referral-codes.js';
import { deadlinesAfter } from '../proposals/booking-deadline.js';

interface ItemRow {
  readonly bookingId: string;
  readonly referralId: string;
  readonly youthId: string;
  readonly type: ReferralTypeCode;
  readonly startsAt: Date;
}

const ITEMS = `
  SELECT b.id AS "bookingId", r.id AS "referralId", b.youth_id AS "youthId", r.type, b.starts_at AS "startsAt" FROM booking b JOIN referral r ON r.id = b.referral_id
  WHERE b.meeting_day_id = $1 AND b.state = 'booked' AND b.youth_id IS NOT NULL AND NOT b.id = ANY ($2::uuid[]) ORDER BY b.starts_at`;

/**
 * Refuses to carry an item over a deadline that it is booked to meet ("book before, not on, the date") without a word: a lost
 * deadline is the worst that a move can do. An item that is late for one may still meet the next.
 * @param unplaced items that do not move along
 * @throws DomainError rule `past_deadlines` with the items and their deadlines
 */
export async function refusePastDeadlines(tx: Tx, day: { readonly id: string; readonly date: CalendarDate }, date: CalendarDate, unplaced: readonly string[]): Promise<void> {
  if (date <= day.date) return;
  const items = await tx.query<ItemRow>(ITEMS, [day.id, unplaced], 'day-items-with-youth');
  const deadlines = await deadlinesAfter(tx, items, day.date);
  const late = items.flatMap(({ bookingId, referralId, startsAt }) => {
    const deadline = deadlines.get(referralId)?.find((each) => each <= date);
    return deadline === undefined ? [] : [{ bookingId, startsAt, deadline }];
  });
  if (late.length === 0) return;
  const named = late.map(({ startsAt, deadline }) => `kl. ${formatTimeDanish(startsAt)} (frist ${formatDateLongDanish(deadline)})`).join(', ');
  const errors = [{ field: 'date', code: 'past_deadlines', message: `Efter fristen kommer ${late.length === 1 ? 'punktet' : 'punkterne'} ${named}.` }];
  const title = 'Flytningen overskrider frister. Vælg en tidligere dato, lad punkterne miste deres tid, eller bekræft, at dagen flyttes alligevel.';
  throw rule('past_deadlines', title, errors, { bookings: late.map(({ bookingId, deadline }) => ({ id: bookingId, deadline })) });
}
