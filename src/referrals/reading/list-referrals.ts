import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { Tx } from '../../platform/database/tx.js';
import { invalid } from '../../platform/errors/domain-error.js';
import { type Page, readCursor, toPage } from '../../platform/http/paging.js';
import { accessVariant, visibleYouthSql } from '../../youths/access/visible-youths.js';
import type { ReferralListQuery } from '../referral.dto.js';
import { REFERRAL_STATES, type ReferralState } from '../referral-states.js';
import { visibleReferralSql } from '../referral-scope.js';
import type { ReferralTypeCode } from '../types/referral-codes.js';

/** A line of the list to triage or of one's own referrals. `youth` only for those who see the youth's line. */
export interface ReferralLine {
  readonly id: string;
  readonly state: ReferralState;
  readonly type: ReferralTypeCode;
  readonly typeLabel: string;
  readonly purpose: string;
  readonly areas: readonly string[];
  readonly urgentReason: string | null;
  readonly withoutYouthReason: string | null;
  readonly belongsOutcome: string;
  readonly anonymous: boolean;
  readonly youth: { readonly id: string; readonly name: string; readonly birthDate: CalendarDate } | null;
  readonly author: { readonly id: string; readonly name: string };
  readonly department: { readonly id: string; readonly name: string };
  readonly queueFirst: boolean;
  readonly returnOn: CalendarDate | null;
  readonly createdAt: Date;
  readonly submittedAt: Date | null;
  readonly acceptedAt: Date | null;
}

interface Row extends ReferralLine {
  readonly rank: number;
  readonly waitingSince: Date;
}

/**
 * The referrals that the actor may see: first in line, then the urgent, then the longest waiting. The names shown are logged.
 * @throws DomainError invalid for an unknown state or a cursor that is not ours
 */
export async function listReferrals(tx: Tx, query: ReferralListQuery): Promise<Page<ReferralLine>> {
  const after = readCursor(query.cursor, 3);
  const params: unknown[] = [statesOf(query.state), after?.[0] ?? null, after?.[1] ?? null, after?.[2] ?? null, query.limit + 1];
  const name = `referral-list-${accessVariant(tx)}-${accessVariant(tx, 'line')}`;
  const rows = await tx.query<Row>(listSql(tx, params), params, name);
  const youthIds = rows.slice(0, query.limit).flatMap(({ youth }) => (youth === null ? [] : [youth.id]));
  tx.audit('referrals.listed', { type: 'referral_list', id: null, youthIds: [...new Set(youthIds)], ground: 'referral_list' });
  const { items, nextCursor } = toPage(rows, query.limit, (row) => [row.rank, row.waitingSince.toISOString(), row.id]);
  return { items: items.map(({ rank: _rank, waitingSince: _since, ...line }) => line), nextCursor };
}

function statesOf(text: string | undefined): readonly string[] | null {
  if (text === undefined || text === '') return null;
  const states = text.split(',');
  const known = (state: string): boolean => (REFERRAL_STATES as readonly string[]).includes(state);
  if (states.every(known)) return states;
  throw invalid([{ field: 'state', code: 'isIn', message: `Vælg blandt ${REFERRAL_STATES.join(', ')}.` }]);
}

function listSql(tx: Tx, params: unknown[]): string {
  const mine = visibleReferralSql(tx, params);
  const named = visibleYouthSql(tx, 'r.youth_id', params, 'line');
  return `
    WITH r AS MATERIALIZED (
      SELECT r.*, CASE WHEN r.queue_first THEN 0 WHEN r.urgent_reason IS NOT NULL THEN 1 ELSE 2 END AS rank,
        coalesce(r.submitted_at, r.created_at) AS since, ${named} AS named
      FROM referral r WHERE ($1::varchar[] IS NULL OR r.state = ANY ($1)) AND ${mine})
    SELECT r.id, r.state, r.type, t.label AS "typeLabel", r.purpose, r.areas, r.urgent_reason AS "urgentReason",
      r.without_youth_reason AS "withoutYouthReason", r.belongs_outcome AS "belongsOutcome", r.youth_id IS NULL AS anonymous,
      CASE WHEN y.id IS NULL THEN NULL
        ELSE json_build_object('id', y.id, 'name', y.first_name || ' ' || y.last_name, 'birthDate', y.birth_date) END AS youth,
      json_build_object('id', s.id, 'name', s.name) AS author, json_build_object('id', d.id, 'name', d.name) AS department,
      r.queue_first AS "queueFirst", r.return_on::text AS "returnOn", r.created_at AS "createdAt", r.submitted_at AS "submittedAt",
      r.accepted_at AS "acceptedAt", r.rank, r.since AS "waitingSince"
    FROM r JOIN referral_type t ON t.id = r.type_id JOIN staff_member s ON s.id = r.author_id JOIN department d ON d.id = r.author_department_id
      LEFT JOIN youth y ON y.id = r.youth_id AND r.named
    WHERE $2::int IS NULL OR (r.rank, r.since, r.id) > ($2::int, $3::timestamptz, $4::uuid)
    ORDER BY r.rank, r.since, r.id LIMIT $5`;
}
