import type { Booking } from '../meetings/bookings/booking.entity.js';
import { addYears, type CalendarDate } from '../platform/clock/calendar-date.js';
import { dateAt } from '../platform/clock/zone.js';
import type { Tx } from '../platform/database/tx.js';
import type { Topic } from '../referrals/types/referral-type-definition.js';
import { Referral } from '../referrals/referral.entity.js';
import { typeById } from '../referrals/types/referral-types.queries.js';
import { type Heading, HEADING_TITLES, HEADINGS, SCALE } from './agenda-words.js';
import { auditAgenda, readableItem } from './readable-item.js';
import { type PreparationLine, preparationsOf } from './preparations/preparations.js';
import { earlierRatings, type EarlierRatings, type RatingLine, ratingsOf } from './ratings/ratings.js';
import { type BasisLine, sharingBasesOf } from './sharing-bases/sharing-bases.js';
import { type StatementLine, statementsOf } from './statements/statements.js';
import { minutesOf, type StepLine, stepsOf } from './steps/make-agenda.js';

/** An item's agenda. The youth may read all of it: there is no hidden column. */
export interface Agenda {
  readonly bookingId: string;
  readonly referralId: string;
  readonly type: string;
  readonly typeLabel: string;
  readonly purpose: string;
  readonly state: Booking['state'];
  readonly readOnly: boolean;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly minutes: number;
  readonly youth: { readonly id: string; readonly name: string; readonly birthDate: CalendarDate } | null;
  readonly youthWish: string | null;
  readonly companion: CompanionRight | null;
  readonly steps: readonly StepLine[];
  /** The youth's own words first. */
  readonly headings: ReadonlyArray<{ readonly code: Heading; readonly title: string; readonly statements: readonly StatementLine[] }>;
  readonly scale: typeof SCALE & { readonly ratings: readonly RatingLine[]; readonly earlier: readonly EarlierRatings[] };
  /** What must be considered (barnets lov § 123, stk. 2, at a transition). */
  readonly topics: readonly Topic[];
  readonly preparations: readonly PreparationLine[];
  readonly sharingBases: readonly BasisLine[];
}

/** The youth may bring a companion and must be told so; asked at the start of the item. */
interface CompanionRight {
  readonly question: string;
  readonly source: string;
  readonly companions: readonly string[];
}

interface Around {
  readonly youth: Agenda['youth'];
  readonly companions: readonly string[];
}

const AROUND = `
  SELECT CASE WHEN y.id IS NULL THEN NULL
      ELSE json_build_object('id', y.id, 'name', y.first_name || ' ' || y.last_name, 'birthDate', y.birth_date) END AS youth,
    ARRAY(SELECT g.name FROM booking_guest g WHERE g.booking_id = b.id AND g.kind = 'companion' ORDER BY g.name) AS companions
  FROM booking b LEFT JOIN youth y ON y.id = b.youth_id WHERE b.id = $1`;

/**
 * The agenda of an item that the actor may read; the reading is logged with its ground.
 * @throws DomainError not_found
 */
export async function readAgenda(tx: Tx, bookingId: string): Promise<Agenda> {
  const booking = await readableItem(tx, bookingId);
  const referral = await tx.find(Referral, booking.referralId);
  const type = await typeById(tx, referral.typeId);
  const [around] = await tx.query<Around>(AROUND, [bookingId], 'agenda-around');
  const youth = around?.youth ?? null;
  const statements = await statementsOf(tx, bookingId);
  await auditAgenda(tx, booking, 'agenda.opened', { type: 'booking', id: bookingId });
  return {
    bookingId, referralId: referral.id, type: referral.type, typeLabel: type.label, purpose: referral.purpose,
    state: booking.state, readOnly: booking.state === 'concluded' || booking.state === 'cancelled',
    startsAt: booking.startsAt, endsAt: booking.endsAt, minutes: minutesOf(booking),
    youth, youthWish: referral.youthWish, companion: youth && companionRight(youth.birthDate, dateAt(booking.startsAt), around?.companions ?? []),
    steps: await stepsOf(tx, booking),
    headings: HEADINGS.map((code) => ({ code, title: HEADING_TITLES[code], statements: statements.filter(({ heading }) => heading === code) })),
    scale: { ...SCALE, ratings: await ratingsOf(tx, bookingId), earlier: youth === null ? [] : await earlierRatings(tx, youth.id, booking.startsAt) },
    topics: type.topics,
    preparations: await preparationsOf(tx, bookingId),
    sharingBases: youth === null ? [] : await sharingBasesOf(tx, booking),
  };
}

/** Children and young people by barnets lov § 6; from 18, as everyone, by forvaltningsloven § 8. */
export function companionRight(birthDate: CalendarDate, onTheDay: CalendarDate, companions: readonly string[]): CompanionRight {
  const source = onTheDay < addYears(birthDate, 18) ? 'barnets lov § 6' : 'forvaltningsloven § 8';
  return { question: 'Ved du, at du har ret til at tage en bisidder med?', source, companions };
}
