import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { Tx } from '../../platform/database/tx.js';
import { settleTasks } from '../../tasks/raise-task.js';
import { readRuleBook, type StoredRuleBook } from '../catalogue/read-rule-book.js';
import { dueDatesOf } from '../rules/due-dates.js';
import type { YouthFacts } from '../rules/youth-facts.js';
import { readYouthFacts } from './read-youth-facts.js';
import { reconcile, type Reconciliation, type StoredDeadline, type WantedDeadline } from './reconcile.js';
import { readStoredDeadlines, writeReconciliation } from './write-deadlines.js';

/** What a computation came to. */
export interface ComputationResult {
  /** Deadlines that came, and those whose state changed. */
  readonly added: number;
  readonly moved: readonly StoredDeadline[];
}

const YOUTHS_A_ROUND = 1_000;
/** The youths stay locked, so that two computations never work from different facts; by id, so that they never cross. */
const LOCK = 'SELECT 1 FROM youth WHERE id = ANY ($1::uuid[]) ORDER BY id FOR NO KEY UPDATE';

/**
 * Brings the deadlines of these youths up to what the rules give as of a date (today unless told). Reads the facts of all in
 * one query, computes in memory and writes the differences; a second run writes nothing.
 */
export async function recomputeDeadlines(
  tx: Tx, youthIds: readonly string[], asOf: CalendarDate = tx.today,
): Promise<ComputationResult> {
  const ids = [...new Set(youthIds)].sort();
  const book = await readRuleBook(tx);
  const result = { added: 0, moved: [] as StoredDeadline[] };
  for (let start = 0; start < ids.length; start += YOUTHS_A_ROUND) {
    const difference = await round(tx, ids.slice(start, start + YOUTHS_A_ROUND), book, asOf);
    result.added += difference.added.length;
    result.moved.push(...difference.changed.filter(({ moved }) => moved));
  }
  return result;
}

async function round(tx: Tx, ids: readonly string[], book: StoredRuleBook, asOf: CalendarDate): Promise<Reconciliation> {
  await tx.query(LOCK, [ids], 'deadlines-lock-youths');
  const facts = await readYouthFacts(tx, ids);
  const stored = byYouth(await readStoredDeadlines(tx, ids));
  const difference: Reconciliation = { added: [], changed: [] };
  for (const youth of facts) {
    const { added, changed } = reconcile(stored.get(youth.youthId) ?? [], wantedDeadlines(youth, book, asOf));
    difference.added.push(...added);
    difference.changed.push(...changed);
  }
  await writeReconciliation(tx, difference);
  for (const row of difference.changed) {
    if (row.moved && row.state !== 'open') await settleTasks(tx, 'deadline_overdue', row.id);
  }
  return difference;
}

function byYouth(rows: readonly StoredDeadline[]): Map<string, StoredDeadline[]> {
  const groups = new Map<string, StoredDeadline[]>();
  for (const row of rows) {
    const group = groups.get(row.youthId);
    if (group) group.push(row);
    else groups.set(row.youthId, [row]);
  }
  return groups;
}

function wantedDeadlines(facts: YouthFacts, book: StoredRuleBook, asOf: CalendarDate): WantedDeadline[] {
  return dueDatesOf(facts, book, asOf).map(({ version, dueOn, earliestOn, lateAfter, state, metBy }) => ({
    youthId: facts.youthId, ruleId: version.id, ruleCode: version.code, mode: version.mode,
    dueOn, earliestOn, lateAfter, state, metBy: metBy?.id ?? null, metOn: metBy?.occurredOn ?? null,
  }));
}
