import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import { hasRole } from '../../platform/database/actor.js';
import type { Tx } from '../../platform/database/tx.js';
import type { CursorKey } from '../../platform/http/paging.js';
import { accessVariant, visibleYouthSql } from '../../youths/access/visible-youths.js';
import type { ActionKind } from '../closing/closing-codes.js';
import type { ActionState } from './action.entity.js';

export interface ActionLine {
  readonly id: string;
  readonly kind: ActionKind;
  readonly text: string;
  readonly dueOn: CalendarDate;
  readonly state: ActionState;
  readonly overdue: boolean;
  readonly owner: { readonly id: string; readonly name: string; readonly active: boolean };
  /** Null when it was agreed at an anonymous item. */
  readonly youth: { readonly id: string; readonly name: string } | null;
  readonly bookingId: string | null;
  readonly goalId: string | null;
  readonly closedReason: string | null;
}

export interface ActionFilter {
  readonly id?: string | undefined;
  readonly ownerId?: string | undefined;
  readonly youthId?: string | undefined;
  readonly bookingId?: string | undefined;
  readonly state?: ActionState | undefined;
  readonly after: CursorKey | null;
  readonly limit: number;
}

/** Actions the actor may see, those due first at the top; one more than asked for. */
export async function listActions(tx: Tx, filter: ActionFilter): Promise<ActionLine[]> {
  const params: unknown[] = [
    filter.id ?? null, filter.ownerId ?? null, filter.youthId ?? null, filter.bookingId ?? null, filter.state ?? null,
    filter.after?.[0] ?? null, filter.after?.[1] ?? null, tx.today, tx.actor.staffId, hasRole(tx.actor, 'meeting_secretary', 'chair'),
  ];
  const visible = visibleYouthSql(tx, 'a.youth_id', params);
  params.push(filter.limit + 1);
  return tx.query<ActionLine>(
    `SELECT a.id, a.kind, a.text, a.due_on::text AS "dueOn", a.state, a.state = 'open' AND a.due_on < $8::date AS overdue,
       json_build_object('id', s.id, 'name', s.name, 'active', s.deactivated_at IS NULL) AS owner,
       CASE WHEN y.id IS NOT NULL THEN json_build_object('id', y.id, 'name', y.first_name || ' ' || y.last_name) END AS youth,
       a.booking_id AS "bookingId", a.goal_id AS "goalId", a.closed_reason AS "closedReason"
     FROM action a JOIN staff_member s ON s.id = a.owner_id LEFT JOIN youth y ON y.id = a.youth_id
     WHERE ($1::uuid IS NULL OR a.id = $1) AND ($2::uuid IS NULL OR a.owner_id = $2) AND ($3::uuid IS NULL OR a.youth_id = $3)
       AND ($4::uuid IS NULL OR a.booking_id = $4) AND ($5::varchar IS NULL OR a.state = $5)
       AND ($6::date IS NULL OR (a.due_on, a.id) > ($6::date, $7::uuid))
       AND (${visible} OR (a.youth_id IS NULL AND (a.owner_id = $9::uuid OR $10::boolean)))
     ORDER BY a.due_on, a.id LIMIT $${params.length}`,
    params, `actions-list-${accessVariant(tx)}`,
  );
}
