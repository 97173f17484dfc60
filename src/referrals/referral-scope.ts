import { hasRole, type Actor } from '../platform/database/actor.js';
import type { Scope } from '../platform/database/scope.js';
import { visibleTo, visibleYouthSql, type Viewer } from '../youths/access/visible-youths.js';

/** Whether the actor sees every referral that has been sent. */
function seesEveryReferral(actor: Actor): boolean {
  return actor.kind === 'system' || hasRole(actor, 'meeting_secretary', 'chair');
}

/** The unit whose referrals the actor sees. */
export function ownUnit(actor: Actor): string | null {
  return hasRole(actor, 'caseworker', 'team_leader') ? actor.departmentId : null;
}

/**
 * Scope of `Tx.find` and `Tx.lock` for a referral: one's own; once it is no draft also those of one's unit and of youths
 * whose case one sees; the secretary and the chair see them all.
 */
export function visibleReferral(viewer: Viewer): Scope {
  return (alias) => {
    const youth = visibleTo(viewer)(alias);
    const sql = `(${alias}.authorId = :referralViewer OR (${alias}.state <> 'draft' AND
      (:referralAll OR ${alias}.authorDepartmentId = :referralUnit OR ${youth.sql})))`;
    const { actor } = viewer;
    const own = { referralViewer: actor.staffId, referralAll: seesEveryReferral(actor), referralUnit: ownUnit(actor) };
    return { sql, parameters: { ...youth.parameters, ...own } };
  };
}

/** The same as a condition on the table alias `r` in named SQL; pushes its values on `params`. */
export function visibleReferralSql(viewer: Viewer, params: unknown[]): string {
  const youth = visibleYouthSql(viewer, 'r.youth_id', params);
  params.push(viewer.actor.staffId, seesEveryReferral(viewer.actor), ownUnit(viewer.actor));
  const at = (back: number): string => `$${params.length - back}`;
  return `(r.author_id = ${at(2)}::uuid OR (r.state <> 'draft'
    AND (${at(1)}::boolean OR r.author_department_id = ${at(0)}::uuid OR ${youth})))`;
}
