import type { DeadlineLine } from '../../deadlines/lists/deadline-line.js';
import type { YouthDeadlines } from '../../deadlines/lists/youth-deadlines.js';
import type { MilestoneLine } from '../../deadlines/milestones/list-milestones.js';
import { isRecordedByPersons, MILESTONE_KIND_CODES, milestoneLabel } from '../../deadlines/rules/milestone-kinds.js';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import { formatDateLongDanish } from '../../platform/clock/danish-format.js';
import type { Option } from '../forms/fields.js';
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
  /** The form that waives it, for a team leader. */
  readonly waive: string | null;
  /** The button that takes a person's tick or a waiver back. */
  readonly undo: { readonly action: string; readonly text: string } | null;
}

export interface DeadlinesView {
  readonly open: readonly DeadlineView[];
  readonly closed: readonly DeadlineView[];
  readonly duties: readonly string[];
  readonly note: string | null;
  readonly today: CalendarDate;
  readonly happened: {
    readonly lines: ReadonlyArray<{ readonly id: string; readonly text: string; readonly by: string; readonly undo: string | null }>;
    readonly form: { readonly action: string; readonly kinds: readonly Option[]; readonly today: CalendarDate } | null;
  };
}

export interface DeadlineFacts {
  readonly youthId: string;
  readonly deadlines: YouthDeadlines;
  readonly milestones: readonly MilestoneLine[];
  readonly today: CalendarDate;
  readonly mayWaive: boolean;
}

/** The deadlines in words: those to meet first, then those that are done with, then what has happened. */
export function deadlinesView(facts: DeadlineFacts): DeadlinesView {
  const { deadlines, today } = facts;
  const shown = deadlines.items.filter(({ state }) => state !== 'superseded');
  const view = (line: DeadlineLine): DeadlineView => deadlineView(facts, line);
  return {
    open: shown.filter(({ state }) => state === 'open').map(view),
    closed: shown.filter(({ state }) => state !== 'open').map(view),
    duties: deadlines.standingDuties.map(({ title, source, responsible }) => `${title} (${source}; ${responsible})`),
    note: deadlines.note, today, happened: happenedView(facts),
  };
}

function deadlineView({ youthId, milestones, today, mayWaive }: DeadlineFacts, line: DeadlineLine): DeadlineView {
  const open = line.state === 'open';
  const tickable = line.tickable && open && (line.earliestOn === null || line.earliestOn <= today);
  const base = `/unge/${youthId}/frister/${line.id}`;
  const tick = milestones.find(({ id, source }) => source === 'person' && id === line.metBy?.id);
  return {
    id: line.id, title: line.title, due: dayAndWeek(line.dueOn), distance: open ? fromToday(line.dueOn, today) : '',
    notes: notesOf(line, today), source: deadlineSource(line), responsible: line.responsible, badge: deadlineBadge(line),
    tick: tickable ? { action: `${base}/klaret`, earliest: line.earliestOn ?? undefined, latest: today } : null,
    waive: mayWaive && open ? `${base}/ikke-relevant` : null,
    undo: tick !== undefined ? { action: `/unge/${youthId}/milepaele/${tick.id}/fortryd`, text: 'Fortryd' }
      : mayWaive && line.state === 'waived' ? { action: `${base}/relevant`, text: 'Fortryd' } : null,
  };
}

function happenedView({ youthId, milestones, today }: DeadlineFacts): DeadlinesView['happened'] {
  return {
    lines: milestones.map(({ id, label, occurredOn, source, recordedBy }) => ({
      id, text: `${label}, ${formatDateLongDanish(occurredOn)}`, by: recordedBy === null ? 'Kom med en indlæst fil eller fra et møde' : `Skrevet af ${recordedBy}`,
      undo: source === 'person' ? `/unge/${youthId}/milepaele/${id}/fortryd` : null,
    })),
    form: { action: `/unge/${youthId}/milepaele`, today, kinds: MILESTONE_KIND_CODES.filter(isRecordedByPersons).map((kind) => ({ value: kind, label: milestoneLabel(kind) })) },
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
