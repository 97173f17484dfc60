import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { Cpr } from '../cpr/cpr.js';

/** A measure as a line tells it; youth, department, act, section and start make it the same measure. */
export interface ImportedMeasure {
  departmentId: string;
  title: string;
  act: string;
  section: string;
  startsOn: CalendarDate;
  endsOn: CalendarDate | null;
}

/** What a youth's lines tell beside name and CPR. null: the cell was empty, which changes nothing. */
export interface ImportedFacts {
  coordinatorId: string | null;
  school: string | null;
  schoolGrade: string | null;
  specialSchool: boolean | null;
  protected: boolean | null;
  actingMunicipality: string | null;
  previousTransitionMeetingOn: CalendarDate | null;
  nextMeetingOn: CalendarDate | null;
}

/** Who a line speaks of: enough to see whether two lines of one CPR agree. */
export interface LineIdentity {
  line: number;
  cpr: Cpr;
  firstName: string;
  lastName: string;
  birthDate: CalendarDate;
}

/** A line of the file in which every cell is right. */
export interface YouthLine extends LineIdentity {
  departmentId: string;
  facts: ImportedFacts;
  measure: ImportedMeasure | null;
}
