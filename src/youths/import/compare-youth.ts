import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { YouthStatus } from '../youth-status.js';
import type { KnownMeasure, KnownYouth } from './known-youths.js';
import { measureKey, type ImportedYouth } from './merge-lines.js';
import type { ImportedMeasure } from './youth-line.js';

/** What an import changes on a known youth; null leaves a field as it is. */
export interface YouthChange {
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly departmentId: string | null;
  readonly school: string | null;
  readonly schoolGrade: string | null;
  readonly specialSchool: boolean | null;
  readonly protected: boolean | null;
  readonly actingMunicipality: string | null;
  readonly previousTransitionMeetingOn: CalendarDate | null;
  readonly nextMeetingOn: CalendarDate | null;
  readonly status: YouthStatus | null;
}

/** A known measure with another end or title than before. */
export interface MeasureChange extends KnownMeasure {
  /** It had an end and now has none. */
  readonly reopened: boolean;
}

const COMPARED = [
  'school',
  'schoolGrade',
  'specialSchool',
  'protected',
  'actingMunicipality',
  'previousTransitionMeetingOn',
  'nextMeetingOn',
] as const;

/**
 * What the file tells that is not there yet, or null. Empty cells tell nothing. The birth date is left alone: in a file
 * it always agrees with the CPR number, so where the kept one differs a person has corrected it.
 */
export function youthChange(known: KnownYouth, told: ImportedYouth, today: CalendarDate): YouthChange | null {
  const facts = Object.fromEntries(COMPARED.map((name) => [name, other(known[name], told.facts[name])]));
  const status = importedStatus(told, today);
  const change = {
    firstName: other(known.firstName, told.firstName),
    lastName: other(known.lastName, told.lastName),
    departmentId: other(known.departmentId, told.departmentId),
    ...facts,
    status: known.status === 'not_planned' ? other(known.status, status) : null,
  } as YouthChange;
  return Object.values(change).some((value) => value !== null) ? change : null;
}

/** The measures that are new, and those whose end or title the file tells differently. A missing line ends nothing. */
export function measureChanges(
  known: readonly KnownMeasure[],
  told: readonly ImportedMeasure[],
): { added: ImportedMeasure[]; changed: MeasureChange[] } {
  const byKey = new Map(known.map((measure) => [measureKey(measure), measure]));
  const added = told.filter((measure) => !byKey.has(measureKey(measure)));
  const changed = told.flatMap((measure) => {
    const before = byKey.get(measureKey(measure));
    if (!before || (before.endsOn === measure.endsOn && before.title === measure.title)) return [];
    return [
      {
        ...before,
        title: measure.title,
        endsOn: measure.endsOn,
        reopened: before.endsOn !== null && measure.endsOn === null,
      },
    ];
  });
  return { added, changed };
}

/** Where a youth stands who is first told of by a file: a meeting to come, a meeting held, or neither. */
export function importedStatus({ facts }: Pick<ImportedYouth, 'facts'>, today: CalendarDate): YouthStatus {
  if (facts.nextMeetingOn !== null && facts.nextMeetingOn >= today) return 'planned';
  return facts.previousTransitionMeetingOn === null ? 'not_planned' : 'met';
}

function other<T>(known: T | null, told: T | null): T | null {
  return told === known ? null : told;
}
