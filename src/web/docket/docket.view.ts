import { addDays, type CalendarDate, isoWeek } from '../../platform/clock/calendar-date.js';
import { formatDateDanish, formatDateLongDanish } from '../../platform/clock/danish-format.js';
import type { ParticipantAnswer } from '../../meetings/bookings/booking-participant.entity.js';
import type { Docket, DocketDay } from '../../reports/docket/docket.js';
import type { DocketOffers } from '../../reports/docket/docket-offers.js';
import type { DocketBoard } from '../../reports/docket/docket.service.js';
import { dayStateLabel } from '../words/codes.js';
import { answerBadge } from '../words/item-words.js';
import type { Badge } from '../words/youth-words.js';
import { type DaySummary, daySummary } from './day-summary.js';
import { type ItemView, itemView } from './docket-item.view.js';
import { dayLink, docketFileLink, docketLink, todayLink } from './docket-links.js';
import { dayFacts, dayHeading, rowsOf, timeSpan } from './docket-words.js';

export type RowView =
  | { readonly kind: 'item'; readonly item: ItemView }
  | { readonly kind: 'free'; readonly id: string; readonly time: string; readonly text: string };

export interface DayView {
  readonly id: string;
  readonly heading: string;
  readonly facts: string;
  readonly state: string | null;
  /** When the docket closes, or why the day is moved or cancelled. */
  readonly note: string | null;
  readonly rows: readonly RowView[];
  readonly free: string;
  /** Where whoever leads the day closes, moves and cancels it. */
  readonly manage: string | null;
  /** The reader sits the whole day: what the reader has answered, and where to answer. */
  readonly answer: DayAnswerView | null;
}

export interface DayAnswerView {
  readonly action: string;
  /** When the day begins, as an instant: what an answer is to. */
  readonly startsAt: string;
  readonly chosen: ParticipantAnswer | null;
  readonly badge: Badge;
}

export interface DocketView {
  readonly heading: string;
  readonly date: CalendarDate;
  /** The way to each series' docket; none where there is no choice. */
  readonly series: ReadonlyArray<{ readonly name: string; readonly href: string; readonly current: boolean }>;
  /** Hidden fields by which a form comes back to this fortnight. */
  readonly back: Readonly<Record<string, string>>;
  readonly summary: readonly DaySummary[];
  readonly days: readonly DayView[];
  readonly next: { readonly heading: string; readonly href: string; readonly summary: readonly DaySummary[]; readonly days: readonly DayView[] };
  readonly links: { readonly previous: string; readonly today: string; readonly next: string; readonly pdf: string; readonly xlsx: string };
  /** The reader may make an extra day. */
  readonly makesDays: boolean;
}

/** What the docket page says, in words; no decision is made here. */
export function docketView({ docket, next, offers, series }: DocketBoard, asked: string | null, makesDays: boolean): DocketView {
  const { from, to } = docket;
  const seriesId = series.length > 1 ? docket.series?.id ?? null : asked;
  return {
    heading: periodOf(docket), date: from, series: seriesChoice(series, docket), back: { dato: from, ...(seriesId !== null && { serie: seriesId }) },
    summary: docket.days.map(daySummary), days: docket.days.map((day) => dayView(day, offers)),
    next: { heading: periodOf(next), href: docketLink(next.from, seriesId), summary: next.days.map(daySummary), days: next.days.map((day) => dayView(day, offers)) },
    links: {
      previous: docketLink(addDays(from, -1), seriesId), today: todayLink(seriesId), next: docketLink(addDays(to, 1), seriesId),
      pdf: docketFileLink('pdf', from, seriesId), xlsx: docketFileLink('xlsx', from, seriesId),
    },
    makesDays,
  };
}

function seriesChoice(series: DocketBoard['series'], { from, series: shown }: Docket): DocketView['series'] {
  if (series.length < 2) return [];
  return series.map(({ id, name }) => ({ name, href: docketLink(from, id), current: id === shown?.id }));
}

/** '9. december – 22. december 2026, uge 50 og 51' */
export function periodOf({ from, to }: Pick<Docket, 'from' | 'to'>): string {
  const weeks = [...new Set([from, addDays(from, 7), to].map((date) => isoWeek(date).week))];
  return `${formatDateLongDanish(from)} – ${formatDateLongDanish(to)}, uge ${weeks.slice(0, -1).join(', ')} og ${weeks.at(-1) ?? ''}`;
}

function dayView(day: DocketDay, offers: DocketOffers): DayView {
  const stands = day.state === 'planned' || day.state === 'closed';
  const answer = offers.invited.get(day.id);
  return {
    id: day.id, heading: dayHeading(day.date), facts: dayFacts(day), state: dayStateLabel(day.state), note: noteOf(day),
    rows: rowsOf(day).map((row) => (row.kind === 'item' ? { kind: 'item', item: itemView(row.item, offers.items.get(row.item.id)) } : freeRow(row.slot))),
    free: `${day.free} af ${day.capacity} pladser er fri`, manage: stands && offers.leads.has(day.id) ? dayLink(day.id) : null,
    answer: answer === undefined ? null : { action: `${dayLink(day.id)}/svar`, startsAt: day.startsAt.toISOString(), chosen: answer, badge: answerBadge(answer) },
  };
}

function freeRow({ id, startsAt, endsAt, urgent }: DocketDay['freeSlots'][number]): RowView {
  return { kind: 'free', id, time: timeSpan(new Date(startsAt), new Date(endsAt)), text: urgent ? 'Fri plads til noget, der haster' : 'Fri plads' };
}

function noteOf({ state, reason, closesOn }: DocketDay): string | null {
  if (state === 'cancelled') return reason === null ? null : `Aflyst: ${reason}`;
  const said = reason === null ? null : `Bemærkning: ${reason}`;
  return [state === 'planned' ? `Dagsordenen lukker ${formatDateDanish(closesOn)}.` : null, said].filter((each) => each !== null).join(' ') || null;
}
