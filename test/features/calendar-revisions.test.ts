import fc from 'fast-check';
import { addDays } from '../../src/platform/clock/calendar-date.js';
import { drainOutbox, startApp, type TestApp } from '../support/app.js';
import { BookingDesk, slotIds } from '../support/bookings.js';
import { readFeed, type ReadEvent, subscribe } from '../support/calendar.js';
import { importFile } from '../support/import-file/send-import.js';
import { startSeries } from '../support/meeting-days.js';
import { organisation, type Organisation } from '../support/organisation.js';
import { replacementCpr, turns } from '../support/youth-builder.js';

const UNITS = ['ungeenhed', 'ppr', 'social'] as const;
const MANY = 6;

interface Case {
  readonly id: string;
  readonly cpr: string;
  readonly referralId: string;
  bookingId: string | null;
}

let app: TestApp;
let org: Organisation;
let desk: BookingDesk;
let cases: Case[];
let slots: string[];
let paths: string[];
/** How often a step did what it is named after: a refusal (a taken slot, a closed state) is none. */
const done = new Map<string, number>();

beforeAll(async () => {
  app = await startApp();
  org = await organisation(app);
  desk = new BookingDesk(app, org);
  const seriesId = await startSeries(app, org);
  slots = (await desk.openDays()).slice(1, 4).flatMap((day) => slotIds(day).slice(0, -1));
  const born = turns(18, 45);
  cases = await Promise.all(Array.from({ length: MANY }, async () => {
    const cpr = replacementCpr(born);
    const id = await desk.youth({ born, cpr, measure: { act: 'barnets lov', section: '§ 32', from: '2024-01-01' } });
    return { id, cpr, referralId: await desk.referral(id), bookingId: null };
  }));
  const wishes = [['freja', { scope: 'mine' }], ['pia', { scope: 'department', id: org.unit.ppr }], ['tage', { scope: 'department', id: org.unit.ungeenhed }],
    ['solvej', { scope: 'department', id: org.unit.social }], ['jonas', { scope: 'series', id: seriesId }]] as const;
  paths = [];
  for (const [name, wish] of wishes) paths.push((await subscribe(app, org, name, wish)).path);
}, 120_000);
afterAll(() => app.close());

type Step = (which: Case, pick: number) => Promise<boolean>;

const secretary = async () => app.as(await org.token('karla'));
const at = <T>(all: readonly T[], pick: number): T => all[pick % all.length] as T;

const STEPS: Readonly<Record<string, Step>> = {
  book: async (which, pick) => {
    if (which.bookingId !== null) return false;
    const answer = await desk.send(which.referralId, at(slots, pick), { lateReason: 'Kom sent' });
    if (answer.status === 201) which.bookingId = (answer.body as { id: string }).id;
    return answer.status === 201;
  },
  move: async (which, pick) =>
    which.bookingId !== null && (await (await secretary()).post(`/bookings/${which.bookingId}/rescheduling`, { slotId: at(slots, pick), lateReason: 'Kom sent' })).status === 200,
  cancel: async (which) => {
    if (which.bookingId === null) return false;
    const answer = await (await secretary()).post(`/bookings/${which.bookingId}/cancellation`, { reason: 'Sygdom' });
    if (answer.status === 200) which.bookingId = null;
    return answer.status === 200;
  },
  'move to another unit': async (which, pick) => {
    const { updated } = await importFile(app, await org.token('karla'), `cpr;fornavn;efternavn;afdeling\n${which.cpr};Sofie;Birkholt;${at(UNITS, pick)}\n`);
    return updated === 1;
  },
  'end a measure': async (which, pick) => {
    const [measure] = await app.inTx((tx) => tx.query<{ id: string; on: string }>(
      'SELECT id, CURRENT_DATE::text AS on FROM measure WHERE youth_id = $1 AND ends_on IS NULL', [which.id]));
    if (measure === undefined) return false;
    return (await (await secretary()).post(`/measures/${measure.id}/ending`, { endsOn: addDays(measure.on as never, pick % 200) })).ok;
  },
  'begin a measure': async (which, pick) => (await (await secretary()).post(`/youths/${which.id}/measures`, {
    departmentId: at(UNITS.map((unit) => org.unit[unit]), pick), title: 'Støtte', act: 'barnets lov', section: `§ ${pick}`, startsOn: '2024-01-01',
  })).status === 201,
};

/** A later event of a uid is never behind the earlier one: not in sequence, nor, where that is the same and the text is not, in its stamp. */
function behind(before: ReadEvent, after: ReadEvent): boolean {
  const sameText = before.summary === after.summary && before.starts === after.starts && before.status === after.status && before.location === after.location;
  return after.sequence < before.sequence || after.stamp < before.stamp || (!sameText && after.sequence === before.sequence && after.stamp === before.stamp);
}

it('never falls: the sequence of an event, whatever is booked, moved, cancelled or moved to another unit', async () => {
  const latest = new Map<string, ReadEvent>();
  const look = async (after: string): Promise<void> => {
    for (const path of paths) {
      for (const event of await readFeed(app, path)) {
        const key = `${path} ${event.uid}`;
        const before = latest.get(key);
        if (before !== undefined && behind(before, event)) throw new Error(`after "${after}": ${JSON.stringify(before)} became ${JSON.stringify(event)}`);
        latest.set(key, event);
      }
    }
  };
  const step = fc.record({ name: fc.constantFrom(...Object.keys(STEPS)), which: fc.nat(MANY - 1), pick: fc.nat(1_000) });
  let minutes = 0;
  await look('the start');
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 8 }), async (steps) => {
    for (const { name, which, pick } of steps) {
      minutes += 1;
      app.clock.moveTo(new Date(Date.now() + minutes * 60_000)); // a stamp tells seconds
      if (await STEPS[name]?.(at(cases, which), pick) === true) done.set(name, (done.get(name) ?? 0) + 1);
      await look(name);
      await drainOutbox(app);
      await look(`${name}, followed up`);
    }
  }), { numRuns: 12, endOnFailure: true });
  expect([...done.keys()].sort()).toEqual(expect.arrayContaining(['book', 'cancel', 'move', 'move to another unit']));
  expect([...latest.values()].some(({ summary, sequence }) => / i uge /.test(summary) && sequence > 3)).toBe(true);
}, 180_000);
