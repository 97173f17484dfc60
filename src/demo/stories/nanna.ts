import { basisFor, ESSENTIAL, noteBases, prepareBy, rate, writeDown } from '../acts/agendas.js';
import { approveMinutes, close, done } from '../acts/conclusions.js';
import { consentTo, drawNetwork } from '../acts/people.js';
import { publishPlan, writePlan, type GoalWritten } from '../acts/plans.js';
import { invite, postLetter, postMinutes } from '../acts/post.js';
import { bookSlot, nameNextBooking, raise, saysYes } from '../acts/referrals.js';
import { type DemoCalendar, pastDay } from '../demo-calendar.js';
import type { DemoWorld } from '../demo-world.js';
import { addDays } from '../../platform/clock/calendar-date.js';
import { on, type Step } from '../timeline.js';

const OWN_HOME: GoalWritten = { topic: 'housing', title: 'Jeg vil bo for mig selv', ownWords: 'Min egen nøgle og min egen sofa.' };
const MONEY: GoalWritten = {
  topic: 'work_income', title: 'Jeg vil have styr på mine penge', ownWords: 'Så jeg ikke skal være bange for posten.',
};
const SCHOOL: GoalWritten = { topic: 'education', title: 'Jeg vil tage HF, et fag ad gangen' };
const FRIENDS: GoalWritten = { topic: 'social_life', title: 'Jeg vil have nogen at spise med', ownWords: 'Søndag er den værste dag.' };

const MENTOR = 'Finder en mentor, som Nanna er tryg ved';
const BUDGET = 'Lægger et budget sammen med Nanna';
const COURSES = 'Viser Nanna, hvilke HF-fag der passer';
const HOME = 'Skriver Nanna op til en ungebolig';
const SUPPORT = 'Søger støtte efter serviceloven § 85 til de første måneder i egen bolig';
const MENTOR_FROM_OUTSIDE = { name: 'Mia Solbakke', function: 'mentor', email: 'mia@mentorhuset.example' };
const HOUSING_SUPPORT = { name: 'Dorte Kvist', function: 'støtteperson på kollegiet', email: 'dorte@kollegiet.example' };
const CAFE = 'Aftaler praktik i Havnecaféen to dage om ugen';

/** Nanna, 19, in youth support: three meetings with 4, 6 and 8 on the scale, and a plan in its third version. Two from outside miss the third. */
export function nannaSteps(calendar: DemoCalendar): Step[] {
  return [...firstMeeting(calendar), ...secondMeeting(calendar), ...thirdMeeting(calendar)];
}

function firstMeeting(calendar: DemoCalendar): Step[] {
  const [day, next] = [pastDay(calendar, 7), pastDay(calendar, 3)];
  const before = (days: number) => addDays(day, -days);
  return [
    on(before(21), '09:00', async (world) => {
      await drawNetwork(world, 'freja', 'nanna', [
        { kind: 'private', name: 'Rosa', relation: 'veninde fra skolen', closeness: 1 },
        { kind: 'private', name: 'Inge og Poul', relation: 'tidligere plejeforældre', closeness: 1 },
        { kind: 'professional', name: 'Maja Sønderkær', relation: 'kontaktperson', closeness: 2 },
      ]);
      await raise(world, 'freja', 'nanna 1', {
        youth: 'nanna', type: 'coordination',
        reason: 'Nanna er flyttet på værelse og har flere planer i gang, som ikke hænger sammen.',
        areas: ['employment', 'family', 'social'], youthWish: 'Jeg vil have én at ringe til og én plan.',
      });
    }),
    on(before(20), '10:00', (world) => bookSlot(world, 'nanna 1', day, 1)),
    on(before(13), '09:30', async (world) => {
      await saysYes(world, 'freja', 'nanna 1');
      for (const unit of ['social', 'jobcenter'] as const) await consentTo(world, 'freja', 'nanna', unit);
      await noteBases(world, 'freja', 'nanna 1', basisFor(['employment', 'family', 'social']));
    }),
    on(day, '12:30', async (world) => {
      await writeDown(world, 'freja', 'nanna 1', [['own_words', 'youth', 'Jeg er træt af at fortælle det hele forfra hver gang.']]);
      await rate(world, 'freja', 'nanna 1', [
        ['youth', 4, 'Jeg har et værelse, men jeg ved ikke, hvor længe.'], ['unit', 5, undefined, 'Ungeenheden'],
      ]);
    }),
    on(day, '13:15', async (world) => {
      await close(world, 'freja', 'nanna 1', {
        outcome: 'plan_agreed', coordinator: 'freja', decisions: ['Freja holder snoren. Nanna får én plan, som alle skriver i.'],
        actions: [['jonas', MENTOR, addDays(day, 21)], ['freja', BUDGET, addDays(day, 28)]],
        next: { slotId: await world.slot(next, 1) }, evaluation: { youthView: 2, rightPeople: 3, useful: 2 },
      });
      await world.asSystem((tx) => nameNextBooking(tx, world, 'nanna 2', 'nanna'));
    }),
    on(addDays(day, 5), '10:00', (world) => publish(world, [OWN_HOME, { ...MONEY, actions: [BUDGET] }])),
    on(addDays(day, 18), '10:00', (world) => done(world, 'jonas', 'nanna', MENTOR)),
  ];
}

