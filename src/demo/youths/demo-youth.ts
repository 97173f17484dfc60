import {
  addDays, addMonths, addYears, calendarDate, type CalendarDate, dateParts, isLeapYear,
} from '../../platform/clock/calendar-date.js';
import type { DemoCalendar } from '../demo-calendar.js';
import type { StaffName } from '../organisation/staff.data.js';
import type { UnitCode } from '../organisation/units.data.js';

/** A birth date told by an age; counted from the day of the first start. */
export type Born = (calendar: DemoCalendar) => CalendarDate;

export interface DemoMeasure {
  readonly title: string;
  /** The youth's own unit unless told otherwise. */
  readonly unit?: UnitCode;
  readonly law: readonly [act: string, section: string];
  /** Age in years and months at which it began; it ends the day before the 18th birthday where `untilAdult`. */
  readonly since: readonly [years: number, months: number];
  readonly untilAdult?: boolean;
}

/** Where a youth counts in the figures of the target group: youths of 16 and 17 who belong at a transition meeting. */
export type Figure = 'met' | 'planned' | 'without';

/** An invented youth who has a part in the demo. */
export interface DemoYouth {
  readonly name: string;
  readonly born: Born;
  readonly unit: UnitCode;
  readonly coordinator?: StaffName;
  readonly measures: readonly DemoMeasure[];
  readonly school?: readonly [name: string, grade: string];
  readonly specialSchool?: true;
  readonly protected?: true;
  readonly actingMunicipality?: string;
  /** Days before the first start on which the last transition meeting was held, as the file tells. */
  readonly metDaysAgo?: number;
  /** With the first, small file, with everybody's, or entered by hand later. */
  readonly came: 'first_file' | 'second_file' | 'by_hand';
  readonly counts?: Figure;
}

/** So old on the day of the first start. */
export function aged(years: number, months: number, days = 0): Born {
  return ({ today }) => addDays(addMonths(today, -(12 * years + months)), -days);
}

/** Reaches an age in so many days; a negative number is days ago. */
export function reaches(years: number, months: number, inDays: number): Born {
  return ({ today }) => addMonths(addDays(today, inDays), -(12 * years + months));
}

/** Turns 17 so many days after the K-møde that is left out. */
export function turns17InTheGap(days: number): Born {
  return ({ skipped }) => addYears(addDays(skipped, days), -17);
}

/** The latest 29 February on which somebody of 15 or more can have been born. */
export const bornOnLeapDay: Born = ({ today }) => {
  let { year } = dateParts(addYears(today, -15));
  while (!isLeapYear(year) || addYears(calendarDate(year, 2, 29), 15) > today) year -= 1;
  return calendarDate(year, 2, 29);
};
