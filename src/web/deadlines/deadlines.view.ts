import type { DeadlineAcross } from '../../deadlines/lists/deadlines-across.js';
import type { DepartmentLine } from '../../departments/units/departments.queries.js';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { Page } from '../../platform/http/paging.js';
import { fromToday } from '../words/dates.js';
import { deadlineSource } from '../words/deadline-source.js';
import { type Badge, deadlineBadge } from '../words/youth-words.js';
import { dayAndWeek } from '../youth/youth-dates.js';
import { DEADLINE_SPANS, type DeadlineSpan } from './deadline-spans.data.js';

export interface DeadlineRowView {
  readonly id: string;
  readonly due: string;
  readonly distance: string;
  readonly title: string;
  readonly source: string;
  readonly responsible: string;
  readonly youth: { readonly name: string; readonly href: string | null };
  readonly coordinator: string;
  readonly badge: Badge;
}

export interface DeadlinesPageView {
  readonly caption: string;
  readonly rows: readonly DeadlineRowView[];
  readonly spans: readonly { readonly href: string; readonly label: string; readonly current: boolean }[];
  readonly units: readonly { readonly value: string; readonly label: string; readonly selected: boolean }[];
  readonly span: string;
  readonly next: string | null;
  readonly first: string | null;
}

export interface DeadlinesAddress {
  readonly vis: string;
  readonly department?: string | undefined;
  readonly cursor?: string | undefined;
}

/** Deadlines of all youths whose line the reader may see, in words. */
export function deadlinesPageView(
  page: Page<DeadlineAcross>, span: DeadlineSpan, address: DeadlinesAddress, units: readonly DepartmentLine[], today: CalendarDate,
): DeadlinesPageView {
  const { cursor, ...here } = address;
  const unit = units.find(({ id }) => id === here.department);
  return {
    caption: [span.label, unit?.name, cursor === undefined ? undefined : 'fortsat'].filter((part) => part !== undefined).join(', '),
    rows: page.items.map((line) => rowView(line, today)), span: span.code,
    spans: DEADLINE_SPANS.map(({ code, label }) => ({ href: link({ ...here, vis: code }), label, current: code === span.code })),
    units: units.map(({ id, name }) => ({ value: id, label: name, selected: id === here.department })),
    next: page.nextCursor === null ? null : link({ ...here, cursor: page.nextCursor }),
    first: cursor === undefined ? null : link(here),
  };
}

function rowView(line: DeadlineAcross, today: CalendarDate): DeadlineRowView {
  return {
    id: line.id, due: dayAndWeek(line.dueOn), distance: line.state === 'open' ? fromToday(line.dueOn, today) : '', title: line.title, source: deadlineSource(line),
    responsible: line.responsible, youth: { name: line.youth.name, href: line.youth.opens ? `/unge/${line.youth.id}#frist-${line.id}` : null },
    coordinator: line.coordinator?.name ?? 'Ingen endnu',
    badge: deadlineBadge(line),
  };
}

function link(address: DeadlinesAddress): string {
  const parts = Object.entries(address).flatMap(([name, value]: [string, string | undefined]) => (value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`]));
  return `/frister?${parts.join('&')}`;
}
