import { type CalendarDate, parseCalendarDate } from '../platform/clock/calendar-date.js';
import type { GoalTopic } from './plan-codes.js';

/** The sentences of the plan in plain language. Words in braces are filled in. */
export interface PlainPlanTexts {
  /** First day on which a plan is written with these. */
  readonly validFrom: CalendarDate;
  readonly title: string;
  readonly introduction: readonly string[];
  readonly contact: string;
  readonly contactPhone: string;
  readonly noContact: string;
  readonly goals: string;
  readonly noGoals: string;
  readonly topics: Readonly<Record<GoalTopic, string>>;
  readonly ownWords: string;
  readonly noAction: string;
  readonly action: string;
  readonly due: string;
  readonly overdue: string;
  readonly done: string;
  readonly otherActions: string;
  readonly next: string;
  readonly meeting: string;
  readonly place: string;
  readonly check: string;
  readonly reached: string;
  readonly reachedGoal: string;
  readonly scale: string;
  readonly scaleNow: string;
  readonly scaleFirst: string;
  readonly goodToKnow: string;
  readonly rights: readonly string[];
}

/** The newest first. A plan keeps the words of the day it was written. */
export const PLAIN_PLAN_TEXTS: readonly PlainPlanTexts[] = [
  {
    validFrom: parseCalendarDate('2026-01-01'),
    title: 'Din plan, kort fortalt',
    introduction: ['Det her er din plan.', 'Her står, hvad du vil, og hvem der hjælper dig.', 'Sig til, hvis der står noget forkert.'],
    contact: '{navn} hjælper dig med planen.',
    contactPhone: 'Ring på {telefon}, hvis du vil tale om den.',
    noContact: 'Ring til kommunen, hvis du vil tale om den.',
    goals: 'Det vil du',
    noGoals: 'Vi har ikke skrevet ned endnu, hvad du vil.',
    topics: {
      support: 'Det handler om hjælp og støtte.', education: 'Det handler om uddannelse.', work_income: 'Det handler om arbejde og penge.',
      housing: 'Det handler om et sted at bo.', social_life: 'Det handler om venner og fritid.', other: 'Det handler om andet, der er vigtigt for dig.',
    },
    ownWords: 'Du har sagt: »{ord}«',
    noAction: 'Vi har ikke aftalt endnu, hvem der gør noget.',
    action: '{navn} gør det her: {tekst}.',
    due: 'Det skal være gjort senest {dato}.',
    overdue: 'Det skulle være gjort {dato}. Spørg {navn}, hvordan det går.',
    done: 'Det er gjort: {tekst}.',
    otherActions: 'Det har vi også aftalt',
    next: 'Hvad sker der nu?',
    meeting: 'Vi mødes igen {dag}.',
    place: 'Mødet er her: {sted}.',
    check: 'Vi ser {dag}, om det går, som vi har aftalt.',
    reached: 'Det har du nået',
    reachedGoal: 'Du har nået det her: {mål}.',
    scale: 'Hvor tryg er du?',
    scaleNow: 'Sidst sagde du {tal}. 10 er helt tryg.',
    scaleFirst: 'Første gang sagde du {tal}.',
    goodToKnow: 'Godt at vide',
    rights: [
      'Planen er en aftale mellem dig og os.', 'Hvis kommunen bestemmer noget om dig, får du et brev.', 'I brevet står der, hvordan du klager.',
      'Du må altid tage en med, som du er tryg ved.', 'Det hedder en bisidder.',
    ],
  },
];

/** The sentences for a plan that was written on a day. */
export function plainPlanTexts(writtenOn: CalendarDate): PlainPlanTexts {
  const found = PLAIN_PLAN_TEXTS.find(({ validFrom }) => validFrom <= writtenOn) ?? PLAIN_PLAN_TEXTS.at(-1);
  if (found === undefined) throw new Error('the plan in plain language has no sentences');
  return found;
}
