import { allows } from '../../auth/policy.js';
import { ageOn } from '../../deadlines/rules/birthdays.js';
import type { DepartmentLine } from '../../departments/units/departments.queries.js';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import { formatDateLongDanish, formatTimeDanish } from '../../platform/clock/danish-format.js';
import { type Actor, hasRole } from '../../platform/database/actor.js';
import type { Page } from '../../platform/http/paging.js';
import type { NextStep } from '../../reports/youth-overview/next-step.js';
import { OVERVIEW_VIEWS, overviewView } from '../../reports/youth-overview/overview-views.data.js';
import type { OverviewLine } from '../../reports/youth-overview/read-overview.js';
import { createYouth, importYouths, lookUpYouth } from '../../youths/youths.policies.js';
import { YOUTH_STATUSES } from '../../youths/youth-status.js';
import { YOUTH_STATUS_LABELS } from '../words/codes.js';
import { fromToday } from '../words/dates.js';
import { nextStepLink, nextStepWords, type StepLink } from '../words/next-steps.js';
import { type OverviewAddress, overviewLink } from './overview-links.js';

export interface LinkView {
  readonly href: string;
  readonly label: string;
  readonly current: boolean;
}

export interface LineView {
  readonly id: string;
  readonly name: string;
  /** Whether the name leads to the youth's page. */
  readonly opens: boolean;
  readonly protected: boolean;
  readonly born: string;
  readonly age: string;
  readonly coordinator: string | null;
  readonly lastMeeting: string | null;
  readonly nextMeeting: string | null;
  readonly deadline: { readonly title: string; readonly date: string; readonly when: string; readonly overdue: boolean } | null;
  readonly status: string;
  readonly step: string | null;
  /** Where the step is taken. */
  readonly stepLink: StepLink | null;
}

interface Option {
  readonly value: string;
  readonly label: string;
  readonly selected: boolean;
}

export interface OverviewPageView {
  readonly caption: string;
  readonly views: readonly LinkView[];
  readonly filter: { readonly view: string | null; readonly sort: string; readonly units: readonly Option[]; readonly statuses: readonly Option[]; readonly any: boolean };
  readonly sorts: { readonly name: LinkView; readonly deadline: LinkView };
  readonly lines: readonly LineView[];
  readonly next: string | null;
  readonly first: string | null;
  readonly files: { readonly csv: string; readonly xlsx: string };
  /** Where the list may be gone through one youth at a time; null for those who do not. */
  readonly review: string | null;
  readonly mayImport: boolean;
  /** What the way to the look-up by number is called; null for those who may not. */
  readonly lookUp: string | null;
  /** What an empty list means and what to do. */
  readonly empty: string;
}

export interface OverviewFacts {
  readonly actor: Actor;
  readonly today: CalendarDate;
  readonly address: OverviewAddress & { readonly sort: 'name' | 'deadline' };
  readonly page: Page<OverviewLine>;
  readonly steps: ReadonlyMap<string, NextStep>;
  readonly departments: readonly DepartmentLine[];
}

/** What the overview says, in words; which youths are in it was decided by the query. */
export function overviewPageView({ actor, today, address, page, steps, departments }: OverviewFacts): OverviewPageView {
  const { cursor, ...here } = address;
  const chosen = here.view !== undefined || here.department !== undefined || here.status !== undefined;
  const sorted = (sort: 'name' | 'deadline', label: string): LinkView => ({ href: overviewLink({ ...here, sort }), label, current: here.sort === sort });
  return {
    caption: captionOf(address, departments),
    views: viewLinks(actor, here),
    filter: {
      view: here.view ?? null, sort: here.sort, any: chosen,
      units: departments.map(({ id, name }) => ({ value: id, label: name, selected: id === here.department })),
      statuses: YOUTH_STATUSES.map((status) => ({ value: status, label: YOUTH_STATUS_LABELS[status], selected: status === here.status })),
    },
    sorts: { name: sorted('name', 'Navn'), deadline: sorted('deadline', 'Næste frist') },
    lines: page.items.map((line) => lineView(line, today, mayAct(actor) ? steps.get(line.id) : undefined, actor)),
    next: page.nextCursor === null ? null : overviewLink({ ...here, cursor: page.nextCursor }),
    first: cursor === undefined ? null : overviewLink(here),
    files: { csv: overviewLink(here, '/unge.csv'), xlsx: overviewLink(here, '/unge.xlsx') },
    review: mayAct(actor) && here.view !== undefined && here.view !== 'turning_18_without_meeting' ? `/unge/gennemgang?view=${here.view}` : null,
    mayImport: allows(importYouths, actor),
    lookUp: allows(createYouth, actor) ? 'Slå en ung op, eller opret en ny' : allows(lookUpYouth, actor) ? 'Slå en ung op på CPR-nummer' : null,
    empty: chosen ? 'Ingen unge passer til det, du har valgt.' : 'Du har ikke adgang til nogen unge endnu. Du får adgang, når du bliver koordinerende sagsbehandler eller skal med til et K-møde.',
  };
}

/** A line in words; the step is left out where there is nothing for the reader to do. */
export function lineView(line: OverviewLine, today: CalendarDate, step: NextStep | undefined, actor: Actor): LineView {
  const { id, name, birthDate, coordinator, lastMeeting, nextMeeting, nextDeadline } = line;
  return {
    id, name, opens: line.opens, protected: line.protected, born: formatDateLongDanish(birthDate), age: `${ageOn(birthDate, today)} år`,
    coordinator: coordinator?.name ?? null,
    lastMeeting: lastMeeting === null ? null : formatDateLongDanish(lastMeeting.date),
    nextMeeting: nextMeeting === null ? null : meetingText(nextMeeting),
    deadline: nextDeadline === null ? null : {
      title: nextDeadline.title, date: formatDateLongDanish(nextDeadline.dueOn), when: fromToday(nextDeadline.dueOn, today), overdue: nextDeadline.overdue,
    },
    status: YOUTH_STATUS_LABELS[line.status],
    step: step === undefined ? null : nextStepWords(step), stepLink: step === undefined ? null : nextStepLink(step, id, actor),
  };
}

/** Those who raise referrals and find times are offered the next step. */
function mayAct(actor: Actor): boolean {
  return hasRole(actor, 'caseworker', 'team_leader');
}

function viewLinks(actor: Actor, { sort, view: current }: OverviewAddress): LinkView[] {
  const offered = OVERVIEW_VIEWS.filter((view) => view.mine !== true || mayAct(actor));
  return [
    { href: overviewLink({ sort }), label: 'Alle, du kan se', current: current === undefined },
    ...offered.map(({ code, label }) => ({ href: overviewLink({ view: code, sort }), label, current: code === current })),
  ];
}

function captionOf({ view, department, status, cursor }: OverviewAddress, departments: readonly DepartmentLine[]): string {
  const parts = [
    overviewView(view ?? '')?.label ?? 'Alle unge, du kan se',
    departments.find(({ id }) => id === department)?.name,
    YOUTH_STATUSES.includes(status as never) ? YOUTH_STATUS_LABELS[status as keyof typeof YOUTH_STATUS_LABELS].toLowerCase() : undefined,
    cursor === undefined ? undefined : 'fortsat',
  ];
  return parts.filter((part) => part !== undefined).join(', ');
}

function meetingText({ date, startsAt }: NonNullable<OverviewLine['nextMeeting']>): string {
  return startsAt === null ? formatDateLongDanish(date) : `${formatDateLongDanish(date)} kl. ${formatTimeDanish(new Date(startsAt))}`;
}
