import type { StaffLine } from '../../departments/staff/staff.queries.js';
import type { QuestionLine } from '../../conclusions/questions/principled-questions.service.js';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import { formatDateLongDanish } from '../../platform/clock/danish-format.js';
import { dateAt } from '../../platform/clock/zone.js';
import { type Actor, hasRole } from '../../platform/database/actor.js';
import type { Page } from '../../platform/http/paging.js';
import type { Option } from '../forms/fields.js';
import { fromToday } from '../words/dates.js';

export interface QuestionView {
  readonly id: string;
  readonly text: string;
  readonly owner: string;
  readonly raised: string;
  readonly answer: string | null;
  readonly answered: string | null;
  /** The form that answers it; null for who does not write the answer. */
  readonly action: string | null;
}

export interface QuestionsView {
  readonly open: readonly QuestionView[];
  readonly answered: readonly QuestionView[];
  /** Further answered ones. */
  readonly older: string | null;
  /** What was looked for in the answered ones. */
  readonly sought: string | null;
  readonly owners: readonly Option[];
  readonly self: string;
}

export interface QuestionsFacts {
  readonly actor: Actor;
  readonly today: CalendarDate;
  readonly open: Page<QuestionLine>;
  readonly answered: Page<QuestionLine>;
  readonly sought: string | null;
  readonly staff: readonly StaffLine[];
}

const OWNERS: ReadonlySet<string> = new Set(['caseworker', 'team_leader', 'meeting_secretary', 'chair']);

/** The questions in words: the open ones with their owner, then what has been answered. */
export function questionsView({ actor, today, open, answered, sought, staff }: QuestionsFacts): QuestionsView {
  const view = (line: QuestionLine): QuestionView => questionView(line, actor, today);
  return {
    open: open.items.map(view), answered: answered.items.map(view), sought, older: answered.nextCursor === null ? null : `/spoergsmaal?cursor=${answered.nextCursor}`,
    owners: staff.filter(({ roles }) => roles.some((role) => OWNERS.has(role))).map(({ id, name }) => ({ value: id, label: name })), self: actor.staffId ?? '',
  };
}

function questionView({ id, text, owner, raisedAt, answer, answeredAt }: QuestionLine, actor: Actor, today: CalendarDate): QuestionView {
  const raised = dateAt(raisedAt);
  const answers = owner.id === actor.staffId || hasRole(actor, 'chair', 'meeting_secretary');
  return {
    id, text, owner: owner.name, raised: `${formatDateLongDanish(raised)} (${fromToday(raised, today)})`, answer,
    answered: answeredAt === null ? null : formatDateLongDanish(dateAt(answeredAt)), action: answers ? `/spoergsmaal/${id}/svar` : null,
  };
}
