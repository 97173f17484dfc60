import type { ObjectLiteral } from 'typeorm';
import { sameUnit } from '../../departments/units/same-unit.js';
import { hasRole, type Actor } from '../../platform/database/actor.js';
import type { Scope } from '../../platform/database/scope.js';
import type { Tx } from '../../platform/database/tx.js';
import type { AccessRole, AccessScope } from './access-grounds.js';

/** Who looks, and when. A `Tx` is one. */
export type Viewer = Pick<Tx, 'actor' | 'now'>;

const ACCESS_ROLES: readonly AccessRole[] = ['meeting_secretary', 'chair'];

interface Holdings {
  readonly staffId: string | null;
  /** Null unless the actor is a caseworker or team leader: only they use their department's access. */
  readonly departmentId: string | null;
  readonly roles: readonly AccessRole[];
}

/** What the actor holds that an access row may name. Nobody without a working role holds anything. */
export function holdingsOf(actor: Actor): Holdings {
  const works = hasRole(actor, 'caseworker', 'team_leader', 'meeting_secretary', 'chair');
  return {
    staffId: works ? actor.staffId : null,
    departmentId: hasRole(actor, 'caseworker', 'team_leader') ? actor.departmentId : null,
    roles: ACCESS_ROLES.filter((role) => actor.roles.includes(role)),
  };
}

/**
 * Scope of `Tx.find` and `Tx.lock` for a row that hangs on a youth by `youthId` (or another property): the rows of
 * youths whose case the viewer may see. A row without a youth is out of it.
 */
export function visibleTo(viewer: Viewer, scope: AccessScope = 'full', property = 'youthId'): Scope {
  return (alias) => condition(viewer, `${alias}.${property}`, scope);
}

/**
 * The same as a fragment of named SQL: pushes its values on `params` and returns a condition on `column`, a column that
 * holds a youth's id (never user input). Scope `line` also lets the secretary through to everyone's line in a list.
 * The text differs between those who see all and the others: end the statement's name with `accessVariant`. Three parts
 * instead of one OR, so that the planner can tell how many youths each part gives.
 */
export function visibleYouthSql(viewer: Viewer, column: string, params: unknown[], scope: AccessScope | 'line' = 'full'): string {
  if (accessVariant(viewer, scope) === 'all') return 'TRUE';
  const { staffId, departmentId, roles } = holdingsOf(viewer.actor);
  params.push(staffId, departmentId, roles, viewer.now, scope === 'card');
  const at = (back: number): string => `$${params.length - back}`;
  const valid = `va.from_at <= ${at(1)}::timestamptz AND (va.until_at IS NULL OR va.until_at > ${at(1)}::timestamptz)
      AND (${at(0)}::boolean OR va.scope = 'full')`;
  return `${column} IN (
      SELECT va.youth_id FROM youth_access va WHERE va.staff_id = ${at(4)}::uuid AND ${valid}
      UNION ALL SELECT va.youth_id FROM youth_access va WHERE va.department_id IN (${sameUnit(`${at(3)}::uuid`)}) AND ${valid}
      UNION ALL SELECT va.youth_id FROM youth_access va WHERE va.role = ANY (${at(2)}::varchar[]) AND ${valid})`;
}

/** `all` when `visibleYouthSql` leaves everyone in, else `own`. */
export function accessVariant(viewer: Viewer, scope: AccessScope | 'line' = 'full'): 'all' | 'own' {
  return seesEveryone(viewer.actor) || (scope === 'line' && seesEveryLine(viewer.actor)) ? 'all' : 'own';
}

/**
 * Whether the youth of a line may be opened by whoever sees the line: the secretary sees everyone's line, not everyone's case.
 * A condition on `column` as `visibleYouthSql` gives.
 */
export function opensYouthSql(viewer: Viewer, column: string, params: unknown[]): string {
  return accessVariant(viewer, 'line') === 'all' ? `(${visibleYouthSql(viewer, column, params, 'card')})` : 'TRUE';
}

/** What the read log says of a list: the secretary's lines of everyone, or youths that each reader has a ground for. */
export function listGround(viewer: Viewer): 'list_line' | 'own_access' {
  return accessVariant(viewer, 'line') === 'all' ? 'list_line' : 'own_access';
}

/** Whether the actor sees the line of every youth in lists (name, birth date, units, coordinator, meetings, deadlines). */
function seesEveryLine(actor: Actor): boolean {
  return hasRole(actor, 'meeting_secretary');
}

/** Queue jobs and sweeps work on everyone; no person does. */
function seesEveryone(actor: Actor): boolean {
  return actor.kind === 'system';
}

function condition(viewer: Viewer, column: string, scope: AccessScope): { sql: string; parameters: ObjectLiteral } {
  if (seesEveryone(viewer.actor)) return { sql: 'TRUE', parameters: {} };
  const { staffId, departmentId, roles } = holdingsOf(viewer.actor);
  const sql = `EXISTS (SELECT 1 FROM youth_access va WHERE va.youth_id = ${column} AND
    (va.staff_id = :accessStaff OR va.department_id = ANY (ARRAY (${sameUnit(':accessDepartment')})) OR va.role = ANY (:accessRoles))
    AND va.from_at <= :accessNow AND (va.until_at IS NULL OR va.until_at > :accessNow) AND (:accessCard OR va.scope = 'full'))`;
  const parameters = {
    accessStaff: staffId, accessDepartment: departmentId, accessRoles: roles, accessNow: viewer.now, accessCard: scope === 'card',
  };
  return { sql, parameters };
}
