import { newId } from '../../platform/database/ids.js';
import { staffIdOf } from '../../platform/database/actor.js';
import type { Tx } from '../../platform/database/tx.js';
import type { OutcomeCode } from '../../referrals/types/referral-type-definition.js';
import { Attendance } from './attendance.entity.js';
import type { ClosingStatement, Decision } from './closing-statement.js';
import type { NextKind } from './closing-codes.js';
import { Conclusion } from './conclusion.entity.js';
import { DecisionNote } from './decision-note.entity.js';
import type { ItemToConclude } from './item-to-conclude.js';

export interface Settled {
  readonly youthAttended: boolean;
  readonly nextBookingId: string | null;
}

/** Writes the conclusion with its attendance and decision notes, from a statement that lacks nothing. */
export async function writeConclusion(tx: Tx, item: ItemToConclude, statement: ClosingStatement, settled: Settled): Promise<Conclusion> {
  const conclusion = Object.assign(new Conclusion(), {
    id: newId(), bookingId: item.booking.id, youthId: item.booking.youthId, outcome: statement.outcome as OutcomeCode,
    ...youthColumns(item, statement, settled),
    noActionsBecause: textOrNull(statement.noActionsBecause), places: placesOf(statement), fewerPlacesBecause: textOrNull(statement.fewerPlacesBecause),
    coordinatorId: statement.coordinatorId ?? null, ...nextColumns(statement, settled), evaluation: statement.evaluation ?? null,
    minutesState: 'draft' as const, concludedBy: staffIdOf(tx.actor), concludedAt: tx.now, approvedBy: null, approvedAt: null, minutes: null, version: 1,
  });
  await tx.save(conclusion);
  await writeAttendance(tx, conclusion.id, statement);
  await writeDecisions(tx, conclusion.id, statement.decisions ?? []);
  return conclusion;
}

/** Puts decision notes under a conclusion, in their order. */
export async function writeDecisions(tx: Tx, conclusionId: string, decisions: readonly Decision[]): Promise<void> {
  const rows = decisions.map(({ text, area, formalDecision }, position) => ({
    id: newId(), conclusionId, position, text: text?.trim() ?? '', area: textOrNull(area),
    formalDecisionOn: formalDecision?.decidedOn ?? null, formalDecisionUnit: textOrNull(formalDecision?.unit),
    formalDecisionReference: textOrNull(formalDecision?.reference),
  }));
  if (rows.length > 0) await tx.manager.insert(DecisionNote, rows);
}

async function writeAttendance(tx: Tx, conclusionId: string, { attendance }: ClosingStatement): Promise<void> {
  const staff = (attendance?.staff ?? []).map(({ staffId, present, substituteId, absentReason }) => ({
    id: newId(), conclusionId, staffId, guestId: null, present,
    substituteId: present ? null : (substituteId ?? null), absentReason: present ? null : textOrNull(absentReason),
  }));
  const guests = (attendance?.guests ?? []).map(({ guestId, present }) => ({
    id: newId(), conclusionId, staffId: null, guestId, present, substituteId: null, absentReason: null,
  }));
  if (staff.length + guests.length > 0) await tx.manager.insert(Attendance, [...staff, ...guests]);
}

function youthColumns({ referral }: ItemToConclude, statement: ClosingStatement, { youthAttended }: Settled): Partial<Conclusion> {
  const youth = statement.attendance?.youth;
  const away = !youthAttended && referral.youthId !== null;
  return {
    youthAttended,
    youthAbsentReason: away ? (youth?.reason ?? referral.withoutYouthReason) : null,
    youthAbsentNote: away ? (textOrNull(youth?.note) ?? referral.withoutYouthNote) : null,
    youthView: away ? (youth?.view ?? null) : null,
    absenceAnswer: statement.whenAbsent?.then ?? null,
    absenceAnswerReason: textOrNull(statement.whenAbsent?.reason),
  };
}

function nextColumns({ next }: ClosingStatement, { nextBookingId }: Settled): Partial<Conclusion> {
  const nextKind: NextKind = nextBookingId !== null ? 'slot' : next?.checkOn !== undefined ? 'check' : 'closed';
  return { nextKind, nextBookingId, closedBecause: nextKind === 'closed' ? (next?.closedBecause?.trim() ?? '') : null };
}

function placesOf({ places = [] }: ClosingStatement): string[] | null {
  const named = places.map((place) => place.trim()).filter((place) => place !== '');
  return named.length > 0 ? named : null;
}

function textOrNull(text: string | null | undefined): string | null {
  return text?.trim() || null;
}
