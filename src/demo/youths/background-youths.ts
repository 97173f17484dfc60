import { birthday, ageOn } from '../../deadlines/rules/birthdays.js';
import { addDays, type CalendarDate } from '../../platform/clock/calendar-date.js';
import type { DemoCalendar } from '../demo-calendar.js';
import type { FileRow } from '../import-file/file-row.js';
import { type GeneratedYouth, generateYouths, type GenerationOptions } from '../import-file/youth-rows.js';
import type { FileOrganisation } from '../import-file/file-organisation.js';
import { emailOf } from '../organisation/staff.data.js';
import { UNITS } from '../organisation/units.data.js';
import type { Figure } from './demo-youth.js';
import { DEMO_YOUTH_LIST, DEMO_YOUTHS } from './demo-youths.js';
import { cprOf } from './demo-youth-rows.js';

const SEED = 1;
const POOL = 700;
/** The target group as the demo shows it, those with a part included. */
const TARGET_GROUP: Readonly<Record<Figure, number>> = { met: 33, planned: 14, without: 14 };
/** Of those without a meeting so many turn 18 within the view's 90 days, those with a part included. */
const SOON_18 = { youths: 3, days: 90 };
/** Youths outside the target group: not yet 16, grown up, or known to the guidance alone. */
const OTHERS = { younger: 28, grown_up: 56, guidance_only: 12 };
/** Gitte still coordinates so many, one of them with a part. */
const GITTES = 6;

const ORGANISATION: FileOrganisation = {
  youth: { unit: UNITS.ungeenhed.name, staffEmails: [emailOf('freja'), emailOf('asger'), emailOf('maja')] },
  disability: { unit: UNITS.handicap.name, staffEmails: [emailOf('bo'), emailOf('dicte')] },
  education: { unit: UNITS.uu.name, staffEmails: [emailOf('ulla'), emailOf('mads')] },
  social: { unit: UNITS.social.name, staffEmails: [emailOf('solvej')] },
  employment: { unit: UNITS.jobcenter.name, staffEmails: [emailOf('jonas')] },
  psychology: { unit: UNITS.ppr.name, staffEmails: [emailOf('pia')] },
};

/** How the generated file is made; the example file beside the demo is made the same way. */
export function generationOf({ secondFile }: DemoCalendar): Omit<GenerationOptions, 'youths'> {
  return { seed: SEED, today: secondFile, organisation: ORGANISATION };
}

/** A generated youth with all its lines; `figure` where it counts in the target group. */
export interface BackgroundYouth {
  readonly rows: readonly FileRow[];
  readonly figure: Figure | null;
}

/**
 * The generated youths behind those with a part, chosen from a long file in its order so that the figures of the target
 * group come out. Nobody sorts after Line, and nobody has the number of somebody with a part.
 */
export function backgroundYouths(calendar: DemoCalendar): BackgroundYouth[] {
  const wanted = new Wanted();
  const taken = new Set(DEMO_YOUTH_LIST.map(([name]) => cprOf(name, calendar)));
  const chosen: BackgroundYouth[] = [];
  for (const youth of generateYouths({ ...generationOf(calendar), youths: POOL })) {
    if (taken.has(youth.rows[0]?.cpr ?? '') || sortsLast(youth)) continue;
    const place = wanted.take(youth, calendar);
    if (place === null) continue;
    const meetings = meetingCells(place, calendar, chosen.length);
    chosen.push({ rows: youth.rows.map((row) => ({ ...row, ...meetings })), figure: figureOf(place) });
  }
  return withGittes(chosen);
}

type Place = Figure | 'soon_18' | keyof typeof OTHERS;

/** What is still to be found. */
class Wanted {
  private readonly left: Record<Place, number>;

  constructor() {
    const withPart = (figure: Figure): number => DEMO_YOUTH_LIST.filter(([, youth]) => youth.counts === figure).length;
    const soon = SOON_18.youths - 1;
    this.left = {
      met: TARGET_GROUP.met - withPart('met'), planned: TARGET_GROUP.planned - withPart('planned'),
      without: TARGET_GROUP.without - withPart('without') - soon, soon_18: soon, ...OTHERS,
    };
  }

  /** The first place that the youth fits and that is open. */
  take(youth: GeneratedYouth, { today }: DemoCalendar): Place | null {
    const place = placesOf(youth, today).find((each) => this.left[each] > 0) ?? null;
    if (place !== null) this.left[place] -= 1;
    return place;
  }
}

function placesOf({ birthDate, rows }: GeneratedYouth, today: CalendarDate): Place[] {
  const age = ageOn(birthDate, today);
  if (age < 16) return ['younger'];
  if (age >= 18) return ['grown_up'];
  const [{ afdeling, specialskole } = {}] = rows;
  if (afdeling === ORGANISATION.education.unit && specialskole !== 'ja') return ['guidance_only'];
  const soon = birthday(birthDate, 18) <= addDays(today, SOON_18.days);
  return soon ? ['soon_18', 'planned', 'met'] : ['without', 'planned', 'met'];
}

/** Those who do not count keep what the generator gave them. */
function meetingCells(place: Place, { today, secondFile }: DemoCalendar, index: number): FileRow {
  const nothing = { seneste_overgangsmoede: '', naeste_moede: '' };
  switch (place) {
    case 'met': return { ...nothing, seneste_overgangsmoede: addDays(secondFile, -(9 + ((index * 17) % 190))) };
    case 'planned': return { ...nothing, naeste_moede: addDays(today, 18 + ((index * 5) % 40)) };
    case 'without':
    case 'soon_18': return nothing;
    default: return {};
  }
}

function figureOf(place: Place): Figure | null {
  if (place === 'soon_18') return 'without';
  return place === 'met' || place === 'planned' || place === 'without' ? place : null;
}

function withGittes(youths: readonly BackgroundYouth[]): BackgroundYouth[] {
  const hers = DEMO_YOUTH_LIST.filter(([, youth]) => youth.coordinator === 'gitte').length;
  const wanted = youths
    .filter(({ rows: [row] }, at) => at > 1 && row?.afdeling === ORGANISATION.youth.unit && row.koordinator_email !== '')
    .slice(0, GITTES - hers);
  return youths.map((youth) => {
    if (!wanted.includes(youth)) return youth;
    return { ...youth, rows: youth.rows.map((row) => ({ ...row, koordinator_email: emailOf('gitte') })) };
  });
}

const DANISH = new Intl.Collator('da');

function sortsLast({ rows: [row] }: GeneratedYouth): boolean {
  return DANISH.compare(row?.efternavn ?? '', DEMO_YOUTHS.line.name.slice('Line '.length)) >= 0;
}
