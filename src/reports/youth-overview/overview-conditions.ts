import { sameUnit } from '../../departments/units/same-unit.js';
import { addDays, addMonths, type CalendarDate } from '../../platform/clock/calendar-date.js';
import { OPEN_REFERRAL_STATES } from '../../referrals/referral-states.js';
import type { Viewer } from '../../youths/access/visible-youths.js';
import type { YouthStatus } from '../../youths/youth-status.js';
import { latestBirthDateAged } from './age-limits.js';
import type { OverviewView } from './overview-views.data.js';

export interface OverviewFilter {
  /** A unit's id; its youths, and those it has a running measure for. */
  readonly department: string | null;
  readonly status: YouthStatus | null;
  readonly view: OverviewView | null;
}

/** Who asks, and on which day. A `Tx` is one. */
export type OverviewReader = Viewer & { readonly today: CalendarDate };

type Push = (value: unknown) => string;

/** The conditions of a filter on the youth `y`; pushes their values on `params`. The text names no value. */
export function overviewConditions(filter: OverviewFilter, reader: OverviewReader, params: unknown[]): string[] {
  const push: Push = (value) => `$${params.push(value)}`;
  const { department, status, view } = filter;
  const conditions: string[] = [];
  if (status !== null) conditions.push(`y.status = ${push(status)}`);
  if (department !== null) conditions.push(inUnits(sameUnit(`${push(department)}::uuid`), push(reader.today)));
  if (view !== null) conditions.push(...whoConditions(view, reader.today, push), ...whereTheyStand(view, reader, push));
  return conditions;
}

function whoConditions(view: OverviewView, today: CalendarDate, push: Push): string[] {
  const conditions: string[] = [];
  if (view.departmentKinds) {
    const ofKind = `SELECT unit.id FROM department unit WHERE unit.kind = ANY (${push(view.departmentKinds)}::varchar[])`;
    conditions.push(inUnitsOfKind(ofKind, push(today)));
  }
  if (view.specialSchool) conditions.push('y.special_school');
  if (view.ageFrom !== undefined) conditions.push(`y.birth_date <= ${push(latestBirthDateAged(view.ageFrom, today))}::date`);
  if (view.ageBelow !== undefined) conditions.push(`y.birth_date > ${push(latestBirthDateAged(view.ageBelow, today))}::date`);
  if (view.turns) conditions.push(hasBirthday(view.turns, today, push));
  return conditions;
}

function hasBirthday({ ages, days = 0, months = 0 }: NonNullable<OverviewView['turns']>, today: CalendarDate, push: Push): string {
  const last = addDays(addMonths(today, months), days);
  const spans = ages.map((age) => {
    const [before, latest] = [latestBirthDateAged(age, addDays(today, -1)), latestBirthDateAged(age, last)];
    return `y.birth_date > ${push(before)}::date AND y.birth_date <= ${push(latest)}::date`;
  });
  return `(${spans.join(' OR ')})`;
}

function whereTheyStand(view: OverviewView, { actor, now, today }: OverviewReader, push: Push): string[] {
  const conditions: string[] = [];
  if (view.withoutMeeting) {
    conditions.push(`y.status NOT IN ('directly_coordinated', 'ended') AND y.previous_transition_meeting_on IS NULL
      AND NOT EXISTS (SELECT 1 FROM booking b WHERE b.youth_id = y.id AND b.state IN ('held', 'concluded'))`);
  }
  if (view.nothingPlanned) {
    conditions.push(`coalesce(y.next_meeting_on < ${push(today)}::date, true)
      AND NOT EXISTS (SELECT 1 FROM booking b WHERE b.youth_id = y.id AND b.state = 'booked' AND b.ends_at > ${push(now)}::timestamptz)`);
  }
  if (view.withoutCoordinator) {
    conditions.push(`NOT EXISTS (SELECT 1 FROM coordination k JOIN staff_member m ON m.id = k.staff_id
      WHERE k.youth_id = y.id AND k.until_at IS NULL AND m.deactivated_at IS NULL)`);
  }
  if (view.toReview) conditions.push(...toReview(actor, today, push));
  if (view.overdue) {
    conditions.push(`EXISTS (SELECT 1 FROM deadline o WHERE o.youth_id = y.id AND o.state = 'open' AND o.late_after < ${push(today)}::date)`);
  }
  if (view.mine) {
    conditions.push(`y.id IN (SELECT k.youth_id FROM coordination k WHERE k.staff_id = ${push(actor.staffId)}::uuid AND k.until_at IS NULL)`);
  }
  return conditions;
}

function toReview({ departmentId }: OverviewReader['actor'], today: CalendarDate, push: Push): string[] {
  return [
    `NOT EXISTS (SELECT 1 FROM referral q WHERE q.youth_id = y.id AND q.state = ANY (${push(OPEN_REFERRAL_STATES)}))`,
    `NOT EXISTS (SELECT 1 FROM youth_review v WHERE v.youth_id = y.id AND v.department_id = ${push(departmentId)}::uuid AND v.return_on > ${push(today)}::date)`,
  ];
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
