import type { FieldError } from '../../platform/errors/domain-error.js';
import type { ClosingNeed } from '../../referrals/types/referral-type-definition.js';
import type { ClosingFacts, ClosingStatement } from './closing-statement.js';
import {
  faultyActions, faultyDecisions, missingAction, missingDecisionNote, missingPlaces, missingTellYouth,
} from './missing-agreements.js';
import { missingAbsenceAnswer, missingAttendance, missingYouthView, unknownPeople } from './missing-attendance.js';
import { namesSomebody } from './names-somebody.js';

type Check = (statement: ClosingStatement, facts: ClosingFacts) => FieldError[];

const CHECKS: Readonly<Record<ClosingNeed, Check>> = {
  outcome: missingOutcome,
  attendance: missingAttendance,
  decision_note: missingDecisionNote,
  action: missingAction,
  coordinator: missingCoordinator,
  next: missingNext,
  tell_youth: missingTellYouth,
  youth_view: missingYouthView,
  two_places: missingPlaces,
};

/**
 * Everything that stands between an item and its closing, one row per thing: field, code, sentence; empty when it can close.
 * What is needed is data of the referral's type; what is given is checked whether needed or not. Evaluation is never asked for.
 */
export function missingForClosing(statement: ClosingStatement, facts: ClosingFacts): FieldError[] {
  const needed = facts.needs.flatMap((need) => CHECKS[need](statement, facts));
  return [
    ...needed,
    ...unknownPeople(statement, facts),
    ...missingAbsenceAnswer(statement),
    ...faultyDecisions(statement),
    ...faultyActions(statement, facts),
    ...faultyCoordinator(statement, facts),
    ...faultyNext(statement, facts),
    ...faultyQuestions(statement, facts),
  ];
}

function missingOutcome({ outcome }: ClosingStatement, facts: ClosingFacts): FieldError[] {
  if (outcome === undefined) return [{ field: 'outcome', code: 'outcome_missing', message: 'Vælg, hvad punktet endte med.' }];
  if ((facts.outcomes as readonly string[]).includes(outcome)) return [];
  return [{ field: 'outcome', code: 'outcome_not_allowed', message: 'Det kan et punkt af denne type ikke ende med. Vælg et andet.' }];
}

function missingCoordinator({ coordinatorId }: ClosingStatement, facts: ClosingFacts): FieldError[] {
  if (facts.anonymous || coordinatorId !== undefined) return [];
  return [{ field: 'coordinatorId', code: 'coordinator_missing', message: 'Vælg den koordinerende sagsbehandler.' }];
}

function faultyCoordinator({ coordinatorId }: ClosingStatement, facts: ClosingFacts): FieldError[] {
  if (coordinatorId === undefined || facts.activeStaff.has(coordinatorId)) return [];
  return [{ field: 'coordinatorId', code: 'coordinator_unknown', message: 'Vælg en sagsbehandler, der er ansat.' }];
}

function missingNext(statement: ClosingStatement): FieldError[] {
  const { slotId, checkOn, closedBecause } = statement.next ?? {};
  if (slotId !== undefined || checkOn !== undefined || closedBecause?.trim()) return [];
  const message = 'Vælg den næste tid, en dato hvor aftalerne tjekkes, eller skriv, hvorfor punktet er afsluttet.';
  return [{ field: 'next', code: 'next_missing', message }];
}

function faultyNext(statement: ClosingStatement, facts: ClosingFacts): FieldError[] {
  const { slotId, checkOn, closedBecause } = statement.next ?? {};
  const chosen = [slotId, checkOn, closedBecause].filter((step) => step !== undefined);
  if (chosen.length > 1) return [{ field: 'next', code: 'next_ambiguous', message: 'Vælg kun én ting som det næste.' }];
  if (checkOn === undefined) return [];
  if (facts.anonymous) return [{ field: 'next.checkOn', code: 'no_youth', message: 'Punktet er uden navn. Vælg en tid, eller skriv, hvorfor det er afsluttet.' }];
  if (checkOn > facts.today) return [];
  return [{ field: 'next.checkOn', code: 'check_not_ahead', message: 'Vælg en dato efter i dag.' }];
}

function faultyQuestions(statement: ClosingStatement, facts: ClosingFacts): FieldError[] {
  return (statement.principledQuestions ?? []).flatMap((question, index) => {
    const field = `principledQuestions.${index}`;
    const faults: FieldError[] = [];
    if (!question.text?.trim()) faults.push({ field: `${field}.text`, code: 'text_missing', message: 'Skriv spørgsmålet.' });
    else if (namesSomebody(question.text, facts.youthNames)) {
      faults.push({ field: `${field}.text`, code: 'not_anonymous', message: 'Skriv spørgsmålet uden navn og CPR-nummer.' });
    }
    if (question.ownerId === undefined || !facts.activeStaff.has(question.ownerId)) {
      faults.push({ field: `${field}.ownerId`, code: 'owner_missing', message: 'Vælg den ene, der finder svaret.' });
    }
    return faults;
  });
}
