import type { DeadlineLine } from '../../deadlines/lists/deadline-line.js';
import type { YouthDeadlines } from '../../deadlines/lists/youth-deadlines.js';
import type { MilestoneLine } from '../../deadlines/milestones/list-milestones.js';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import { formatDateLongDanish } from '../../platform/clock/danish-format.js';
import { fromToday } from '../words/dates.js';
import { deadlineSource } from '../words/deadline-source.js';
import { type Badge, deadlineBadge } from '../words/youth-words.js';
import { dayAndWeek } from './youth-dates.js';

export interface DeadlineView {
  readonly id: string;
  readonly title: string;
  readonly due: string;
  readonly distance: string;
  /** What the reader must know about the date. */
  readonly notes: readonly string[];
  readonly source: string;
  readonly responsible: string;
  readonly badge: Badge;
  /** The form that ticks it off; null where only a held meeting meets it, or nothing is open. */
  readonly tick: { readonly action: string; readonly earliest: string | undefined; readonly latest: string } | null;
  /** The form that takes a person's tick back. */
  readonly undo: string | null;
}

export interface DeadlinesView {
  readonly open: readonly DeadlineView[];
  readonly closed: readonly DeadlineView[];
  readonly duties: readonly string[];
  readonly note: string | null;
  readonly today: CalendarDate;
}

/** The deadlines in words: those to meet first, then those that are done with. */
export function deadlinesView(youthId: string, deadlines: YouthDeadlines, milestones: readonly MilestoneLine[], today: CalendarDate): DeadlinesView {
  const byPerson = new Set(milestones.filter(({ source }) => source === 'person').map(({ id }) => id));
  const shown = deadlines.items.filter(({ state }) => state !== 'superseded');
  const view = (line: DeadlineLine): DeadlineView => deadlineView(youthId, line, byPerson, today);
  return {
    open: shown.filter(({ state }) => state === 'open').map(view),
    closed: shown.filter(({ state }) => state !== 'open').map(view),
    duties: deadlines.standingDuties.map(({ title, source, responsible }) => `${title} (${source}; ${responsible})`),
    note: deadlines.note, today,
  };
}

function deadlineView(youthId: string, line: DeadlineLine, byPerson: ReadonlySet<string>, today: CalendarDate): DeadlineView {
  const tickable = line.tickable && line.state === 'open' && (line.earliestOn === null || line.earliestOn <= today);
  return {
    id: line.id, title: line.title, due: dayAndWeek(line.dueOn), distance: line.state === 'open' ? fromToday(line.dueOn, today) : '',
    notes: notesOf(line, today), source: deadlineSource(line), responsible: line.responsible, badge: deadlineBadge(line),
    tick: tickable ? { action: `/unge/${youthId}/frister/${line.id}/klaret`, earliest: line.earliestOn ?? undefined, latest: today } : null,
    undo: line.metBy !== null && byPerson.has(line.metBy.id) ? `/unge/${youthId}/milepaele/${line.metBy.id}/fortryd` : null,
  };
}

function notesOf(line: DeadlineLine, today: CalendarDate): string[] {
  const open = line.state === 'open';
  return [
    ...(open && line.lastWorkingDayBefore !== null ? [`Sidste hverdag inden er ${formatDateLongDanish(line.lastWorkingDayBefore)}.`] : []),
    ...(open && line.overdue && !line.late ? [`Regnes først for sent efter ${formatDateLongDanish(line.lateAfter)}.`] : []),
    ...(open && line.earliestOn !== null && line.earliestOn > today ? [`Kan tidligst klares ${formatDateLongDanish(line.earliestOn)}.`] : []),
    ...(open && !line.tickable ? ['Klares af et afholdt møde.'] : []),
    ...(line.metBy === null ? [] : [`${line.metBy.label} ${formatDateLongDanish(line.metBy.occurredOn)}.`]),
    ...(line.waivedReason === null ? [] : [`Begrundelse: ${line.waivedReason}`]),
  ];
}
