import { createTestYouth, type YouthOfCase } from './case-youth.js';
import { bookItems, concludeFirst, raiseOtherReferrals } from './case-items.js';
import { aroundTheCase, planOf } from './case-surroundings.js';
import { newId } from '../../src/platform/database/ids.js';
import type { TestApp } from '../support/app.js';
import { drainOutbox } from '../support/app.js';
import { daysBetween, startSeries, type DayBody } from '../support/meeting-days.js';
import type { Organisation } from '../support/organisation.js';

/** The day on which the case is made; its items lie after it. */
const CASE_DAY = new Date('2026-11-23T08:00:00Z');

/** Ids by the name of what they name; `youth`, `measure`, `booking`, … */
export type Ids = Readonly<Record<string, string>>;

export interface Meetings {
  readonly seriesId: string;
  readonly days: readonly DayBody[];
  /** Ordinary slots that nobody has taken. */
  readonly slots: string[];
}

export interface CaseWish {
  readonly protected?: boolean;
  /** Stands at the end of each canary, so that two cases can be told apart. */
  readonly mark?: string;
}

/** A K-møde every week from December on. */
export async function openMeetings(app: TestApp, org: Organisation): Promise<Meetings> {
  app.clock.moveTo(CASE_DAY);
  const seriesId = await startSeries(app, org, { intervalDays: 7, room: 'Møllestuen' });
  const days = (await daysBetween(app, org, '2026-12-03', '2027-05-20')).filter((day) => day.state === 'planned');
  return { seriesId, days, slots: days.slice(0, -3).flatMap((day) => day.slots.filter((slot) => !slot.urgent).map((slot) => slot.id)) };
}

/** A youth of Ungeenheden that Freja coordinates, with one object of every kind that a route can name. */
export async function frejasCase(app: TestApp, org: Organisation, meetings: Meetings, wish: CaseWish = {}): Promise<{ ids: Ids; youth: YouthOfCase }> {
  app.clock.moveTo(CASE_DAY);
  const youth = await createTestYouth(app, org, wish);
  await drainOutbox(app);
  const ids: Record<string, string> = { ...youth.ids };
  Object.assign(ids, await bookItems(app, org, meetings, youth));
  Object.assign(ids, await raiseOtherReferrals(app, org, youth));
  Object.assign(ids, await planOf(app, org, youth));
  Object.assign(ids, await concludeFirst(app, org, youth, ids));
  Object.assign(ids, await aroundTheCase(app, org, meetings, youth, ids));
  await drainOutbox(app);
  Object.assign(ids, await postOf(app, ids));
  return { ids, youth };
}

/** What waits for the municipality's own post: the letter about the coming item, and minutes for the professional from outside. */
async function postOf(app: TestApp, { booking, guest }: Ids): Promise<Ids> {
  return app.inTx(async (tx) => {
    const [letter] = await tx.query<{ id: string }>("SELECT id FROM letter WHERE booking_id = $1 AND NOT outdated ORDER BY recipient_kind LIMIT 1", [booking]);
    const minutesCopy = newId();
    await tx.query('INSERT INTO minutes_copy (id, booking_id, guest_id, created_at) VALUES ($1, $2, $3, $4)', [minutesCopy, booking, guest, tx.now]);
    return { letter: letter?.id ?? '', minutesCopy };
  });
}
