import { dateParts } from '../../platform/clock/calendar-date.js';
import type { Tx } from '../../platform/database/tx.js';
import { notFound } from '../../platform/errors/domain-error.js';
import { openYouth } from '../../youths/access/open-youth.js';
import { readRuleBook } from '../catalogue/read-rule-book.js';
import { readYouthFacts } from '../computation/read-youth-facts.js';
import { standingDutiesOf } from '../rules/due-dates.js';
import { RESPONSIBLE_ROLES } from '../rules/rule-version.js';
import { closedDaysAround } from './closed-days.js';
import { DEADLINE_COLUMNS, deadlineLine, type DeadlineLine, type DeadlineRow } from './deadline-line.js';

/** A duty without a date, shown as words. */
export interface StandingDuty {
  readonly rule: string;
  readonly title: string;
  readonly source: string;
  readonly responsible: string;
}

export interface YouthDeadlines {
  readonly items: readonly DeadlineLine[];
  readonly standingDuties: readonly StandingDuty[];
  /** What the reader should know about the dates of this youth. */
  readonly note: string | null;
  readonly nextCursor: null;
}

const LEAP_DAY_NOTE =
  'Født 29. februar: I år uden skuddag regnes fødselsdagen som kommunen har valgt. En ret kan begynde 28. februar eller 1. marts.';

const SELECT = `
  SELECT ${DEADLINE_COLUMNS}
  FROM deadline d JOIN deadline_rule r ON r.id = d.rule_id LEFT JOIN milestone m ON m.id = d.met_by`;
const OF_YOUTH = `${SELECT} WHERE d.youth_id = $1 ORDER BY d.due_on, d.rule_code, d.id`;
const ONE = `${SELECT} WHERE d.id = $1`;

/** All deadlines of a youth whose case the actor may see, by due date, with the standing duties. */
export async function readYouthDeadlines(tx: Tx, youthId: string): Promise<YouthDeadlines> {
  const { youth, ground } = await openYouth(tx, youthId);
  tx.audit('deadlines.read', { type: 'youth', id: youthId, youthIds: [youthId], ground });
  const rows = await tx.query<DeadlineRow>(OF_YOUTH, [youthId], 'deadlines-of-youth');
  const closed = await closedDaysAround(tx, rows.map(({ dueOn }) => dueOn));
  const { month, day } = dateParts(youth.birthDate);
  return {
    items: rows.map((row) => deadlineLine(row, tx.today, closed)),
    standingDuties: await standingDuties(tx, youthId),
    note: month === 2 && day === 29 ? LEAP_DAY_NOTE : null,
    nextCursor: null,
  };
}

/** One deadline as the list shows it; the caller has checked access. */
export async function readDeadline(tx: Tx, id: string): Promise<DeadlineLine> {
  const [row] = await tx.query<DeadlineRow>(ONE, [id], 'deadline-one');
  if (row === undefined) throw notFound();
  return deadlineLine(row, tx.today, await closedDaysAround(tx, [row.dueOn]));
}

async function standingDuties(tx: Tx, youthId: string): Promise<StandingDuty[]> {
  const [facts] = await readYouthFacts(tx, [youthId]);
  if (facts === undefined) return [];
  return standingDutiesOf(facts, await readRuleBook(tx), tx.today)
    .map(({ code, title, source, responsible }) => ({ rule: code, title, source, responsible: RESPONSIBLE_ROLES[responsible] }));
}
