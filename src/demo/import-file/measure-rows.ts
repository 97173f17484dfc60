import type { Faker } from '@faker-js/faker';
import { addDays, addYears, parseCalendarDate, type CalendarDate } from '../../platform/clock/calendar-date.js';
import type { FileOrganisation } from './file-organisation.js';
import type { FileRow } from './file-row.js';

export type Profile = 'placed' | 'supported' | 'disability' | 'education';

/** What brings the youths of a file to the municipality, and how often. */
export const PROFILES: { value: Profile; weight: number }[] = [
  { value: 'placed', weight: 28 },
  { value: 'supported', weight: 27 },
  { value: 'disability', weight: 27 },
  { value: 'education', weight: 18 },
];

/** From this day children's measures stand in barnets lov; those begun before keep their section of serviceloven. */
const BARNETS_LOV_FROM = parseCalendarDate('2024-01-01');

interface Measure {
  readonly title: string;
  readonly unit: keyof FileOrganisation;
  readonly law: readonly [act: string, section: string];
  readonly lawBefore2024?: readonly [act: string, section: string];
  /** Age at which it begins, in years. */
  readonly from: readonly [number, number];
  /** Ends with the 18th birthday. */
  readonly untilAdult?: boolean;
}

const FIRST: Readonly<Record<Profile, readonly Measure[]>> = {
  placed: [
    placement('Anbringelse i plejefamilie', '§ 46'),
    placement('Anbringelse på opholdssted', '§ 46'),
    placement('Anbringelse uden samtykke', '§ 47'),
  ],
  supported: [
    {
      title: 'Fast kontaktperson',
      unit: 'youth',
      law: ['barnets lov', '§ 32'],
      lawBefore2024: ['serviceloven', '§ 52'],
      from: [12, 16],
      untilAdult: true,
    },
    {
      title: 'Familiebehandling',
      unit: 'youth',
      law: ['barnets lov', '§ 32'],
      lawBefore2024: ['serviceloven', '§ 52'],
      from: [10, 15],
      untilAdult: true,
    },
  ],
  disability: [
    {
      title: 'Dækning af merudgifter',
      unit: 'disability',
      law: ['barnets lov', '§ 86'],
      lawBefore2024: ['serviceloven', '§ 41'],
      from: [3, 14],
      untilAdult: true,
    },
    {
      title: 'Tabt arbejdsfortjeneste',
      unit: 'disability',
      law: ['barnets lov', '§ 87'],
      lawBefore2024: ['serviceloven', '§ 42'],
      from: [3, 14],
      untilAdult: true,
    },
  ],
  education: [
    {
      title: 'Uddannelsesvejledning',
      unit: 'education',
      law: ['lov om kommunal indsats for unge', '§ 2 a'],
      from: [13, 14],
    },
    { title: 'Forberedelse til STU', unit: 'education', law: ['stu-loven', '§ 2'], from: [13, 14] },
  ],
};

const FURTHER: readonly Measure[] = [
  {
    title: 'Uddannelsesvejledning',
    unit: 'education',
    law: ['lov om kommunal indsats for unge', '§ 2 a'],
    from: [15, 16],
  },
  { title: 'Psykologisk rådgivning', unit: 'psychology', law: ['folkeskoleloven', '§ 3'], from: [10, 15] },
  { title: 'Mentor', unit: 'employment', law: ['lov om en aktiv beskæftigelsesindsats', '§ 167'], from: [18, 19] },
  { title: 'Socialpædagogisk støtte', unit: 'social', law: ['serviceloven', '§ 85'], from: [18, 20] },
  { title: 'Ungestøtte, fast kontaktperson', unit: 'youth', law: ['barnets lov', '§ 114'], from: [18, 18] },
];

/** One to three measures of a youth, all begun by `today`. */
export function measuresOf(
  faker: Faker,
  profile: Profile,
  birthDate: CalendarDate,
  today: CalendarDate,
  organisation: FileOrganisation,
): FileRow[] {
  const count = faker.helpers.weightedArrayElement([
    { value: 0, weight: 5 },
    { value: 1, weight: 3 },
    { value: 2, weight: 2 },
  ]);
  const further = faker.helpers
    .arrayElements(FURTHER, count)
    .map((measure) => ({ measure, startsOn: start(faker, measure, birthDate) }));
  const main = faker.helpers.arrayElement(FIRST[profile]);
  const mainStart = start(faker, main, birthDate);
  const begun = [{ measure: main, startsOn: mainStart < today ? mainStart : addDays(today, -30) }, ...further];
  return distinct(
    begun
      .filter(({ startsOn }) => startsOn <= today)
      .map(({ measure, startsOn }) => row(measure, startsOn, birthDate, organisation)),
  );
}

function start(faker: Faker, measure: Measure, birthDate: CalendarDate): CalendarDate {
  const years = faker.number.int({ min: measure.from[0], max: measure.from[1] });
  return addDays(addYears(birthDate, years), faker.number.int({ min: 0, max: 300 }));
}

function row(
  measure: Measure,
  startsOn: CalendarDate,
  birthDate: CalendarDate,
  organisation: FileOrganisation,
): FileRow {
  const [act, section] = startsOn < BARNETS_LOV_FROM && measure.lawBefore2024 ? measure.lawBefore2024 : measure.law;
  return {
    indsats: measure.title,
    indsats_enhed: organisation[measure.unit].unit,
    lov: act,
    paragraf: section,
    fra: startsOn,
    til: measure.untilAdult ? addDays(addYears(birthDate, 18), -1) : '',
  };
}

function placement(title: string, section: string): Measure {
  const lawBefore2024 = section === '§ 47' ? (['serviceloven', '§ 58'] as const) : (['serviceloven', '§ 52'] as const);
  return { title, unit: 'youth', law: ['barnets lov', section], lawBefore2024, from: [6, 15], untilAdult: true };
}

function distinct(rows: readonly FileRow[]): FileRow[] {
  const same = (row: FileRow): string => [row.indsats_enhed, row.lov, row.paragraf, row.fra].join('|');
  return rows.filter((row, at) => rows.findIndex((other) => same(other) === same(row)) === at);
}
