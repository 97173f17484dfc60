import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import { assertMove, type DeadlineState } from '../deadline-states.js';
import type { DueDate } from '../rules/due-dates.js';

/** A deadline as it stands in the database. */
export interface StoredDeadline {
  id: string;
  youthId: string;
  ruleId: string;
  ruleCode: string;
  mode: string;
  dueOn: CalendarDate;
  earliestOn: CalendarDate | null;
  lateAfter: CalendarDate;
  state: DeadlineState;
  metBy: string | null;
  metOn: CalendarDate | null;
  waivedBy: string | null;
}

/** A deadline as the rules give it now, with the row of its rule version. */
export interface WantedDeadline extends Omit<StoredDeadline, 'id' | 'state' | 'waivedBy'> {
  state: DueDate['state'];
}

/** What has to be written so that what is stored says what the rules give. */
export interface Reconciliation {
  added: WantedDeadline[];
  /** Rows that changed; `moved` when the calendar has to show it (the state). */
  changed: (StoredDeadline & { moved: boolean })[];
}

/**
 * Compares the stored deadlines of one youth with those that the rules give. Nothing is deleted: what no longer applies
 * becomes `superseded`, and comes back if it applies again. A waiver holds until the deadline is met. What was met stays
 * met when only the target group has gone, but gives way to the same rule with another date.
 */
export function reconcile(stored: readonly StoredDeadline[], wanted: readonly WantedDeadline[]): Reconciliation {
  const byKey = new Map(stored.map((row) => [keyOf(row), row]));
  const keys = new Set(wanted.map(keyOf));
  const wantedCodes = new Set(wanted.map(({ ruleCode }) => ruleCode));
  const result: Reconciliation = { added: [], changed: [] };
  for (const deadline of wanted) {
    const row = byKey.get(keyOf(deadline));
    if (!row) result.added.push(deadline);
    else take(result, row, { ...row, ...deadline, state: nextState(row, deadline.state) });
  }
  for (const row of stored) {
    if (keys.has(keyOf(row)) || row.state === 'superseded') continue;
    if (row.state === 'met' && !wantedCodes.has(row.ruleCode)) continue;
    take(result, row, { ...row, state: 'superseded', metBy: null, metOn: null });
  }
  return result;
}

function nextState(row: StoredDeadline, computed: DueDate['state']): DeadlineState {
  const waived = row.waivedBy !== null && computed !== 'met';
  return waived ? 'waived' : computed;
}

function take(result: Reconciliation, row: StoredDeadline, next: StoredDeadline): void {
  const moved = next.state !== row.state;
  if (moved) assertMove(row.state, next.state);
  const same = next.ruleId === row.ruleId && next.mode === row.mode && next.earliestOn === row.earliestOn
    && next.lateAfter === row.lateAfter && next.metBy === row.metBy && next.metOn === row.metOn;
  if (moved || !same) result.changed.push({ ...next, moved });
}

function keyOf(deadline: { ruleCode: string; dueOn: CalendarDate }): string {
  return `${deadline.ruleCode} ${deadline.dueOn}`;
}
