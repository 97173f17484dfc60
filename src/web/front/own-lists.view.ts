import type { ActionLine } from '../../conclusions/actions/list-actions.js';
import type { ReminderLine } from '../../deadlines/reminders/my-reminders.js';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import { formatDateLongDanish } from '../../platform/clock/danish-format.js';
import type { TaskYouth } from '../../reports/front-page/youths-of-tasks.js';
import type { TaskKind } from '../../tasks/task-kinds.data.js';
import type { TaskLine } from '../../tasks/tasks.service.js';
import { dayLink, SEATS_PART } from '../docket/docket-links.js';
import { fromToday } from '../words/dates.js';

export interface OwnLineView {
  readonly id: string;
  readonly what: string;
  /** The youth it is about, when that is known and may be seen. */
  readonly youth: { readonly name: string; readonly href: string } | null;
  /** Where the thing is done; null when it has no page of its own. */
  readonly href: string | null;
  readonly due: string;
  readonly overdue: boolean;
  /** The form's address; null when it is done, or not the reader's to tick off. */
  readonly post: string | null;
  /** What stands instead of the button; null for the list's own word. */
  readonly instead: string | null;
}

export interface OwnListView {
  readonly heading: string;
  readonly lead: string;
  readonly empty: string;
  readonly button: string;
  readonly done: string;
  readonly lines: readonly OwnLineView[];
}

/** Pages by what a task points at. */
const SUBJECT_PAGES: Readonly<Record<string, (id: string) => string>> = {
  meeting_day: () => '/dagsorden',
  deadline: () => '/unge?view=overdue&sort=deadline',
  action: () => '/aftaler',
  booking: (id) => `/punkter/${id}`,
  referral: (id) => `/anmodninger/${id}`,
  staff: (id) => `/personaleskift/${id}`,
  staff_member: (id) => `/personaleskift/${id}`,
  message: () => '/administration/job?tilstand=dead',
  alarm: () => '/administration/job',
  calendar_target: () => '/administration/kalendere',
};

/** Pages of the youth, for what has none of its own or is met best there. */
const YOUTH_PAGES: Readonly<Record<string, (youthId: string) => string>> = {
  deadline: (id) => `/unge/${id}#frister`,
  handover: (id) => `/unge/${id}#koordinering`,
  follow_up: (id) => `/unge/${id}/plan`,
};

/** The part of the item's pages where a kind of task about an item is done. */
const ITEM_PARTS: Readonly<Partial<Record<TaskKind, string>>> = {
  mail_undeliverable: '/breve', letter_needed: '/breve', minutes_basis_missing: '/breve', conclusion_missing: '/afslutning', participant_declined: '#deltagere',
};

/** The part of the day's page where a kind of task about a meeting day is done. */
const DAY_PARTS: Readonly<Partial<Record<TaskKind, string>>> = { standing_member_busy: SEATS_PART, standing_member_declined: SEATS_PART };

/** What stands instead of a button that is not the reader's. */
const ENDINGS: Readonly<Record<Exclude<TaskLine['ending'], 'tick'>, string>> = {
  system: 'Forsvinder selv, når det er gjort', other_role: 'Markeres som gjort af en anden rolle',
};

/** @param youths whom the tasks are about, as far as the viewer may see them */
export function tasksView(tasks: readonly TaskLine[], youths: ReadonlyMap<string, TaskYouth>, today: CalendarDate): OwnListView {
  return {
    heading: 'Dine opgaver', lead: 'Det, som du eller din rolle skal tage sig af. Det, der haster mest, står øverst.',
    empty: 'Du har ingen opgaver lige nu.', button: 'Markér som gjort', done: 'Gjort',
    lines: tasks.map((task) => {
      const { id, title, dueOn, ending } = task;
      const youth = youths.get(id) ?? null;
      return { id, what: title, youth: linkTo(youth), href: pageOf(task, youth), ...due(dueOn, today), post: ending === 'tick' ? `/opgaver/${id}` : null, instead: ending === 'tick' ? null : ENDINGS[ending] };
    }),
  };
}

function pageOf({ kind, subjectType, subjectId }: TaskLine, youth: TaskYouth | null): string | null {
  const seats = subjectType === 'meeting_day' ? DAY_PARTS[kind] : undefined;
  if (seats !== undefined) return `${dayLink(subjectId)}${seats}`;
  const part = subjectType === 'booking' ? (ITEM_PARTS[kind] ?? '') : '';
  const page = (youth === null ? undefined : YOUTH_PAGES[subjectType]?.(youth.id)) ?? SUBJECT_PAGES[subjectType]?.(subjectId);
  return page === undefined ? null : `${page}${part}`;
}

/** Open actions of mine, the first due on top. */
export function actionsView(actions: readonly ActionLine[], today: CalendarDate): OwnListView {
  return {
    heading: 'Dine aftaler', lead: 'Det, du har sagt ja til at gøre. Det, der skal gøres først, står øverst.',
    empty: 'Du har ingen åbne aftaler.', button: 'Markér som gjort', done: 'Gjort',
    lines: actions.map(({ id, text, youth, dueOn }) => ({ id, what: text, youth: linkTo(youth), href: null, ...due(dueOn, today), post: `/aftaler/${id}`, instead: null })),
  };
}

/** Deadlines that I am reminded of; one that I have seen has no button. */
export function remindersView(reminders: readonly ReminderLine[], today: CalendarDate): OwnListView {
  return {
    heading: 'Dine påmindelser', lead: 'Frister, der nærmer sig eller er overskredet.',
    empty: 'Du har ingen påmindelser.', button: 'Markér som set', done: 'Set',
    lines: reminders.map(({ id, title, text, youth, dueOn, seen }) => ({
      id, what: `${title}. ${text}`, youth: linkTo(youth), href: null, ...due(dueOn, today), post: seen ? null : `/paamindelser/${id}`, instead: null,
    })),
  };
}

function due(dueOn: CalendarDate | null, today: CalendarDate): Pick<OwnLineView, 'due' | 'overdue'> {
  if (dueOn === null) return { due: 'Ingen dato', overdue: false };
  return { due: `${formatDateLongDanish(dueOn)} (${fromToday(dueOn, today)})`, overdue: dueOn < today };
}

function linkTo(youth: { readonly id: string; readonly name: string } | null): OwnLineView['youth'] {
  return youth === null ? null : { name: youth.name, href: `/unge/${youth.id}` };
}