function secondMeeting(calendar: DemoCalendar): Step[] {
  const [day, next] = [pastDay(calendar, 3), pastDay(calendar, 0)];
  return [
    on(addDays(day, -9), '10:00', async (world) => {
      await done(world, 'freja', 'nanna', BUDGET);
      await saysYes(world, 'freja', 'nanna 2', 'Rosa vil gerne med som bisidder.');
      await noteBases(world, 'freja', 'nanna 2', basisFor(['employment', 'family', 'social']));
    }),
    on(day, '12:30', (world) => rate(world, 'freja', 'nanna 2', [
      ['youth', 6, 'Jeg har en mentor, der svarer.'], ['network', 6, undefined, 'Rosa'], ['unit', 6, undefined, 'Ungeenheden'],
    ])),
    on(day, '13:15', async (world) => {
      await close(world, 'freja', 'nanna 2', {
        outcome: 'followed_up', coordinator: 'freja',
        decisions: ['Nanna vil gerne i egen bolig inden et år. Vi skriver hende op nu.'],
        actions: [['freja', HOME, addDays(calendar.today, 20)], ['ulla', COURSES, addDays(day, 30)]],
        next: { slotId: await world.slot(next, 1) }, evaluation: { youthView: 3, rightPeople: 3, useful: 3 },
      });
      await world.asSystem((tx) => nameNextBooking(tx, world, 'nanna 3', 'nanna'));
    }),
    on(addDays(day, 1), '09:00', (world) => approveMinutes(world, 'nanna 2')),
    on(addDays(day, 6), '10:00', (world) =>
      publish(world, [{ ...OWN_HOME, actions: [HOME] }, MONEY, { ...SCHOOL, actions: [COURSES] }])),
    on(addDays(day, 23), '14:00', (world) => done(world, 'ulla', 'nanna', COURSES)),
  ];
}

function thirdMeeting(calendar: DemoCalendar): Step[] {
  const { today } = calendar;
  const day = pastDay(calendar, 0);
  return [
    on(addDays(day, -8), '10:00', async (world) => {
      await invite(world, 'freja', 'nanna 3', MENTOR_FROM_OUTSIDE, HOUSING_SUPPORT);
      await postLetter(world, 'freja', 'nanna 3', 'youth');
      await saysYes(world, 'freja', 'nanna 3');
      await noteBases(world, 'freja', 'nanna 3', basisFor(['education', 'employment', 'family', 'social']));
      await prepareBy(world, 'freja', 'nanna 3', 'Nanna står nummer 14 til en ungebolig og har lagt 3.000 kr. til side.');
      await prepareBy(world, 'jonas', 'nanna 3', 'Havnecaféen vil gerne have Nanna to dage om ugen.');
    }),
    on(day, '12:30', async (world) => {
      await writeDown(world, 'freja', 'nanna 3', [
        ['own_words', 'youth', 'Det er første gang, jeg glæder mig til noget, der ligger et halvt år ude.'],
        ['working_well', 'youth', 'Min mentor. Og at I siger det samme alle sammen.'],
        ['worries', 'youth', 'Om jeg kan betale det hele, når jeg flytter.'],
        ['next_steps', 'unit', 'Støtte i de første måneder i egen bolig.'],
      ]);
      await rate(world, 'freja', 'nanna 3', [
        ['youth', 8, 'Jeg kan se det for mig.'], ['network', 7, undefined, 'Rosa'], ['unit', 8, undefined, 'Ungeenheden'],
      ]);
    }),
    on(day, '13:15', (world) => close(world, 'freja', 'nanna 3', {
      outcome: 'followed_up', coordinator: 'freja', guestsAway: true,
      decisions: ['Nanna flytter, når der er en bolig. Støtten er på plads fra første dag.'],
      actions: [['solvej', SUPPORT, addDays(today, 25)], ['jonas', CAFE, addDays(today, 30)]],
      next: { checkOn: addDays(today, 33) }, evaluation: { youthView: 3, rightPeople: 3, useful: 3 },
    })),
    on(day, '15:30', (world) => publish(world, [
      { ...OWN_HOME, actions: [HOME, SUPPORT] }, { ...MONEY, state: 'reached', actions: [BUDGET] },
      { ...SCHOOL, actions: [COURSES] },
      { topic: 'work_income', title: 'Jeg vil have et job ved siden af', actions: [CAFE] }, FRIENDS,
    ])),
    on(day, '15:45', (world) => approveMinutes(world, 'nanna 3')),
    on(day, '16:00', (world) => postMinutes(world, 'freja', 'nanna 3', MENTOR_FROM_OUTSIDE.name, ESSENTIAL)),
  ];
}

async function publish(world: DemoWorld, goals: readonly GoalWritten[]): Promise<void> {
  await writePlan(world, 'freja', 'nanna', goals);
  await publishPlan(world, 'freja', 'nanna');
}
