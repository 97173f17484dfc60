import { basisFor, noteBases, rate } from '../acts/agendas.js';
import { approveMinutes, close, done } from '../acts/conclusions.js';
import { accept, bookSlot, nameNextBooking, raise, saysYes } from '../acts/referrals.js';
import { PrincipledQuestionsService } from '../../conclusions/questions/principled-questions.service.js';
import { type DemoCalendar, pastDay } from '../demo-calendar.js';
import type { DemoWorld } from '../demo-world.js';
import { addDays } from '../../platform/clock/calendar-date.js';
import { on, type Step } from '../timeline.js';

/** What the K-møder of the last months were about, and what of it is still to be done. */
export function earlierMeetingSteps(calendar: DemoCalendar): Step[] {
  return [
    ...tobiasSteps(calendar), ...lauraSteps(calendar), ...almaSteps(calendar), ...questionSteps(calendar),
    ...augustSteps(calendar), ...mikkel17Steps(calendar),
  ];
}

/** Tobias says no: sparring without him, again on K1. Freja should have told him three days ago. */
function tobiasSteps(calendar: DemoCalendar): Step[] {
  const { today, k1 } = calendar;
  const day = pastDay(calendar, 1);
  const before = (days: number) => addDays(day, -days);
  return [
    on(before(20), '09:00', (world) => raise(world, 'freja', 'tobias 1', {
      youth: 'tobias', type: 'sparring', purpose: 'spar', areas: ['family', 'social'],
      reason: 'Tobias vil ikke til møde. Hvordan kommer vi videre uden at køre hen over ham?',
      withoutYouth: { reason: 'declined', note: 'Tobias siger, at møder er for voksne.' },
    })),
    on(before(19), '10:00', async (world) => {
      await accept(world, 'tobias 1');
      await bookSlot(world, 'tobias 1', day, 1);
      await noteBases(world, 'freja', 'tobias 1', basisFor(['family', 'social']));
    }),
    on(day, '13:30', async (world) => {
      await close(world, 'henrik', 'tobias 1', {
        outcome: 'advised', decisions: ['Vi spørger Tobias, hvem han stoler på, og holder næste samtale dér, hvor han vil.'],
        youth: { present: false, view: 'caseworker' },
        actions: [
          ['freja', 'Fortæller Tobias, hvad vi har talt om', addDays(today, -3), 'tell_youth'],
          ['tage', 'Taler med Tobias\' træner om at være med', addDays(today, 12)],
        ],
        next: { slotId: await world.slot(k1, 3), type: 'sparring' },
      });
      await world.asSystem((tx) => nameNextBooking(tx, world, 'tobias', 'tobias'));
    }),
    on(addDays(today, -12), '10:00', (world) => noteBases(world, 'freja', 'tobias', basisFor(['family', 'social']))),
  ];
}

/** Laura, assessed for STU: two places to choose between. */
function lauraSteps(calendar: DemoCalendar): Step[] {
  const { today } = calendar;
  const day = pastDay(calendar, 1);
  const before = (days: number) => addDays(day, -days);
  return [
    on(before(21), '09:00', (world) => raise(world, 'bo', 'laura', {
      youth: 'laura', type: 'stu_assessment', purpose: 'decide',
      reason: 'Laura kan ikke gennemføre en anden ungdomsuddannelse, heller ikke med støtte.',
      youthWish: 'Noget med heste.',
    })),
    on(before(20), '10:00', async (world) => {
      await bookSlot(world, 'laura', day, 2);
      await noteBases(world, 'bo', 'laura', basisFor(['education', 'family', 'social']));
    }),
    on(day, '13:40', (world) => close(world, 'henrik', 'laura', {
      outcome: 'recommended', decisions: ['Vi anbefaler STU. Laura vælger mellem to steder.'],
      places: ['Hestehavegård', 'Produktionshøjskolen Lunden'],
      youth: { present: false, view: 'heard_before' }, coordinator: 'bo',
      actions: [
        ['bo', 'Fortæller Laura og hendes forældre om de to steder', addDays(day, 5), 'tell_youth'],
        ['ulla', 'Besøger begge steder sammen med Laura', addDays(today, 16)],
        ['bo', 'Søger befordring til STU', addDays(today, 23)],
      ],
      next: { checkOn: addDays(today, 40) },
    })),
    on(addDays(day, 4), '10:00', (world) => done(world, 'bo', 'laura', 'Fortæller Laura og hendes forældre om de to steder')),
  ];
}

