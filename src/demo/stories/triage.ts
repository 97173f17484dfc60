import { cancelBooking } from '../../meetings/bookings/cancel-booking.js';
import { basisFor, noteBases } from '../acts/agendas.js';
import { accept, bookSlot, raise, saysYes } from '../acts/referrals.js';
import type { DemoCalendar } from '../demo-calendar.js';
import { addDays } from '../../platform/clock/calendar-date.js';
import { returnReferral, withdrawReferral } from '../../referrals/triage-referral.js';
import { on, type Step } from '../timeline.js';

/** Referrals in every state: a draft, what waits for triage, what it sent back, what was withdrawn, what lost its time. */
export function triageSteps(calendar: DemoCalendar): Step[] {
  return [...draftSteps(calendar), ...waitingSteps(calendar), ...turnedSteps(calendar), ...eliasSteps(calendar), ...livaSteps(calendar)];
}

/** Freja has begun a question without a name. */
function draftSteps({ today }: DemoCalendar): Step[] {
  return [
    on(addDays(today, -1), '15:00', (world) => raise(world, 'freja', 'draft', {
      type: 'sparring', purpose: 'spar', asDraft: true, areas: ['employment', 'social'], withoutYouth: { reason: 'principled_question' },
      reason: 'Hvem holder kontakten, når en ung ikke vil tale med jobcentret?',
    })),
  ];
}

/** Two urgent ones that nobody has answered yet. */
function waitingSteps({ today }: DemoCalendar): Step[] {
  return [
    on(addDays(today, -4), '10:00', (world) => raise(world, 'asger', 'anton', {
      youth: 'anton', type: 'transition', urgent: { reason: 'moved_in' },
      reason: 'Anton er lige flyttet hertil. Østkær Kommune har ikke holdt noget overgangsmøde.',
    })),
    on(addDays(today, -2), '14:00', (world) => raise(world, 'bo', 'klara', {
      youth: 'klara', type: 'transition', urgent: { reason: 'late_diagnosis' },
      reason: 'Klara fik sin diagnose i sidste uge og skal i et nyt tilbud.',
    })),
  ];
}

/** Mathilde's came back as too early, Jonathan's was withdrawn. */
function turnedSteps({ today }: DemoCalendar): Step[] {
  const ago = (days: number) => addDays(today, -days);
  return [
    on(ago(25), '09:00', (world) => raise(world, 'maja', 'mathilde', {
      youth: 'mathilde', type: 'transition', reason: 'Mathilde er usikker på, hvad der skal ske, når hun fylder 18.',
    })),
    on(ago(22), '09:00', (world) => world.as('karla', (tx) =>
      returnReferral(tx, world.referral('mathilde'), 'Tal først med PPR. Send den igen, når udredningen er færdig.', addDays(today, 45)))),
    on(ago(30), '11:00', (world) =>
      raise(world, 'dicte', 'jonathan', { youth: 'jonathan', type: 'transition', reason: 'Jonathan fylder 17 og skal have et overgangsmøde.' })),
    on(ago(16), '11:00', (world) =>
      world.as('dicte', (tx) => withdrawReferral(tx, world.referral('jonathan'), 'Familien er ved at flytte til en anden kommune.'))),
  ];
}

/** Elias had a time on K2 and lost it; he is first in line for another. */
function eliasSteps({ today, k2 }: DemoCalendar): Step[] {
  const ago = (days: number) => addDays(today, -days);
  return [
    on(ago(24), '09:00', (world) => raise(world, 'asger', 'elias', {
      youth: 'elias', type: 'transition', urgent: { reason: 'other', note: 'Opholdsstedet lukker om to måneder.' },
      reason: 'Elias skal flytte, før han fylder 18.',
    })),
    on(ago(23), '09:00', async (world) => {
      await accept(world, 'elias');
      await bookSlot(world, 'elias', k2, 3);
    }),
    on(ago(8), '09:00', (world) =>
      world.as('asger', (tx) => cancelBooking(tx, world.booking('elias'), 'Elias er indlagt og kan ikke være med.'))),
  ];
}

/** Liva shares K2 with Zahra. */
function livaSteps({ today, k2 }: DemoCalendar): Step[] {
  const ago = (days: number) => addDays(today, -days);
  return [
    on(ago(23), '13:00', (world) =>
      raise(world, 'maja', 'liva', { youth: 'liva', type: 'transition', reason: 'Liva fylder snart 17 og vil gerne i gang.', youthWish: 'Frisør.' })),
    on(ago(22), '13:00', (world) => bookSlot(world, 'liva', k2, 2)),
    on(ago(17), '13:00', async (world) => {
      await saysYes(world, 'maja', 'liva');
      await noteBases(world, 'maja', 'liva', basisFor(['education', 'family', 'social']));
    }),
  ];
}
