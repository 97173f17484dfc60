import { ageOn } from '../../deadlines/rules/birthdays.js';
import { addDays, addMonths, type CalendarDate } from '../../platform/clock/calendar-date.js';
import { formatDateLongDanish } from '../../platform/clock/danish-format.js';
import type { Review, ReviewProgress } from '../../reports/review/read-review.js';
import type { OverviewView } from '../../reports/youth-overview/overview-views.data.js';
import { LONGEST_PAUSE_MONTHS } from '../../youths/reviews/postpone-review.js';
import { fromToday } from '../words/dates.js';

export interface ReviewedYouthView {
  readonly id: string;
  readonly name: string;
  readonly facts: readonly { readonly label: string; readonly text: string }[];
}

export interface ReviewView {
  readonly heading: string;
  readonly youth: ReviewedYouthView | null;
  readonly waiting: string;
  /** The one sentence for whoever asks how far the list has come. */
  readonly sentence: string;
  readonly view: string;
  /** The choices of a later day: first, proposed, last. */
  readonly later: { readonly earliest: CalendarDate; readonly proposed: CalendarDate; readonly latest: CalendarDate };
  readonly lists: readonly { readonly code: string; readonly label: string; readonly current: boolean }[];
}

/** The review in words. @param most a count that may be more than it says */
export function reviewView(review: Review, list: OverviewView, lists: readonly OverviewView[], today: CalendarDate, most: number): ReviewView {
  return {
    heading: list.label, view: list.code, sentence: sentenceOf(review.progress), waiting: waitingText(review.waiting, most),
    youth: review.next === null ? null : youthView(review.next, today),
    later: { earliest: addDays(today, 1), proposed: addDays(today, 28), latest: addMonths(today, LONGEST_PAUSE_MONTHS) },
    lists: lists.map(({ code, label }) => ({ code, label, current: code === list.code })),
  };
}

/** '61 i målgruppen, 33 mødt (heraf 3 koordineret uden møde), 14 planlagt, 14 tilbage.' */
export function sentenceOf({ total, met, direct, planned, left }: ReviewProgress): string {
  const without = direct === 0 ? '' : ` (heraf ${direct} koordineret uden møde)`;
  return `${total} i målgruppen, ${met} mødt${without}, ${planned} planlagt, ${left} tilbage.`;
}

function waitingText(waiting: number, most: number): string {
  if (waiting === 0) return 'Ingen venter på gennemgang.';
  if (waiting >= most) return `Mere end ${most - 1} venter på gennemgang.`;
  return waiting === 1 ? '1 venter på gennemgang.' : `${waiting} venter på gennemgang.`;
}

function youthView(line: NonNullable<Review['next']>, today: CalendarDate): ReviewedYouthView {
  const { id, name, birthDate, coordinator, departments, lastMeeting, nextDeadline } = line;
  return {
    id, name,
    facts: [
      { label: 'Født', text: `${formatDateLongDanish(birthDate)} (${ageOn(birthDate, today)} år)` },
      { label: 'Koordinerende sagsbehandler', text: coordinator?.name ?? 'Ingen endnu' },
      { label: 'Enheder', text: departments.map((unit) => unit.name).join(', ') || 'Ingen' },
      {
        label: 'Næste frist',
        text: nextDeadline === null ? 'Ingen åben frist' : `${formatDateLongDanish(nextDeadline.dueOn)} (${fromToday(nextDeadline.dueOn, today)}): ${nextDeadline.title}`,
      },
      { label: 'Seneste K-møde', text: lastMeeting === null ? 'Intet' : formatDateLongDanish(lastMeeting.date) },
    ],
  };
}
