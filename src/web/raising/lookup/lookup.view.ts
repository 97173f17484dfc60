import type { StaffLine } from '../../../departments/staff/staff.queries.js';
import type { DepartmentLine } from '../../../departments/units/departments.queries.js';
import { type Actor, hasRole } from '../../../platform/database/actor.js';
import type { YouthCard } from '../../../youths/access/youth-card.js';
import type { GroupedOption, Option } from '../../forms/fields.js';

export interface CreateView {
  readonly units: readonly Option[];
  /** The one unit that there is to choose; empty where there are several. */
  readonly own: string;
  readonly coordinators: readonly GroupedOption[];
}

export interface FoundView {
  readonly call: ReadonlyArray<{ unit: string; name: string | null; phone: string | null }>;
  /** Null for those who do not ask for K-møder. */
  readonly ask: string | null;
  /** Null for those who do not see the case. */
  readonly youthHref: string | null;
}

/** What the form that records a youth offers: a team leader the own unit, the secretary all. */
export function createView(actor: Actor, departments: readonly DepartmentLine[], staff: readonly StaffLine[]): CreateView {
  const mine = departments.filter(({ id }) => hasRole(actor, 'meeting_secretary') || id === actor.departmentId);
  const names = new Map(mine.map(({ id, name }) => [id, name]));
  return {
    units: mine.map(({ id, name }) => ({ value: id, label: name })), own: mine.length === 1 ? (mine[0]?.id ?? '') : '',
    coordinators: staff.filter(({ roles, departmentId }) => roles.includes('caseworker') && names.has(departmentId))
      .map(({ id, name, departmentId }) => ({ value: id, label: name, group: names.get(departmentId) ?? '' })),
  };
}

/** Which units to call about a youth whose page the asker may not open. */
export function foundView(card: YouthCard, ask: string | null, youthId: string | null): FoundView {
  return {
    call: card.departments.map(({ name, callName, callPhone }) => ({ unit: name, name: callName, phone: callPhone })), ask,
    youthHref: youthId === null ? null : `/unge/${youthId}`,
  };
}
