import { basisFor, ESSENTIAL, noteBases, prepareBy, writeDown } from '../acts/agendas.js';
import { tellByMail } from '../acts/mails.js';
import { addParents, consentTo, drawNetwork } from '../acts/people.js';
import { agreeInPlan } from '../acts/plans.js';
import { invite, postLetter } from '../acts/post.js';
import { accept, bookSlot, raise, saysYes } from '../acts/referrals.js';
import type { DemoCalendar } from '../demo-calendar.js';
import { addDays } from '../../platform/clock/calendar-date.js';
import { on, type Step } from '../timeline.js';

const CONTACT_PERSON = { name: 'Rune Vestby', function: 'kontaktperson på opholdsstedet', email: 'rune@opholdsstedet.example' };
const ACTING_CASEWORKER = { name: 'Jytte Malling', function: 'sagsbehandler i Vesterhede Kommune', email: 'jytte@vesterhede.example' };

/** K1: four items of four, and the urgent one. Tobias' is booked in the conclusion of his item before. */
export function nextMeetingSteps(calendar: DemoCalendar): Step[] {
  return [...sofieSteps(calendar), ...malikSteps(calendar), ...anonymousSteps(calendar), ...aminaSteps(calendar)];
}

/** Sofie, in foster care: everything is ready, and seven grown-ups are coming. */
function sofieSteps({ today, k1 }: DemoCalendar): Step[] {
  const ago = (days: number) => addDays(today, -days);
  let mother = '';
  return [
    on(ago(36), '10:00', async (world) => {
      [mother = ''] = await addParents(world, 'freja', 'sofie', [{ name: 'Dorthe Birkholt', relation: 'mor', livesWithYouth: false, invite: true }]);
      await drawNetwork(world, 'freja', 'sofie', [
        { kind: 'private', name: 'Kirsten og Jens', relation: 'plejeforældre', closeness: 1 },
        { kind: 'private', name: 'Emma', relation: 'storesøster', closeness: 1 },
        { kind: 'professional', name: 'Tanja', relation: 'klasselærer', closeness: 2 },
      ]);
    }),
    on(ago(30), '09:00', (world) => raise(world, 'freja', 'sofie', {
      youth: 'sofie', type: 'transition', areas: ['education', 'family', 'social'],
      youthWish: 'At blive boende hos Kirsten og Jens, til jeg er færdig på HF.',
      reason: 'Sofie fylder 17 om to måneder. Plejefamilien vil gerne have hende boende, og hun vil på HF.',
    })),
    on(ago(29), '10:00', (world) => bookSlot(world, 'sofie', k1, 1, ['freja', 'ulla', 'solvej'])),
    on(ago(29), '10:05', (world) => tellByMail(world, 'sofie', { undelivered: true })),
    on(ago(21), '14:00', async (world) => {
      await postLetter(world, 'freja', 'sofie', 'youth');
      const toGuidance = await consentTo(world, 'freja', 'sofie', 'uu', mother);
      await noteBases(world, 'freja', 'sofie', { education: { consentId: toGuidance }, ...basisFor(['family', 'social']) });
      await saysYes(world, 'freja', 'sofie', 'Det er for mange. Kan I være færre, eller kan jeg sidde ved siden af Kirsten?');
    }),
    on(ago(14), '10:00', (world) => writeDown(world, 'freja', 'sofie', [
      ['own_words', 'youth', 'Jeg vil ikke flytte midt i det hele. Jeg vil selv fortælle det til min mor.'],
      ['working_well', 'youth', 'Kirsten og Jens. Og at jeg må være i fred, når jeg kommer hjem.'],
      ['worries', 'parent', 'Om hun får hjælp nok til sine penge, når hun fylder 18.', 'mor'],
    ])),
    on(ago(13), '09:00', async (world) => {
      await prepareBy(world, 'freja', 'sofie', 'Plejefamilien siger ja til, at Sofie bliver boende efter 18.');
      await prepareBy(world, 'ulla', 'sofie', 'Sofie er uddannelsesparat og har søgt HF.');
      await prepareBy(world, 'solvej', 'sofie');
      const visit = 'Besøger Sofie hos plejefamilien og læser dagsordenen med hende';
      await agreeInPlan(world, 'freja', 'sofie', ['freja', visit, addDays(today, 6)]);
      await agreeInPlan(world, 'freja', 'sofie', ['ulla', 'Tager med Sofie til åbent hus på HF', addDays(today, 22)]);
    }),
  ];
}

