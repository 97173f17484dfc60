import { basisFor, noteBases, writeDown } from '../acts/agendas.js';
import { addParents, consentTo, drawNetwork } from '../acts/people.js';
import { agreeInPlan } from '../acts/plans.js';
import { postLetter } from '../acts/post.js';
import { bookSlot, moveTo, raise, saysYes } from '../acts/referrals.js';
import type { DemoCalendar } from '../demo-calendar.js';
import { addDays } from '../../platform/clock/calendar-date.js';
import { coordinateDirectly } from '../../referrals/triage-referral.js';
import { offerHandover } from '../../youths/coordination/handovers.js';
import { YouthLookupsService } from '../../youths/lookups/youth-lookups.service.js';
import { on, type Step } from '../timeline.js';
import { cprOf } from '../youths/demo-youth-rows.js';

/** Youths whose cases stand somewhere on the way; Emil's has not begun, and that is his story. */
export function standingCaseSteps(calendar: DemoCalendar): Step[] {
  return [
    ...oskarSteps(calendar), ...laustSteps(calendar), ...viggoSteps(calendar), ...zahraSteps(calendar), ...stormSteps(calendar),
    ...lineSteps(calendar),
  ];
}

/** Oskar turned 16 a few weeks ago: his caseworker has begun a referral and not sent it. */
function oskarSteps({ today }: DemoCalendar): Step[] {
  return [
    on(addDays(today, -17), '10:00', (world) => addParents(world, 'bo', 'oskar', [
      { name: 'Lise Thorngreen', relation: 'mor', livesWithYouth: true, invite: true },
      { name: 'Anders Thorngreen', relation: 'far', livesWithYouth: false, invite: true },
    ])),
    on(addDays(today, -3), '15:00', (world) => raise(world, 'bo', 'oskar', {
      youth: 'oskar', type: 'transition', reason: 'Oskar er fyldt 16. Vi skal i gang med at forberede voksenlivet.',
      asDraft: true,
    })),
  ];
}

/** Laust turned 18: his parents' consents are over, his own are missing, and Solvej has not said yes to taking over. */
function laustSteps(calendar: DemoCalendar): Step[] {
  const { today } = calendar;
  return [
    on(addDays(today, -150), '10:00', async (world) => {
      const parents = await addParents(world, 'freja', 'laust', [
        { name: 'Marianne Pilegaard', relation: 'mor', livesWithYouth: true, invite: true },
        { name: 'Ole Pilegaard', relation: 'far', livesWithYouth: false, invite: true },
      ]);
      for (const parent of parents) await consentTo(world, 'freja', 'laust', 'social', parent);
    }),
    on(addDays(today, -6), '11:00', (world) =>
      world.as('freja', (tx) => offerHandover(tx, world.youth('laust'), world.staff('solvej')))),
    on(addDays(today, -4), '13:00', (world) => world.as('jonas', (tx) =>
      world.get(YouthLookupsService).lookUp(tx, cprOf('laust', calendar), 'Laust er mødt op i Ungeindgangen og spørger, hvem han har', null))),
  ];
}

/** Viggo, 22: his last meeting is due in thirty days. K1 is full, Jonas cannot on K2, and K3 is left out. */
function viggoSteps({ today }: DemoCalendar): Step[] {
  return [
    on(addDays(today, -5), '09:00', (world) => raise(world, 'freja', 'viggo', {
      youth: 'viggo', type: 'coordination', areas: ['employment', 'family', 'social'],
      youthWish: 'At nogen stadig ringer om mandagen.',
      reason: 'Viggos ungestøtte ophører, når han fylder 23. Vi skal aftale, hvem der gør hvad bagefter.',
    })),
    on(addDays(today, -5), '09:30', (world) =>
      agreeInPlan(world, 'freja', 'viggo', ['freja', 'Skriver ned, hvad kontaktpersonen gør i dag', addDays(today, 24)])),
  ];
}

/** Zahra has name and address protection: on K2, and nothing shows where she is. Her time was moved after she had her letter. */
function zahraSteps({ today, k2 }: DemoCalendar): Step[] {
  const ago = (days: number) => addDays(today, -days);
  return [
    on(ago(27), '09:00', (world) => raise(world, 'freja', 'zahra', {
      youth: 'zahra', type: 'transition', reason: 'Zahra er fyldt 17. Ingen uden for mødet må vide, hvor hun bor.',
      youthWish: 'At jeg kan tage bussen selv.',
    })),
    on(ago(26), '10:00', (world) => bookSlot(world, 'zahra', k2, 1)),
    on(ago(18), '10:00', async (world) => {
      await saysYes(world, 'freja', 'zahra', 'Kun hvis mødet ikke står i nogen kalender med mit navn.');
      await noteBases(world, 'freja', 'zahra', basisFor(['education', 'family', 'social']));
      await writeDown(world, 'freja', 'zahra', [['own_words', 'youth', 'Jeg vil være tryg, også når jeg er 18.']]);
      await agreeInPlan(world, 'freja', 'zahra', ['freja', 'Søger om forlænget beskyttelse sammen med Zahra', addDays(today, 11)]);
      await postLetter(world, 'freja', 'zahra', 'youth');
    }),
    on(ago(2), '10:00', (world) => moveTo(world, 'zahra', k2, 4)),
    on(ago(1), '10:00', (world) => saysYes(world, 'freja', 'zahra', 'Det er fint, at det er senere på dagen. Stadig ikke med mit navn i nogen kalender.')),
  ];
}

/** Storm, 15: the guidance and the school agree without a meeting. */
function stormSteps({ today }: DemoCalendar): Step[] {
  return [
    on(addDays(today, -20), '10:00', (world) => raise(world, 'ulla', 'storm', {
      youth: 'storm', type: 'coordination', areas: ['education', 'school'], belongs: { canAgreeDirectly: true },
      reason: 'Storm er meget væk fra skole. Skolen og vejledningen skal sige det samme.',
    })),
    on(addDays(today, -19), '10:00', (world) => world.as('ulla', (tx) =>
      coordinateDirectly(tx, world.referral('storm'), 'Skolen og UU har aftalt ugentlige samtaler. Der er ikke brug for et møde.'))),
  ];
}

/** Line: Gitte coordinates and is away, and nothing has happened for nine weeks. */
function lineSteps({ today }: DemoCalendar): Step[] {
  return [
    on(addDays(today, -120), '10:00', (world) => drawNetwork(world, 'gitte', 'line', [
      { kind: 'private', name: 'Mormor', relation: 'mormor', closeness: 1 },
      { kind: 'private', name: 'Sara', relation: 'håndboldveninde', closeness: 2 },
    ])),
    on(addDays(today, -63), '10:00', (world) =>
      agreeInPlan(world, 'gitte', 'line', ['gitte', 'Ringer til Lines klasselærer', addDays(today, -21)])),
  ];
}
