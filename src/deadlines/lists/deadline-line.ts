import { workingDayOnOrBefore } from '../../platform/clock/working-days.js';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { DeadlineState } from '../deadline-states.js';
import { milestoneLabel, type MilestoneKind } from '../rules/milestone-kinds.js';
import { RESPONSIBLE_ROLES, type ResponsibleRole, type RuleKind, type RuleMode } from '../rules/rule-version.js';

/** A deadline with its rule as a query gives it; `DEADLINE_COLUMNS` reads it from `deadline d`, `deadline_rule r`, `milestone m`. */
export interface DeadlineRow {
  readonly id: string;
  readonly youthId: string;
  readonly rule: string;
  readonly title: string;
  readonly kind: RuleKind;
  readonly dueOn: CalendarDate;
  readonly earliestOn: CalendarDate | null;
  readonly lateAfter: CalendarDate;
  readonly state: DeadlineState;
  readonly mode: RuleMode;
  readonly act: string | null;
  readonly section: string | null;
  readonly source: string;
  readonly responsible: ResponsibleRole;
  readonly inForceFrom: CalendarDate | null;
  readonly inForceTo: CalendarDate | null;
  readonly verifiedOn: CalendarDate | null;
  readonly tickable: boolean;
  readonly waivedReason: string | null;
  readonly metBy: { readonly id: string; readonly kind: MilestoneKind; readonly occurredOn: CalendarDate } | null;
}

export interface DeadlineLine extends Omit<DeadlineRow, 'metBy' | 'responsible'> {
  readonly metBy: { readonly id: string; readonly kind: MilestoneKind; readonly label: string; readonly occurredOn: CalendarDate } | null;
  /** Who has to see to it, in Danish. */
  readonly responsible: string;
  /** Open, and the due date has passed. */
  readonly overdue: boolean;
  /** Overdue, and past what the rule gives of grace. */
  readonly late: boolean;
  /** The last working day before a due date on a closed day; null when the due date is a working day. The date does not move. */
  readonly lastWorkingDayBefore: CalendarDate | null;
}

/** Columns of a `DeadlineRow`. */
export const DEADLINE_COLUMNS = `
  d.id, d.youth_id AS "youthId", d.rule_code AS rule, r.title, r.kind, d.due_on::text AS "dueOn", d.earliest_on::text AS "earliestOn",
  d.late_after::text AS "lateAfter", d.state, d.mode, r.act, r.section, r.source, r.responsible_role AS responsible,
  r.in_force_from::text AS "inForceFrom", r.in_force_to::text AS "inForceTo", r.verified_on::text AS "verifiedOn",
  (r.definition -> 'tick')::boolean AS tickable, d.waived_reason AS "waivedReason",
  CASE WHEN m.id IS NOT NULL THEN json_build_object('id', m.id, 'kind', m.kind, 'occurredOn', m.occurred_on) END AS "metBy"`;

/** Adds to a row what follows from the day and the closed days. */
export function deadlineLine<R extends DeadlineRow>(
  row: R, today: CalendarDate, closed: ReadonlySet<CalendarDate>,
): Omit<R, keyof DeadlineRow> & DeadlineLine {
  const workingDay = workingDayOnOrBefore(row.dueOn, closed);
  return {
    ...row,
    metBy: row.metBy && { ...row.metBy, label: milestoneLabel(row.metBy.kind) },
    responsible: RESPONSIBLE_ROLES[row.responsible],
    overdue: row.state === 'open' && row.dueOn < today,
    late: row.state === 'open' && row.lateAfter < today,
    lastWorkingDayBefore: workingDay === row.dueOn ? null : workingDay,
  };
}
