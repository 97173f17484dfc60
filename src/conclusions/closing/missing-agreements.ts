import type { FieldError } from '../../platform/errors/domain-error.js';
import type { AgreedAction, ClosingFacts, ClosingStatement } from './closing-statement.js';
import { wasDiscussed, youthAttended } from './missing-attendance.js';

/** At least one note of what was decided, unless nothing was talked about. */
export function missingDecisionNote(statement: ClosingStatement): FieldError[] {
  if (!wasDiscussed(statement) || (statement.decisions ?? []).some((decision) => decision.text?.trim())) return [];
  return [{ field: 'decisions', code: 'decision_note_missing', message: 'Skriv, hvad I blev enige om.' }];
}

/** Every given note has a text. */
export function faultyDecisions(statement: ClosingStatement): FieldError[] {
  return (statement.decisions ?? []).flatMap((decision, index) => {
    if (decision.text?.trim()) return [];
    return [{ field: `decisions.${index}.text`, code: 'text_missing', message: 'Skriv beslutningen, eller fjern linjen.' }];
  });
}

/** At least one action, or why there is none. */
export function missingAction(statement: ClosingStatement): FieldError[] {
  if ((statement.actions ?? []).length > 0 || statement.noActionsBecause?.trim()) return [];
  return [{ field: 'actions', code: 'action_missing', message: 'Skriv mindst én aftale med ansvarlig og dato, eller hvorfor der ingen er.' }];
}

/** When the youth was not there: an action to tell the youth. Outreach to the youth is such an action too. */
export function missingTellYouth(statement: ClosingStatement, facts: ClosingFacts): FieldError[] {
  if (facts.anonymous || youthAttended(statement, facts) !== false) return [];
  if ((statement.actions ?? []).some((action) => action.kind === 'tell_youth' || action.kind === 'outreach')) return [];
  return [{ field: 'actions', code: 'tell_youth_missing', message: 'Skriv, hvem der fortæller den unge om det, og hvornår.' }];
}

/** Every given action has a text, one owner who works here, and one date that is not before the item. */
export function faultyActions(statement: ClosingStatement, facts: ClosingFacts): FieldError[] {
  return (statement.actions ?? []).flatMap((action, index) => faultsOf(action, `actions.${index}`, facts));
}

/** At least two places to choose between, or the exception (STU-loven § 2 a). */
export function missingPlaces(statement: ClosingStatement): FieldError[] {
  if (!wasDiscussed(statement) || statement.fewerPlacesBecause?.trim()) return [];
  if ((statement.places ?? []).filter((place) => place.trim()).length >= 2) return [];
  return [{ field: 'places', code: 'two_places_missing', message: 'Skriv mindst to steder at vælge mellem, eller hvorfor der er færre.' }];
}

function faultsOf(action: AgreedAction, field: string, facts: ClosingFacts): FieldError[] {
  const faults: FieldError[] = [];
  const fault = (name: string, code: string, message: string) => faults.push({ field: `${field}.${name}`, code, message });
  if (!action.text?.trim()) fault('text', 'text_missing', 'Skriv, hvad der skal gøres.');
  if (action.ownerId === undefined) fault('ownerId', 'owner_missing', 'Vælg den ene, der er ansvarlig.');
  else if (!facts.activeStaff.has(action.ownerId)) fault('ownerId', 'owner_unknown', 'Vælg en ansvarlig, der er ansat.');
  if (action.dueOn === undefined) fault('dueOn', 'due_date_missing', 'Skriv, hvornår det skal være gjort.');
  else if (action.dueOn < facts.itemDate) fault('dueOn', 'due_before_item', 'Datoen ligger før mødet. Vælg en senere.');
  if (action.goalId !== undefined && !facts.goalIds.has(action.goalId)) fault('goalId', 'unknown_goal', 'Vælg et mål i den unges plan.');
  if (facts.anonymous && action.kind !== undefined && action.kind !== 'agreed') {
    fault('kind', 'no_youth', 'Punktet er uden navn. Skriv en almindelig aftale.');
  }
  return faults;
}