/** Malik, placed, with twenty days to the decision of barnets lov § 111: PPR cannot come, and nobody comes instead. */
function malikSteps({ today, k1 }: DemoCalendar): Step[] {
  const ago = (days: number) => addDays(today, -days);
  return [
    on(ago(33), '09:00', (world) => raise(world, 'freja', 'malik', {
      youth: 'malik', type: 'youth_support_assessment', purpose: 'decide', belongs: { youthSupportOnly: true },
      reason: 'Maliks anbringelse ophører, når han fylder 18. Vi skal anbefale den mindst indgribende støtte, der er nok.',
      youthWish: 'Jeg vil tættere på byen og beholde Rune som kontaktperson.',
    })),
    on(ago(28), '10:00', (world) => bookSlot(world, 'malik', k1, 2)),
    on(ago(28), '10:02', (world) => invite(world, 'freja', 'malik', CONTACT_PERSON)),
    on(ago(28), '10:05', (world) => tellByMail(world, 'malik', { undelivered: true })),
    on(ago(20), '09:00', async (world) => {
      await noteBases(world, 'freja', 'malik', basisFor(['education', 'family', 'ppr', 'social']));
      await writeDown(world, 'freja', 'malik', [
        ['own_words', 'youth', 'Jeg kan godt selv, men ikke alene.'],
        ['worries', 'unit', 'Malik sover dårligt og kommer sjældent op uden hjælp.'],
      ]);
      await agreeInPlan(world, 'freja', 'malik', ['freja', 'Skriver indstillingen om ungestøtte til afgørelsen', addDays(today, 4)]);
    }),
  ];
}

/** Sparring about nobody named: is it housing support or a mentor? */
function anonymousSteps({ today, k1 }: DemoCalendar): Step[] {
  const ago = (days: number) => addDays(today, -days);
  return [
    on(ago(26), '13:00', (world) => raise(world, 'solvej', 'anonymous', {
      type: 'sparring', purpose: 'spar', areas: ['employment', 'social'],
      reason: 'En ung på 19 kan selv, når nogen minder om det. Er det bostøtte eller mentor?',
      withoutYouth: { reason: 'principled_question', note: 'Bostøtte eller mentor?' },
    })),
    on(ago(25), '09:00', async (world) => {
      await accept(world, 'anonymous');
      await bookSlot(world, 'anonymous', k1, 4);
    }),
    on(ago(11), '10:00', (world) =>
      prepareBy(world, 'jonas', 'anonymous', 'En mentor kan følge til uddannelse og job, men kommer ikke i hjemmet.')),
  ];
}

/** Amina moved in nine days ago and has the urgent slot; nobody has noted yet why Beskæftigelse may hear it. */
function aminaSteps({ today, k1 }: DemoCalendar): Step[] {
  const ago = (days: number) => addDays(today, -days);
  return [
    on(ago(9), '14:00', (world) => raise(world, 'freja', 'amina', {
      youth: 'amina', type: 'transition', areas: ['education', 'employment', 'family', 'social'],
      urgent: { reason: 'moved_in', note: 'Fylder 18 om fem måneder, og ingen her kender hende.' },
      reason: 'Amina er flyttet hertil med sin plejefamilie. Vesterhede Kommune er stadig handlekommune.',
      youthWish: 'Jeg vil vide, hvem der bestemmer nu.',
    })),
    on(ago(8), '09:00', async (world) => {
      await accept(world, 'amina', 'Tilflyttet og 17 år: tages på hastepladsen.');
      await bookSlot(world, 'amina', k1, 5);
    }),
    on(ago(7), '13:00', async (world) => {
      await invite(world, 'freja', 'amina', ACTING_CASEWORKER);
      await saysYes(world, 'freja', 'amina');
      await noteBases(world, 'freja', 'amina', basisFor(['education', 'family', 'social'], ESSENTIAL));
      await writeDown(world, 'freja', 'amina', [['own_words', 'youth', 'Jeg har boet tre steder på to år. Jeg vil gerne blive her.']]);
    }),
  ];
}
