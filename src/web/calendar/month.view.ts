import { addDays, addMonths, type CalendarDate, dateParts, daysBetween, isoWeek, weekday } from '../../platform/clock/calendar-date.js';
import { formatDateDanish, formatDateLongDanish, formatTimeDanish } from '../../platform/clock/danish-format.js';
import type { Month, MonthDay, MonthDue, MonthItem } from '../../reports/month/read-month.js';
import { dayStateLabel, itemStateLabel } from '../words/codes.js';
import { monthOf, type MonthSpan } from './month-span.js';

export interface EntryView {
  readonly id: string;
  readonly kind: 'day' | 'item' | 'due';
  readonly text: string;
  /** Null where the page behind it is closed to the reader. */
  readonly href: string | null;
}

export interface DateView {
  readonly date: CalendarDate;
  readonly number: number;
  /** 'onsdag 9. december 2026' */
  readonly label: string;
  readonly today: boolean;
  readonly outside: boolean;
  /** Why nobody works that day; null for a working day. */
  readonly closed: string | null;
  readonly entries: readonly EntryView[];
  readonly deadlines: readonly EntryView[];
}

export interface MonthView {
  readonly heading: string;
  readonly previous: string;
  readonly next: string;
  readonly weeks: readonly { readonly week: number; readonly dates: readonly DateView[] }[];
  readonly empty: boolean;
}

const DAYS_OF_WEEK = 7;

/** A month of weeks from Monday to Sunday, with what each date holds. @param opens whether the reader may enter a page */
export function monthView(month: Month, { first, from, to }: MonthSpan, today: CalendarDate, opens: (href: string) => boolean): MonthView {
  const dates = Array.from({ length: daysBetween(from, to) + 1 }, (_, n) => dateView(addDays(from, n), month, first, today, opens));
  const weeks = Array.from({ length: dates.length / DAYS_OF_WEEK }, (_, n) => dates.slice(n * DAYS_OF_WEEK, (n + 1) * DAYS_OF_WEEK));
  return {
    heading: headingOf(first), previous: link(addMonths(first, -1)), next: link(addMonths(first, 1)),
    weeks: weeks.map((week) => ({ week: isoWeek(week[0]?.date ?? from).week, dates: week })),
    empty: dates.every(({ entries, deadlines }) => entries.length + deadlines.length === 0),
  };
}

/** 'December 2026' */
function headingOf(first: CalendarDate): string {
  const name = formatDateLongDanish(first).slice('1. '.length);
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

function link(first: CalendarDate): string {
  return `/kalender?maaned=${monthOf(first)}`;
}

function dateView(date: CalendarDate, month: Month, first: CalendarDate, today: CalendarDate, opens: (href: string) => boolean): DateView {
  const open = (entry: EntryView): EntryView => (entry.href === null || opens(entry.href) ? entry : { ...entry, href: null });
  const on = <T extends { date: CalendarDate }>(all: readonly T[]): T[] => all.filter((each) => each.date === date);
  return {
    date, number: dateParts(date).day, label: formatDateDanish(date), today: date === today, outside: monthOf(date) !== monthOf(first),
    closed: month.closed.get(date) ?? (weekday(date) > 5 ? 'Weekend' : null),
    entries: [...on(month.days).map(dayEntry), ...on(month.items).map(itemEntry), ...on(month.followUps).map((due) => dueEntry(due, ''))].map(open),
    deadlines: on(month.deadlines).map((due) => dueEntry(due, 'Frist, ')),
  };
}

function dayEntry({ id, date, startsAt, state, items }: MonthDay): EntryView {
  const told = dayStateLabel(state)?.toLocaleLowerCase('da');
  const facts = [`kl. ${formatTimeDanish(startsAt)}`, state === 'cancelled' ? null : `${items} ${items === 1 ? 'punkt' : 'punkter'}`, told ?? null];
  return { id, kind: 'day', text: `K-møde ${facts.filter((fact) => fact !== null).join(', ')}`, href: `/dagsorden?date=${date}` };
}

function itemEntry({ id, startsAt, typeLabel, youth, state }: MonthItem): EntryView {
  const told = itemStateLabel(state)?.toLocaleLowerCase('da');
  return { id, kind: 'item', text: `${formatTimeDanish(startsAt)} ${youth?.name ?? 'Uden navn'}, ${typeLabel}${told === undefined ? '' : ` (${told})`}`, href: `/punkter/${id}` };
}

function dueEntry({ id, title, youth }: MonthDue, what: string): EntryView {
  return { id, kind: 'due', text: `${what}${youth.name}: ${title}`, href: `/unge/${youth.id}#frister` };
}
