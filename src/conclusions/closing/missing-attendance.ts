import type { FieldError } from '../../platform/errors/domain-error.js';
import type { ClosingFacts, ClosingStatement, MandatoryParticipant } from './closing-statement.js';

export const YOUTH_DID_NOT_COME = 'youth_did_not_come';

/** Whether the youth took part; null while nobody has said. An anonymous item has no youth to come. */
export function youthAttended(statement: ClosingStatement, facts: Pick<ClosingFacts, 'anonymous' | 'plannedWithoutYouth'>): boolean | null {
  if (facts.anonymous) return false;
  return statement.attendance?.youth?.present ?? (facts.plannedWithoutYouth ? false : null);
}

/** True when something was talked about: not when the youth stayed away and only a new time or outreach followed. */
export function wasDiscussed(statement: ClosingStatement): boolean {
  return statement.outcome !== YOUTH_DID_NOT_COME || statement.whenAbsent?.then === 'sparring';
}

/**
 * What is missing about who was there. The municipality's own take part or send a substitute with the same power to decide
 * (TULU-rapporten 2016: møderne er en skal-opgave); where nobody came, the reason is written down.
 */
export function missingAttendance(statement: ClosingStatement, facts: ClosingFacts): FieldError[] {
  return [
    ...facts.mandatoryStaff.flatMap((participant) => missingForParticipant(participant, statement)),
    ...(facts.anonymous ? [] : missingForYouth(statement, facts)),
  ];
}

/** How the youth's own view was brought in, when the youth was not there and something was talked about. */
export function missingYouthView(statement: ClosingStatement, facts: ClosingFacts): FieldError[] {
  if (facts.anonymous || youthAttended(statement, facts) !== false || !wasDiscussed(statement)) return [];
  if (statement.attendance?.youth?.view !== undefined) return [];
  return [{ field: 'attendance.youth.view', code: 'youth_view_missing', message: 'Vælg, hvordan den unges egen mening kom med.' }];
}

/** The youth stayed away: what follows must be said, with what it needs. */
export function missingAbsenceAnswer(statement: ClosingStatement): FieldError[] {
  if (statement.outcome !== YOUTH_DID_NOT_COME) return [];
  const { then, reason } = statement.whenAbsent ?? {};
  if (then === undefined) {
    return [{ field: 'whenAbsent.then', code: 'absence_answer_missing', message: 'Vælg, hvad der nu skal ske: ny tid, sparring eller opsøgende indsats.' }];
  }
  if (then === 'sparring' && !reason?.trim()) {
    return [{ field: 'whenAbsent.reason', code: 'sparring_reason_missing', message: 'Skriv, hvorfor I brugte tiden til sparring uden den unge.' }];
  }
  if (then === 'rebook' && statement.next?.slotId === undefined) {
    return [{ field: 'next.slotId', code: 'new_time_missing', message: 'Vælg den nye tid til den unge.' }];
  }
  if (then === 'outreach' && !(statement.actions ?? []).some((action) => action.kind === 'outreach')) {
    return [{ field: 'actions', code: 'outreach_missing', message: 'Skriv, hvem der opsøger den unge og hvornår (serviceloven § 99).' }];
  }
  return [];
}

function missingForParticipant({ staffId, substitutes }: MandatoryParticipant, statement: ClosingStatement): FieldError[] {
  const field = `attendance.staff.${staffId}`;
  const said = statement.attendance?.staff?.find((row) => row.staffId === staffId);
  if (said === undefined) return [{ field, code: 'attendance_missing', message: 'Skriv, om personen var med.' }];
  if (said.present || said.absentReason?.trim()) return [];
  if (said.substituteId === undefined) {
    return [{ field, code: 'substitute_missing', message: 'Vælg en stedfortræder, eller skriv, hvorfor ingen kom for området.' }];
  }
  if (substitutes.has(said.substituteId)) return [];
  const message = 'Stedfortræderen skal kunne beslutte det samme. Vælg en anden, eller skriv, hvorfor ingen anden kom.';
  return [{ field, code: 'substitute_without_power', message }];
}

/** Everybody named is somebody: staff of the municipality, and guests who were invited to the item. */
export function unknownPeople(statement: ClosingStatement, facts: ClosingFacts): FieldError[] {
  const staff = (statement.attendance?.staff ?? []).flatMap(({ staffId, substituteId }, index) => {
    if (facts.knownStaff.has(staffId) && (substituteId === undefined || facts.knownStaff.has(substituteId))) return [];
    return [{ field: `attendance.staff.${index}`, code: 'unknown_staff', message: 'Vælg en medarbejder, der findes.' }];
  });
  const guests = (statement.attendance?.guests ?? []).flatMap(({ guestId }, index) => {
    if (facts.guestIds.has(guestId)) return [];
    return [{ field: `attendance.guests.${index}.guestId`, code: 'unknown_guest', message: 'Vælg en, der er inviteret til punktet.' }];
  });
  return [...staff, ...guests];
}

function missingForYouth(statement: ClosingStatement, facts: ClosingFacts): FieldError[] {
  const youth = statement.attendance?.youth;
  const attended = youthAttended(statement, facts);
  if (attended === null) return [{ field: 'attendance.youth', code: 'youth_attendance_missing', message: 'Skriv, om den unge var med.' }];
  if (attended && statement.outcome === YOUTH_DID_NOT_COME) {
    return [{ field: 'outcome', code: 'youth_was_there', message: 'Den unge var med. Vælg et andet resultat, eller ret deltagelsen.' }];
  }
  if (attended || facts.plannedWithoutYouth || youth?.reason !== undefined) return [];
  return [{ field: 'attendance.youth.reason', code: 'youth_reason_missing', message: 'Vælg, hvorfor den unge ikke var med.' }];
}
