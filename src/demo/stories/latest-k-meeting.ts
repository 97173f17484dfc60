import { basisFor, noteBases, rate, writeDown } from '../acts/agendas.js';
import { close } from '../acts/conclusions.js';
import { addParents } from '../acts/people.js';
import { bookSlot, raise, saysYes } from '../acts/referrals.js';
import { ConclusionDraftsService } from '../../conclusions/drafts/conclusion-drafts.service.js';
import { type DemoCalendar, pastDay } from '../demo-calendar.js';
import { addDays } from '../../platform/clock/calendar-date.js';
import { on, type Step } from '../timeline.js';

/** K0: Nanna's third, Signe who stayed away, Noah who was met, and one that nobody has closed yet. */
export function latestMeetingSteps(calendar: DemoCalendar): Step[] {
  return [...signeSteps(calendar), ...noahSteps(calendar), ...unconcludedSteps(calendar)];
}

/** Signe's meeting is late already: she stayed away, has no new time, and her mother says that she is at home. */
function signeSteps(calendar: DemoCalendar): Step[] {
  const day = pastDay(calendar, 0);
  const before = (days: number) => addDays(day, -days);
  return [
    on(before(24), '09:00', async (world) => {
      await addParents(world, 'freja', 'signe', [{ name: 'Helle Ravnholt', relation: 'mor', livesWithYouth: true, invite: true }]);
      await raise(world, 'freja', 'signe', {
        youth: 'signe', type: 'transition',
        reason: 'Signe er fyldt 17 og har ikke haft sit overgangsmøde. Hun kommer sjældent i skole.',
        youthWish: 'Det er lige meget.',
      });
    }),
    on(before(22), '10:00', (world) => bookSlot(world, 'signe', day, 2)),
    on(before(10), '11:00', async (world) => {
      await saysYes(world, 'freja', 'signe', 'Hun sagde ja i telefonen.');
      await noteBases(world, 'freja', 'signe', basisFor(['education', 'family', 'social']));
    }),
    on(day, '13:45', (world) => close(world, 'henrik', 'signe', {
      outcome: 'youth_did_not_come', whenAbsent: { then: 'outreach' }, coordinator: 'freja', guestsAway: true,
      youth: { present: false, reason: 'unreachable', note: 'Moren siger, at Signe er hjemme, men ikke vil ud af døren.' },
      actions: [['freja', 'Besøger Signe derhjemme sammen med hendes mor', addDays(calendar.today, 2), 'outreach']],
      next: { checkOn: addDays(calendar.today, 9) },
    })),
  ];
}

function noahSteps(calendar: DemoCalendar): Step[] {
  const { today } = calendar;
  const day = pastDay(calendar, 0);
  const before = (days: number) => addDays(day, -days);
  return [
    on(before(23), '09:00', (world) => raise(world, 'maja', 'noah', {
      youth: 'noah', type: 'transition', reason: 'Noah fylder snart 17 og skal have en plan for tiden efter 18.',
      youthWish: 'Noget med motorer.',
    })),
    on(before(21), '10:00', (world) => bookSlot(world, 'noah', day, 3)),
    on(before(9), '11:00', async (world) => {
      await saysYes(world, 'maja', 'noah');
      await noteBases(world, 'maja', 'noah', basisFor(['education', 'family', 'social']));
    }),
    on(day, '12:30', async (world) => {
      await writeDown(world, 'maja', 'noah', [['own_words', 'youth', 'Jeg vil på teknisk skole og have min egen knallert.']]);
      await rate(world, 'maja', 'noah', [['youth', 5], ['unit', 6, undefined, 'Ungeenheden']]);
    }),
    on(day, '14:00', (world) => close(world, 'henrik', 'noah', {
      outcome: 'plan_agreed', coordinator: 'maja',
      decisions: ['Noah søger ind på teknisk skole og beholder sin kontaktperson til 18.'],
      actions: [
        ['maja', 'Tager med Noah til introdag på teknisk skole', addDays(today, 14)],
        ['ulla', 'Laver uddannelsesplanen færdig med Noah', addDays(today, 21)],
        ['solvej', 'Fortæller Noah, hvilken støtte han kan få efter 18', addDays(today, 28)],
      ],
      next: { checkOn: addDays(today, 60) },
    })),
  ];
}

/** Held and begun, but not closed: the secretary has saved a draft. */
function unconcludedSteps(calendar: DemoCalendar): Step[] {
  const day = pastDay(calendar, 0);
  const before = (days: number) => addDays(day, -days);
  return [
    on(before(23), '10:00', (world) => raise(world, 'solvej', 'mikkel20', {
      youth: 'mikkel20', type: 'coordination', areas: ['employment', 'social'],
      youthWish: 'Et job, hvor jeg må have musik i ørerne.',
      reason: 'Mikkel får støtte derhjemme og skal i gang med praktik. De to planer skal passe sammen.',
    })),
    on(before(21), '10:30', (world) => bookSlot(world, 'mikkel20', day, 4)),
    on(before(8), '11:00', async (world) => {
      await saysYes(world, 'solvej', 'mikkel20');
      await noteBases(world, 'solvej', 'mikkel20', basisFor(['employment', 'social']));
    }),
    on(day, '15:00', (world) =>
      world.as('karla', (tx) => world.get(ConclusionDraftsService).save(tx, world.booking('mikkel20'), 0, {
      outcome: 'plan_agreed', attendance: { youth: { present: true } },
      decisions: [{ text: 'Mikkel begynder i praktik to dage om ugen.', area: 'employment' }],
    }))),
  ];
}