function almaSteps(calendar: DemoCalendar): Step[] {
  const { today } = calendar;
  const day = pastDay(calendar, 2);
  const before = (days: number) => addDays(day, -days);
  return [
    on(before(22), '09:00', (world) =>
      raise(world, 'asger', 'alma', { youth: 'alma', type: 'transition', reason: 'Alma vil blive i plejefamilien, mens hun går på HF.' })),
    on(before(21), '10:00', (world) => bookSlot(world, 'alma', day, 1)),
    on(before(9), '10:00', async (world) => {
      await saysYes(world, 'asger', 'alma');
      await noteBases(world, 'asger', 'alma', basisFor(['education', 'family', 'social']));
    }),
    on(day, '12:30', (world) => rate(world, 'asger', 'alma', [['youth', 7], ['unit', 7, undefined, 'Ungeenheden']])),
    on(day, '13:30', (world) => close(world, 'henrik', 'alma', {
      outcome: 'plan_agreed', coordinator: 'asger', decisions: ['Alma bliver boende. Vi søger opretholdt anbringelse.'],
      actions: [
        ['asger', 'Sender ansøgningen om opretholdt anbringelse', addDays(today, -12)],
        ['sonja', 'Afklarer, hvem der betaler efter 18', addDays(today, 9)],
      ],
      next: { checkOn: addDays(today, 30) },
    })),
    on(addDays(day, 1), '09:30', (world) => approveMinutes(world, 'alma')),
  ];
}

const QUESTION = 'Hvem betaler for en mentor i de tre måneder op til 18?';

/** A principled question that an anonymous item raised, answered since. */
function questionSteps(calendar: DemoCalendar): Step[] {
  const { today } = calendar;
  const day = pastDay(calendar, 2);
  return [
    on(addDays(day, -15), '09:00', (world) => raise(world, 'sonja', 'question', {
      type: 'internal_discussion', purpose: 'decide', areas: ['family', 'social'],
      withoutYouth: { reason: 'principled_question' },
      reason: 'To enheder er uenige om, hvem der betaler for støtte, der begynder lige før 18.',
    })),
    on(addDays(day, -14), '09:00', async (world) => {
      await accept(world, 'question');
      await bookSlot(world, 'question', day, 2);
    }),
    on(day, '13:50', (world) => close(world, 'henrik', 'question', {
      outcome: 'clarified', decisions: ['Den enhed, der har sagen, betaler til den sidste dag før 18.'],
      actions: [['sonja', 'Skriver aftalen ind i samarbejdsaftalen', addDays(today, 18)]],
      principledQuestions: [{ text: QUESTION, ownerId: world.staff('sonja') }], next: { closedBecause: 'Områderne er enige.' },
    })),
    on(addDays(today, -16), '13:00', answerQuestion),
    on(addDays(today, -15), '13:00', (world) => world.as('henrik', (tx) =>
      world.get(PrincipledQuestionsService).raise(tx, 'Kan en ung have både bostøtte og mentor på samme tid?', world.staff('tage')))),
  ];
}

async function answerQuestion(world: DemoWorld): Promise<void> {
  await world.as('sonja', async (tx) => {
    const [question] = await tx.query<{ id: string }>('SELECT id FROM principled_question WHERE text = $1', [QUESTION]);
    const answer = 'Ungeenheden betaler. Beskæftigelse overtager fra 18-årsdagen.';
    await world.get(PrincipledQuestionsService).answer(tx, question?.id ?? '', answer);
  });
}

/** August: one action is late, the owner of the other has left since. */
function augustSteps(calendar: DemoCalendar): Step[] {
  const { today } = calendar;
  const day = pastDay(calendar, 3);
  return [
    on(addDays(day, -22), '09:00', (world) => raise(world, 'solvej', 'august', {
      youth: 'august', type: 'coordination', areas: ['employment', 'social'],
      reason: 'August er stoppet i praktikken og kommer ikke ud.', youthWish: 'Ro.',
    })),
    on(addDays(day, -20), '10:00', (world) => bookSlot(world, 'august', day, 2, ['solvej', 'inger'])),
    on(addDays(day, -9), '10:00', async (world) => {
      await saysYes(world, 'solvej', 'august');
      await noteBases(world, 'solvej', 'august', basisFor(['employment', 'social']));
    }),
    on(day, '13:40', (world) => close(world, 'henrik', 'august', {
      outcome: 'plan_agreed', coordinator: 'solvej',
      decisions: ['August får ro i to måneder, og så prøver vi en time ad gangen.'],
      actions: [
        ['inger', 'Finder et værested, hvor August kan komme uden aftale', addDays(today, 5)],
        ['jonas', 'Ringer til August om en ny praktik', addDays(today, -8)],
      ],
      next: { checkOn: addDays(today, -1) },
    })),
  ];
}

function mikkel17Steps(calendar: DemoCalendar): Step[] {
  const { today } = calendar;
  const day = pastDay(calendar, 4);
  return [
    on(addDays(day, -22), '10:00', (world) =>
      raise(world, 'maja', 'mikkel17', { youth: 'mikkel17', type: 'transition', reason: 'Mikkel fylder 17 og skal have en plan.' })),
    on(addDays(day, -21), '10:00', (world) => bookSlot(world, 'mikkel17', day, 1)),
    on(addDays(day, -9), '10:00', async (world) => {
      await saysYes(world, 'maja', 'mikkel17');
      await noteBases(world, 'maja', 'mikkel17', basisFor(['education', 'family', 'social']));
    }),
    on(day, '13:30', (world) => close(world, 'henrik', 'mikkel17', {
      outcome: 'plan_agreed', coordinator: 'maja', decisions: ['Mikkel bliver på efterskolen og ser på erhvervsuddannelser.'],
      actions: [['maja', 'Besøger Mikkel på efterskolen', addDays(today, 40)]], next: { checkOn: addDays(today, 35) },
    })),
  ];
}
