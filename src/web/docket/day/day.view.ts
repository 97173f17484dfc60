import type { CalendarDate } from '../../../platform/clock/calendar-date.js';
import { formatDateDanish, formatTimeDanish } from '../../../platform/clock/danish-format.js';
import { timeAt } from '../../../platform/clock/zone.js';
import type { OfferedSeat } from '../../../meetings/days/seat-candidates.js';
import type { DayMove } from '../../../meetings/days/day-move.entity.js';
import { undoableUntil } from '../../../meetings/days/undo-move.js';
import type { Sitter } from '../../../meetings/days/sitters.js';
import type { ReferralLine } from '../../../referrals/reading/list-referrals.js';
import type { DocketDay, DocketItem } from '../../../reports/docket/docket.js';
import { dayStateLabel } from '../../words/codes.js';
import { answerBadge } from '../../words/item-words.js';
import type { Badge } from '../../words/youth-words.js';
import type { Option } from '../../forms/fields.js';
import { daySummary, summaryText } from '../day-summary.js';
import { dayLink, docketLink } from '../docket-links.js';
import { dayFacts, dayHeading, timeSpan, whoOf } from '../docket-words.js';
import { type SeatsView, seatsView } from './seats.view.js';

export interface DayPageView {
  readonly at: string;
  readonly heading: string;
  readonly facts: string;
  readonly summary: string;
  readonly state: string | null;
  readonly docket: string;
  /** Who sits the whole day, and what each has answered. */
  readonly sitters: ReadonlyArray<{ readonly name: string; readonly answer: Badge }>;
  /** The places that may be given to others; null where the day cannot be changed. */
  readonly seats: SeatsView | null;
  /** What the day may become now. */
  readonly may: { readonly close: boolean; readonly reopen: boolean; readonly change: boolean };
  /** The move that the reader may still take back, in a sentence; null where there is none. */
  readonly undoableMove: string | null;
  readonly closes: string | null;
  readonly date: CalendarDate;
  readonly startsAt: string;
  readonly room: string | null;
  /** Items that are booked on the day, to be ticked where they lose their time. */
  readonly items: readonly Option[];
  /** Null where nothing can come late: the docket is open, or no place is free. */
  readonly late: { readonly slots: readonly Option[]; readonly referrals: readonly Option[] } | null;
}

/** What is read of a day besides its docket. */
export interface DayFacts {
  readonly sitters: readonly Sitter[];
  /** Null where the day cannot be changed. */
  readonly seats: readonly OfferedSeat[] | null;
  /** Referrals without a time. */
  readonly waiting: readonly ReferralLine[];
  /** The move that the reader may take back. */
  readonly move: Pick<DayMove, 'date' | 'startsAt' | 'movedAt'> | null;
}

/** One day and what whoever leads it may do with it, in words. */
export function dayPageView(day: DocketDay, { sitters, seats, waiting, move }: DayFacts, now: Date): DayPageView {
  return {
    at: dayLink(day.id), heading: dayHeading(day.date), facts: dayFacts(day), summary: `${summaryText(daySummary(day))}.`,
    state: dayStateLabel(day.state), docket: docketLink(day.date),
    sitters: sitters.map(({ name, answer }) => ({ name, answer: answerBadge(answer) })),
    seats: seats === null ? null : seatsView(seats, sitters),
    may: { close: day.state === 'planned', reopen: day.state === 'closed', change: seats !== null },
    closes: day.state === 'planned' ? `Dagsordenen lukker af sig selv ${formatDateDanish(day.closesOn)}.` : null,
    undoableMove: move === null ? null : moveText(move),
    date: day.date, startsAt: timeAt(day.startsAt), room: day.room,
    items: day.items.filter(({ state }) => state === 'booked').map(itemOption), late: day.state === 'closed' ? lateView(day, waiting, now) : null,
  };
}

function moveText(move: NonNullable<DayFacts['move']>): string {
  const { date, startsAt } = move;
  return `Du har lige flyttet dagen fra ${formatDateDanish(date)} kl. ${formatTimeDanish(startsAt)}. Indtil kl. ${formatTimeDanish(undoableUntil(move))} kan du lægge den tilbage, hvis der ikke er sket andet på den.`;
}

function itemOption(item: DocketItem): Option {
  return { value: item.id, label: `kl. ${timeSpan(item.startsAt, item.endsAt)} ${whoOf(item)}, ${item.typeLabel}` };
}

function lateView({ freeSlots }: DocketDay, waiting: readonly ReferralLine[], now: Date): DayPageView['late'] {
  const slots = freeSlots.filter(({ startsAt }) => new Date(startsAt) > now).map(({ id, startsAt, endsAt, urgent }) => (
    { value: id, label: `kl. ${timeSpan(new Date(startsAt), new Date(endsAt))}${urgent ? ' (hasteplads)' : ''}` }
  ));
  return slots.length === 0 ? null : { slots, referrals: waiting.map(referralOption) };
}

function referralOption({ id, youth, anonymous, typeLabel, urgentReason, author }: ReferralLine): Option {
  const who = youth?.name ?? (anonymous ? 'Uden navn' : 'Navn vises ikke for dig');
  return { value: id, label: `${who}, ${typeLabel}${urgentReason === null ? '' : ', haster'} (fra ${author.name})` };
}
