import { addDays, type CalendarDate } from '../../platform/clock/calendar-date.js';
import { sameUnit } from '../../youths/access/visible-youths.js';
import type { YouthStatus } from '../../youths/youth-status.js';
import { latestBirthDateAged } from './age-limits.js';
import type { OverviewView } from './overview-views.data.js';

export interface OverviewFilter {
  /** A unit's id; its youths, and those it has a running measure for. */
  readonly department: string | null;
  readonly status: YouthStatus | null;
  readonly view: OverviewView | null;
}

type Push = (value: unknown) => string;

/** The conditions of a filter on the youth `y`; pushes their values on `params`. The text names no value. */
export function overviewConditions(filter: OverviewFilter, today: CalendarDate, params: unknown[]): string[] {
  const push: Push = (value) => `$${params.push(value)}`;
  const { department, status, view } = filter;
  const conditions: string[] = [];
  if (status !== null) conditions.push(`y.status = ${push(status)}`);
  if (department !== null) conditions.push(inUnits(sameUnit(`${push(department)}::uuid`), push(today)));
  if (view !== null) conditions.push(...viewConditions(view, today, push));
  return conditions;
}

function viewConditions(view: OverviewView, today: CalendarDate, push: Push): string[] {
  const conditions: string[] = [];
  if (view.departmentKinds) {
    const ofKind = `SELECT unit.id FROM department unit WHERE unit.kind = ANY (${push(view.departmentKinds)}::varchar[])`;
    conditions.push(inUnitsOfKind(ofKind, push(today)));
  }
  if (view.specialSchool) conditions.push('y.special_school');
  if (view.ageFrom !== undefined) conditions.push(`y.birth_date <= ${push(latestBirthDateAged(view.ageFrom, today))}::date`);
  if (view.ageBelow !== undefined) conditions.push(`y.birth_date > ${push(latestBirthDateAged(view.ageBelow, today))}::date`);
  if (view.turns18WithinDays !== undefined) {
    const [before, last] = [latestBirthDateAged(18, addDays(today, -1)), latestBirthDateAged(18, addDays(today, view.turns18WithinDays))];
    conditions.push(`y.birth_date > ${push(before)}::date AND y.birth_date <= ${push(last)}::date`);
  }
  if (view.withoutMeeting) {
    conditions.push(`y.status NOT IN ('directly_coordinated', 'ended') AND y.previous_transition_meeting_on IS NULL
      AND NOT EXISTS (SELECT 1 FROM booking b WHERE b.youth_id = y.id AND b.state IN ('held', 'concluded'))`);
  }
  if (view.withoutCoordinator) {
    conditions.push(`NOT EXISTS (SELECT 1 FROM coordination k JOIN staff_member m ON m.id = k.staff_id
      WHERE k.youth_id = y.id AND k.until_at IS NULL AND m.deactivated_at IS NULL)`);
  }
  return conditions;
}

/** The own unit is the unit, or one with a running measure is. Two parts that each use an index: a unit has few of all youths. */
function inUnits(units: string, today: string): string {
  return `y.id IN (SELECT w.id FROM youth w WHERE w.department_id IN (${units})
    UNION ALL SELECT m.youth_id FROM measure m WHERE m.department_id IN (${units}) AND ${runs(today)})`;
}

/** The same asked youth by youth, on the way through the list: a kind may have half of all youths. */
function inUnitsOfKind(units: string, today: string): string {
  return `(y.department_id IN (${units}) OR (SELECT true FROM measure m
    WHERE m.youth_id = y.id AND m.department_id IN (${units}) AND ${runs(today)} LIMIT 1))`;
}

function runs(today: string): string {
  return `m.starts_on <= ${today}::date AND (m.ends_on IS NULL OR m.ends_on >= ${today}::date)`;
}
