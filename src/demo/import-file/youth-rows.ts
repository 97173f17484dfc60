import { Faker, base, da } from '@faker-js/faker';
import {
  addDays,
  addYears,
  dateParts,
  daysBetween,
  type CalendarDate,
} from '../../platform/clock/calendar-date.js';
import type { FileOrganisation } from './file-organisation.js';
import type { FileRow } from './file-row.js';
import { measuresOf, PROFILES, type Profile } from './measure-rows.js';

export interface GeneratedYouth {
  readonly birthDate: CalendarDate;
  /** All lines of the youth, one a measure. */
  readonly rows: readonly FileRow[];
}

export interface GenerationOptions {
  readonly youths: number;
  readonly seed: number;
  readonly today: CalendarDate;
  readonly organisation: FileOrganisation;
}

/**
 * Invented youths of 14 to 24 years, the same for the same seed and day. Surnames are made up; the numbers are
 * replacement numbers (day + 60, seventh digit 4-9), which CPR never gives to anybody.
 */
export function generateYouths({ youths, seed, today, organisation }: GenerationOptions): GeneratedYouth[] {
  const faker = new Faker({ locale: [da, base], seed });
  const taken = new Set<string>();
  return Array.from({ length: youths }, () => youth(faker, today, organisation, taken));
}

const AGES = [
  { value: 14, weight: 6 },
  { value: 15, weight: 12 },
  { value: 16, weight: 20 },
  { value: 17, weight: 24 },
  { value: 18, weight: 14 },
  { value: 19, weight: 8 },
  { value: 20, weight: 5 },
  { value: 21, weight: 4 },
  { value: 22, weight: 4 },
  { value: 23, weight: 2 },
  { value: 24, weight: 1 },
];
const SURNAME_BEGINNINGS = [
  'Birke',
  'Lynge',
  'Ravn',
  'Vester',
  'Dam',
  'Kilde',
  'Mose',
  'Sølv',
  'Tjørne',
  'Ager',
  'Åkær',
  'Hede',
  'Enge',
  'Grøn',
  'Høj',
  'Lærke',
  'Nøkke',
  'Ørne',
  'Pile',
  'Rør',
  'Skov',
  'Strand',
  'Ulve',
  'Æble',
  'Kær',
  'Bøge',
  'Elle',
  'Frø',
];
const SURNAME_ENDINGS = [
  'holt',
  'vang',
  'gaard',
  'lund',
  'bjerg',
  'bæk',
  'toft',
  'strøm',
  'mark',
  'dal',
  'høj',
  'krog',
  'ris',
  'å',
  'sø',
  'rød',
];
const SCHOOLS = ['Møllebakkeskolen', 'Nørremarksskolen', 'Åskolen', 'Sønderhøj Skole', 'Lyngskolen', 'Kærskolen'];
const SPECIAL_SCHOOLS = ['Engskolen A-klasse', 'Skovbrynsskolen', 'Ørnedalsskolen'];
const OTHER_MUNICIPALITIES = ['Sønderådal Kommune', 'Vesterhede Kommune', 'Østkær Kommune'];

function youth(faker: Faker, today: CalendarDate, organisation: FileOrganisation, taken: Set<string>): GeneratedYouth {
  const birthDate = randomBirthDate(faker, today);
  const profile = faker.helpers.weightedArrayElement(PROFILES);
  const facts = {
    cpr: replacementCpr(faker, birthDate, taken),
    fornavn: faker.person.firstName(),
    efternavn: `${faker.helpers.arrayElement(SURNAME_BEGINNINGS)}${faker.helpers.arrayElement(SURNAME_ENDINGS)}`,
    foedselsdato: birthDate,
    ...homeUnit(faker, profile, organisation),
    ...schooling(faker, profile, age(birthDate, today)),
    ...meetings(faker, birthDate, today),
    beskyttet: faker.datatype.boolean(0.02) ? 'ja' : 'nej',
    handlekommune: faker.datatype.boolean(0.03) ? faker.helpers.arrayElement(OTHER_MUNICIPALITIES) : '',
  };
  const measures = measuresOf(faker, profile, birthDate, today, organisation);
  return { birthDate, rows: measures.map((measure) => ({ ...facts, ...measure })) };
}

function randomBirthDate(faker: Faker, today: CalendarDate): CalendarDate {
  const years = faker.helpers.weightedArrayElement(AGES);
  const youngest = addYears(today, -years);
  return addDays(youngest, -faker.number.int({ min: 0, max: daysBetween(addYears(today, -years - 1), youngest) - 1 }));
}

function replacementCpr(faker: Faker, birthDate: CalendarDate, taken: Set<string>): string {
  const { year, month, day } = dateParts(birthDate);
  const date = [day + 60, month, year % 100].map((part) => String(part).padStart(2, '0')).join('');
  for (;;) {
    const seventh = faker.helpers.arrayElement(year < 2000 ? [4, 9] : [4, 5, 6, 7, 8, 9]);
    const cpr = `${date}-${seventh}${faker.string.numeric(3)}`;
    if (taken.has(cpr)) continue;
    taken.add(cpr);
    return cpr;
  }
}

function homeUnit(faker: Faker, profile: Profile, organisation: FileOrganisation): FileRow {
  const home = organisation[profile === 'disability' ? 'disability' : profile === 'education' ? 'education' : 'youth'];
  const coordinated = home.staffEmails.length > 0 && faker.datatype.boolean(0.85);
  return { afdeling: home.unit, koordinator_email: coordinated ? faker.helpers.arrayElement(home.staffEmails) : '' };
}

function schooling(faker: Faker, profile: Profile, years: number): FileRow {
  if (years > 17) return { specialskole: 'nej' };
  const special = faker.datatype.boolean(profile === 'disability' ? 0.6 : 0.06);
  const grade = years > 16 ? '' : String(Math.min(10, years - 7 + faker.number.int({ min: 0, max: 1 })));
  return {
    skole: faker.helpers.arrayElement(special ? SPECIAL_SCHOOLS : SCHOOLS),
    klassetrin: grade,
    specialskole: special ? 'ja' : 'nej',
  };
}

function meetings(faker: Faker, birthDate: CalendarDate, today: CalendarDate): FileRow {
  const latest = addDays(addYears(birthDate, 16), faker.number.int({ min: 60, max: 540 }));
  const met = latest < today && faker.datatype.boolean(0.55);
  const next = faker.datatype.boolean(0.08) ? addDays(today, faker.number.int({ min: 3, max: 60 })) : '';
  return { seneste_overgangsmoede: met ? latest : '', naeste_moede: next };
}

function age(birthDate: CalendarDate, today: CalendarDate): number {
  const years = dateParts(today).year - dateParts(birthDate).year;
  return addYears(birthDate, years) <= today ? years : years - 1;
}
