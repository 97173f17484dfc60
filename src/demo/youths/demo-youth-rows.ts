import { addDays, addMonths, addYears, type CalendarDate, dateParts, parseCalendarDate } from '../../platform/clock/calendar-date.js';
import type { DemoCalendar } from '../demo-calendar.js';
import type { FileRow } from '../import-file/file-row.js';
import { emailOf } from '../organisation/staff.data.js';
import type { DemoMeasure, DemoYouth } from './demo-youth.js';
import { DEMO_YOUTH_LIST, DEMO_YOUTHS, type YouthName } from './demo-youths.js';

const FIRST_SERIAL = 4_007;
const SERIAL_STEP = 131;
const BARNETS_LOV_BEGINS = parseCalendarDate('2024-01-01');
/** Sections of serviceloven by those of barnets lov. */
const BEFORE_BARNETS_LOV: Readonly<Record<string, string>> = {
  '§ 46': '§ 52', '§ 32': '§ 52', '§ 86': '§ 41', '§ 87': '§ 42', '§ 114': '§ 76',
};

/** The replacement number of somebody with a part (day + 60, seventh digit 4-9): CPR never gives it to anybody. */
export function cprOf(name: YouthName, calendar: DemoCalendar): string {
  const { year, month, day } = dateParts(DEMO_YOUTHS[name].born(calendar));
  const place = DEMO_YOUTH_LIST.findIndex(([other]) => other === name);
  return `${[day + 60, month, year % 100].map((part) => String(part).padStart(2, '0')).join('')}-${FIRST_SERIAL + SERIAL_STEP * place}`;
}

/** The lines of those who came with a file, one a measure. */
export function rowsOf(came: DemoYouth['came'], calendar: DemoCalendar): FileRow[] {
  return DEMO_YOUTH_LIST.filter(([, youth]) => youth.came === came).flatMap(([name, youth]) => {
    const facts = factsOf(name, youth, calendar);
    return youth.measures.map((measure) => ({ ...facts, ...measureCells(youth, measure, youth.born(calendar)) }));
  });
}

/** First and last name; the last word is the last name. */
export function nameParts(name: string): { firstName: string; lastName: string } {
  const at = name.lastIndexOf(' ');
  return { firstName: name.slice(0, at), lastName: name.slice(at + 1) };
}

interface MeasureDates {
  readonly startsOn: CalendarDate;
  /** Its last day, where it ends with the youth's majority. */
  readonly endsOn: CalendarDate | null;
}

/** When a measure of somebody born on a day runs. */
export function measureDates({ since: [years, months], untilAdult }: DemoMeasure, born: CalendarDate): MeasureDates {
  return { startsOn: addMonths(born, 12 * years + months), endsOn: untilAdult ? addDays(addYears(born, 18), -1) : null };
}

function factsOf(name: YouthName, youth: DemoYouth, calendar: DemoCalendar): FileRow {
  const { firstName, lastName } = nameParts(youth.name);
  const [school = '', grade = ''] = youth.school ?? [];
  return {
    cpr: cprOf(name, calendar), fornavn: firstName, efternavn: lastName, foedselsdato: youth.born(calendar), afdeling: youth.unit,
    koordinator_email: youth.coordinator === undefined ? '' : emailOf(youth.coordinator), skole: school, klassetrin: grade,
    specialskole: youth.specialSchool ? 'ja' : 'nej', beskyttet: youth.protected ? 'ja' : 'nej',
    handlekommune: youth.actingMunicipality ?? '',
    seneste_overgangsmoede: youth.metDaysAgo === undefined ? '' : addDays(calendar.today, -youth.metDaysAgo),
  };
}

/** Before barnets lov came into force the same measures stood in serviceloven. */
function lawOn(startsOn: CalendarDate, [act, section]: DemoMeasure['law']): readonly [act: string, section: string] {
  const before = act === 'barnets lov' && startsOn < BARNETS_LOV_BEGINS ? BEFORE_BARNETS_LOV[section] : undefined;
  return before === undefined ? [act, section] : ['serviceloven', before];
}

function measureCells(youth: DemoYouth, measure: DemoMeasure, born: CalendarDate): FileRow {
  const { startsOn, endsOn } = measureDates(measure, born);
  const [act, section] = lawOn(startsOn, measure.law);
  const unit = measure.unit ?? youth.unit;
  return { indsats: measure.title, indsats_enhed: unit, lov: act, paragraf: section, fra: startsOn, til: endsOn ?? '' };
}
