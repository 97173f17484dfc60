import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { MilestoneKind } from './milestone-kinds.js';
import type { TargetGroup } from './target-groups.js';

/** A measure as the rules need it. */
export interface MeasureFact {
  title: string;
  act: string;
  section: string;
  departmentKind: string;
  startsOn: CalendarDate;
  endsOn: CalendarDate | null;
}

/** A recorded milestone. Lists of them are in the order of recording. */
export interface MilestoneFact {
  id: string;
  kind: MilestoneKind;
  occurredOn: CalendarDate;
}

/** A caseworker's word on whether the youth belongs to a group; it wins over the table. */
export interface AssessmentFact {
  targetGroup: TargetGroup;
  belongs: boolean;
}

/** All that the due dates of one youth depend on. */
export interface YouthFacts {
  youthId: string;
  birthDate: CalendarDate;
  /** First day the youth was known in this program. */
  knownSince: CalendarDate;
  departmentKind: string;
  specialSchool: boolean;
  protectedSince: CalendarDate | null;
  /** The work with the youth is over: nothing more falls due. */
  ended: boolean;
  measures: readonly MeasureFact[];
  milestones: readonly MilestoneFact[];
  assessments: readonly AssessmentFact[];
}
