import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { Tx } from '../../platform/database/tx.js';
import { accessVariant, visibleYouthSql } from '../../youths/access/visible-youths.js';
import { openLeaver } from '../../youths/coordination/succession.js';
import { OFFERS_SQL, successionSince, type SuccessionProgress } from './read-leavers.js';

export interface LeaverYouth {
  readonly id: string;
  readonly name: string;
  readonly birthDate: CalendarDate;
  /** The last offer, and how it was answered; null when there was none. */
  readonly offer: { readonly to: string; readonly toName: string; readonly state: 'offered' | 'accepted' | 'declined' } | null;
}

/** A seat of the leaver at a coming item. */
export interface LeaverItem {
  readonly id: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly typeLabel: string;
  readonly youthId: string | null;
  /** Null where the team leader may not see the youth. */
  readonly youthName: string | null;
}

/** An open action or follow-up. */
export interface LeaverAction {
  readonly id: string;
  readonly kind: 'action' | 'follow_up';
  /** Null where the team leader may not see the youth. */
  readonly text: string | null;
  readonly dueOn: CalendarDate;
  readonly youthId: string | null;
  readonly youthName: string | null;
}

export interface LeaverWork {
  readonly leaver: { readonly id: string; readonly name: string; readonly active: boolean };
  readonly youths: readonly LeaverYouth[];
  readonly items: readonly LeaverItem[];
  readonly actions: readonly LeaverAction[];
  /** Days of coming K-møder on which the leaver sits the whole day. */
  readonly days: number;
  readonly progress: SuccessionProgress;
}

const YOUTHS = `
  WITH offer AS (${OFFERS_SQL})
  SELECT y.id, y.first_name || ' ' || y.last_name AS name, y.birth_date::text AS "birthDate",
    CASE WHEN o.youth_id IS NOT NULL THEN json_build_object('to', o.to_staff_id, 'toName', r.name, 'state', o.state) END AS offer
  FROM coordination c JOIN youth y ON y.id = c.youth_id LEFT JOIN offer o ON o.from_staff_id = c.staff_id AND o.youth_id = y.id LEFT JOIN staff_member r ON r.id = o.to_staff_id
  WHERE c.staff_id = $1 AND c.until_at IS NULL ORDER BY y.last_name, y.first_name, y.id`;

const PROGRESS = `
  WITH offer AS (${OFFERS_SQL})
  SELECT count(*)::int AS asked, count(*) FILTER (WHERE state = 'accepted')::int AS accepted, count(*) FILTER (WHERE state = 'declined')::int AS declined
  FROM offer WHERE from_staff_id = $1`;

const DAYS = `
  SELECT count(*)::int AS days FROM meeting_day d WHERE d.ends_at > $2 AND d.state <> 'cancelled' AND ($1 IN (d.chair_id, d.minute_taker_id)
    OR EXISTS (SELECT 1 FROM meeting_day_panel p WHERE p.meeting_day_id = d.id AND $1 IN (p.staff_id, p.deputy_id)))`;

/**
 * All that somebody of the actor's unit holds, for handing it on: the youths whom the person coordinates, the seats at coming items,
 * the open actions and follow-ups. Of other units' youths only the kind and the date are told.
 * @throws DomainError not_found unless the actor leads the person's unit
 */
export async function readLeaver(tx: Tx, leaverId: string): Promise<LeaverWork> {
  const { id, name, deactivatedAt } = await openLeaver(tx, leaverId);
  const since = successionSince(tx);
  const youths = await tx.query<LeaverYouth>(YOUTHS, [id, since], 'succession-youths');
  const items = await readItems(tx, id);
  const actions = await readActions(tx, id);
  const [progress] = await tx.query<SuccessionProgress>(PROGRESS, [id, since], 'succession-progress');
  const [standing] = await tx.query<{ days: number }>(DAYS, [id, tx.now], 'succession-days');
  const shown = [...youths.map((youth) => youth.id), ...[...items, ...actions].flatMap(({ youthId, youthName }) => (youthId !== null && youthName !== null ? [youthId] : []))];
  tx.audit('staff.work_listed', { type: 'staff_member', id, youthIds: [...new Set(shown)], ground: 'team_leader' });
  return { leaver: { id, name, active: deactivatedAt === null }, youths, items, actions, days: standing?.days ?? 0, progress: progress ?? { asked: 0, accepted: 0, declined: 0 } };
}

/** Told to the team leader: youths of the own access, and those whom the leaver coordinates. */
function toldSql(tx: Tx, column: string, params: unknown[]): string {
  return `(${visibleYouthSql(tx, column, params)} OR EXISTS (SELECT 1 FROM coordination c WHERE c.youth_id = ${column} AND c.staff_id = $1 AND c.until_at IS NULL))`;
}

function readItems(tx: Tx, leaverId: string): Promise<LeaverItem[]> {
  const params: unknown[] = [leaverId, tx.now];
  const told = toldSql(tx, 'y.id', params);
  return tx.query<LeaverItem>(
    `SELECT b.id, b.starts_at AS "startsAt", b.ends_at AS "endsAt", t.label AS "typeLabel", b.youth_id AS "youthId", y.first_name || ' ' || y.last_name AS "youthName"
     FROM booking_participant p JOIN booking b ON b.id = p.booking_id JOIN referral r ON r.id = b.referral_id JOIN referral_type t ON t.id = r.type_id
       LEFT JOIN youth y ON y.id = b.youth_id AND ${told}
     WHERE p.staff_id = $1 AND NOT p.standing AND b.state = 'booked' AND b.ends_at > $2 ORDER BY b.starts_at, b.id`,
    params, `succession-items-${accessVariant(tx)}`,
  );
}

function readActions(tx: Tx, leaverId: string): Promise<LeaverAction[]> {
  const params: unknown[] = [leaverId];
  const told = toldSql(tx, 'y.id', params);
  return tx.query<LeaverAction>(
    `SELECT work.id, work.kind, CASE WHEN y.id IS NOT NULL OR work.youth_id IS NULL THEN work.text END AS text, work.due_on::text AS "dueOn",
       work.youth_id AS "youthId", y.first_name || ' ' || y.last_name AS "youthName"
     FROM (SELECT id, 'action' AS kind, text, due_on, youth_id FROM action WHERE owner_id = $1 AND state = 'open'
       UNION ALL SELECT id, 'follow_up', 'Opfølgning på aftalerne', check_on, youth_id FROM follow_up WHERE owner_id = $1 AND state = 'open') work
       LEFT JOIN youth y ON y.id = work.youth_id AND ${told}
     ORDER BY work.due_on, work.id`,
    params, `succession-actions-${accessVariant(tx)}`,
  );
}
