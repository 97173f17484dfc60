import { youthTakesPart } from '../../meetings/bookings/invite-guests.js';
import type { Tx } from '../../platform/database/tx.js';
import type { ClosingFacts, ClosingStatement, MandatoryParticipant } from './closing-statement.js';
import type { ItemToConclude } from './item-to-conclude.js';

/** Reads what a statement is held against: the type's needs, who should have been there, who works here. */
export async function readClosingFacts(tx: Tx, item: ItemToConclude, statement: ClosingStatement): Promise<ClosingFacts> {
  const { booking, referral, type, youth, date } = item;
  return {
    needs: type.closing,
    outcomes: type.outcomes,
    itemDate: date,
    today: tx.today,
    youthNames: youth === null ? [] : [youth.firstName, youth.lastName],
    anonymous: youth === null,
    plannedWithoutYouth: youth !== null && !(await youthTakesPart(tx, referral, type.youth)),
    mandatoryStaff: await readMandatoryStaff(tx, booking.id, statement),
    guestIds: await readIds(tx, 'SELECT id FROM booking_guest WHERE booking_id = $1', [booking.id], 'closing-guests'),
    ...(await readStaff(tx, namedStaff(statement))),
    // The plan stands below this feature; only the keys of its goals are read here.
    goalIds: await readIds(
      tx, 'SELECT g.id FROM goal g JOIN plan p ON p.id = g.plan_id WHERE p.youth_id = $1 AND p.ended_at IS NULL', [booking.youthId], 'closing-goals',
    ),
  };
}

/**
 * Pairs of somebody away and somebody named instead who can decide the same: the panel's member or deputy for the area, a team
 * leader of the area, or, where no power to decide was asked, anyone of the area.
 */
const SUBSTITUTES = `
  SELECT DISTINCT p.staff_id AS "staffId", s.id AS "substituteId"
  FROM booking_participant p
  JOIN booking b ON b.id = p.booking_id
  JOIN staff_member absent ON absent.id = p.staff_id
  JOIN department home ON home.id = absent.department_id
  JOIN department_kind home_kind ON home_kind.code = home.kind
  JOIN staff_member s ON s.id = ANY ($2::uuid[]) AND s.id <> p.staff_id AND s.deactivated_at IS NULL
  JOIN department d ON d.id = s.department_id
  JOIN department_kind k ON k.code = d.kind
  WHERE p.booking_id = $1 AND (
    EXISTS (SELECT 1 FROM meeting_day_panel m WHERE m.meeting_day_id = b.meeting_day_id AND m.area = coalesce(p.area, home_kind.area)
      AND s.id IN (m.staff_id, m.deputy_id) AND (m.decision_power OR NOT p.decision_power))
    OR k.area = coalesce(p.area, home_kind.area) AND (NOT p.decision_power OR EXISTS (SELECT 1 FROM staff_role r
      WHERE r.staff_id = s.id AND r.role = 'team_leader' AND r.valid_from <= $3 AND (r.valid_to IS NULL OR r.valid_to >= $3))))`;

/** Chair and minute taker lead the day; their presence is not the item's question. */
const MANDATORY = `
  SELECT staff_id AS "staffId" FROM booking_participant
  WHERE booking_id = $1 AND mandatory AND role NOT IN ('chair', 'minute_taker') ORDER BY staff_id`;

async function readMandatoryStaff(tx: Tx, bookingId: string, statement: ClosingStatement): Promise<MandatoryParticipant[]> {
  const mandatory = await tx.query<{ staffId: string }>(MANDATORY, [bookingId], 'closing-mandatory');
  const named = (statement.attendance?.staff ?? []).map((row) => row.substituteId).filter((id) => id !== undefined);
  const pairs = named.length === 0 ? [] : await readSubstitutes(tx, bookingId, named);
  return mandatory.map(({ staffId }) => ({
    staffId, substitutes: new Set(pairs.filter((pair) => pair.staffId === staffId).map((pair) => pair.substituteId)),
  }));
}

function readSubstitutes(tx: Tx, bookingId: string, named: readonly string[]): Promise<{ staffId: string; substituteId: string }[]> {
  return tx.query(SUBSTITUTES, [bookingId, named, tx.today], 'closing-substitutes');
}

async function readStaff(tx: Tx, ids: readonly string[]): Promise<Pick<ClosingFacts, 'knownStaff' | 'activeStaff'>> {
  const sql = 'SELECT id, deactivated_at IS NULL AS active FROM staff_member WHERE id = ANY ($1::uuid[])';
  const rows = await tx.query<{ id: string; active: boolean }>(sql, [ids], 'closing-staff');
  return {
    knownStaff: new Set(rows.map(({ id }) => id)),
    activeStaff: new Set(rows.filter(({ active }) => active).map(({ id }) => id)),
  };
}

function namedStaff(statement: ClosingStatement): string[] {
  const owners = [...(statement.actions ?? []), ...(statement.principledQuestions ?? [])].map(({ ownerId }) => ownerId);
  const present = (statement.attendance?.staff ?? []).flatMap(({ staffId, substituteId }) => [staffId, substituteId]);
  return [...owners, ...present, statement.coordinatorId].filter((id) => id !== undefined);
}

async function readIds(tx: Tx, sql: string, params: unknown[], name: string): Promise<Set<string>> {
  return new Set((await tx.query<{ id: string }>(sql, params, name)).map(({ id }) => id));
}
