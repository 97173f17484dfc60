import type { OfferedPlace } from '../../meetings/bookings/offer-places.js';
import type { ProposalsView } from '../../meetings/proposals/read-proposals.js';
import type { ExcludedDay, SlotProposal } from '../../meetings/proposals/rank-slots.js';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import { formatDateDanish, formatDateLongDanish, formatTimeDanish, formatWeekDanish } from '../../platform/clock/danish-format.js';
import type { GroupedOption } from '../forms/fields.js';
import { fromToday } from '../words/dates.js';

/** So many times stand open; the others are folded. */
const SHOWN = 4;

export interface TimeView {
  readonly slotId: string;
  readonly when: string;
  readonly about: readonly string[];
}

export interface DayOutView {
  readonly id: string;
  readonly when: string;
  readonly why: string;
}

export interface TimesView {
  readonly first: readonly TimeView[];
  readonly rest: readonly TimeView[];
  readonly out: readonly DayOutView[];
  readonly deadline: string | null;
}

/** The free times in words, best first, and why the other days are out. */
export function timesView({ items, excluded, deadline }: Pick<ProposalsView, 'items' | 'excluded' | 'deadline'>, today: CalendarDate): TimesView {
  const said = deadlineText(deadline, today);
  const times = items.map((item) => timeView(item, said));
  return { first: times.slice(0, SHOWN), rest: times.slice(SHOWN), out: excluded.map(dayOut), deadline: said };
}

/** What is said once above the times is not said again of each. */
function timeView({ slotId, date, startsAt, endsAt, reasons }: SlotProposal, saidAbove: string | null): TimeView {
  return { slotId, when: `${timeText(date, startsAt, endsAt)}, ${formatWeekDanish(date)}`, about: reasons.filter((reason) => reason !== saidAbove) };
}

/** 'onsdag 9. december 2026 kl. 9.40-10.20' */
export function timeText(date: CalendarDate, startsAt: Date, endsAt: Date): string {
  return `${formatDateDanish(date)} kl. ${formatTimeDanish(startsAt)}-${formatTimeDanish(endsAt)}`;
}

function dayOut({ meetingDayId, date, reasons }: ExcludedDay): DayOutView {
  return { id: meetingDayId, when: `${formatDateDanish(date)}, ${formatWeekDanish(date)}`, why: reasons.join(' ') };
}

function deadlineText({ ahead, overdueSince }: ProposalsView['deadline'], today: CalendarDate): string | null {
  if (ahead !== null) return `Mødet skal ligge før ${formatDateLongDanish(ahead)} (${fromToday(ahead, today)}).`;
  return overdueSince === null ? null : `Fristen ${formatDateLongDanish(overdueSince)} er overskredet. Tag den første tid, der kan lade sig gøre.`;
}

export interface OtherPlacesView {
  readonly options: readonly GroupedOption[];
  readonly hint: string;
}

/** The free places that are not proposed, by day. */
export function otherPlacesView(places: readonly OfferedPlace[]): OtherPlacesView {
  return {
    options: places.map(({ date, span, needsReason }) => ({
      value: span.first.id, group: `${formatDateDanish(date)}, ${formatWeekDanish(date)}${needsReason ? ' (dagsordenen er lukket)' : ''}`,
      label: `kl. ${formatTimeDanish(span.startsAt)}-${formatTimeDanish(span.endsAt)}${span.urgent ? ' (hasteplads)' : ''}`,
    })),
    hint: 'Skal skrives, når tiden ligger efter fristen eller dagsordenen er lukket.',
  };
}
