import { type DayBody, daysBetween, startSeries } from './meeting-days.js';
import type { ApiClient, TestApp } from './app.js';
import type { Organisation, StaffName } from './organisation.js';
import { recordYouth } from './youth-builder.js';

/** A row of an agenda as the API answers it. */
export interface RowBody {
  readonly id: string;
  readonly version: number;
  readonly [field: string]: unknown;
}

export interface AgendaBody {
  readonly steps: ReadonlyArray<{ id: string; code: string; title: string; minutes: number; position: number }>;
  readonly headings: ReadonlyArray<{ code: string; statements: ReadonlyArray<{ text: string }> }>;
  readonly [field: string]: unknown;
}

export interface BookedItem {
  readonly id: string;
  readonly youthId: string;
  readonly referralId: string;
}

export interface ItemMaker {
  as(name: StaffName): Promise<ApiClient>;
  /** An item of a new youth whose coordinating caseworker is Freja, to which Solvej and Ulla come. */
  item(referral?: object): Promise<BookedItem>;
  /** Gives an accepted referral the next free slot. */
  book(referralId: string, who: readonly StaffName[]): Promise<string>;
  agenda(bookingId: string, name?: StaffName): Promise<AgendaBody>;
}

/** Starts a series on the moved clock and books items on its days, each in the next free ordinary slot. */
export async function itemMaker(app: TestApp, org: Organisation, from: string, to: string): Promise<ItemMaker> {
  await startSeries(app, org);
  const slots = freeSlots(await daysBetween(app, org, from, to));
  const as = async (name: StaffName): Promise<ApiClient> => app.as(await org.token(name));
  const book = async (referralId: string, who: readonly StaffName[]): Promise<string> => {
    const body = { referralId, slotId: slots.shift(), participantIds: who.map((name) => org.staff[name]) };
    const answer = await (await as('karla')).post('/bookings', body);
    if (answer.status !== 201) throw new Error(`booking was answered ${answer.status} ${JSON.stringify(answer.body)}`);
    return (answer.body as RowBody).id;
  };
  const item = async (over: object = {}): Promise<BookedItem> => {
    const youthId = await recordYouth(app, org, { born: '2009-06-15', coordinator: 'freja' });
    const referral = await (await as('freja')).post('/referrals', {
      youthId, type: 'transition', purpose: 'coordinate', reason: 'Livet efter 18', belongs: { needsSeveralAreas: true },
      youthWish: 'Jeg vil gerne bo i byen', areas: ['social', 'education'], ...over,
    }).expect(201);
    const { id: referralId } = referral.body as RowBody;
    return { id: await book(referralId, ['freja', 'solvej', 'ulla']), youthId, referralId };
  };
  const agenda = async (id: string, name: StaffName = 'freja'): Promise<AgendaBody> =>
    (await (await as(name)).get(`/bookings/${id}/agenda`).expect(200)).body as AgendaBody;
  return { as, item, book, agenda };
}

function freeSlots(days: readonly DayBody[]): string[] {
  return days.flatMap((day) => day.slots.filter((slot) => !slot.urgent).map((slot) => slot.id));
}
