import { addDays, parseCalendarDate } from '../../src/platform/clock/calendar-date.js';
import { settleTasks } from '../../src/tasks/raise-task.js';
import { drainOutbox, runSchedule, type TestApp } from '../support/app.js';
import { startConclusionApp } from '../support/conclusion-app.js';
import type { ConclusionDesk } from '../support/conclusion-desk.js';
import type { Organisation, StaffName } from '../support/organisation.js';
import { openBrowser } from '../support/page-reader.js';

let app: TestApp;
let org: Organisation;
let desk: ConclusionDesk;

beforeAll(async () => {
  ({ app, org, desk } = await startConclusionApp());
});
afterAll(() => app.close());

const DUE_ON = parseCalendarDate('2027-05-20');
const CHECK_ON = parseCalendarDate('2027-05-25');

/** The hourly look at what is overdue, on a day. */
async function lookOn(day: string): Promise<void> {
  app.clock.moveTo(new Date(`${day}T08:00:00Z`));
  await runSchedule(app, 'conclusions.due-tasks');
}

interface Agreed {
  readonly youthId: string;
  readonly id: string;
  readonly followUpId: string;
}

/** An action of Pia, or somebody else, of a youth whom Freja coordinates. It is overdue and has been asked about. */
async function overdue(owner: StaffName = 'pia'): Promise<Agreed> {
  const item = await desk.held();
  const body = await desk.conclude(item, { actions: [{ text: 'Taler med skolen', ownerId: org.staff[owner], dueOn: DUE_ON }] });
  await lookOn(addDays(DUE_ON, 1));
  return { youthId: item.youthId, id: body.actions[0]?.id ?? '', followUpId: body.next.followUpId ?? '' };
}

/** The open tasks about an action or a follow-up on somebody's own list. */
async function askedOf(name: StaffName, subjectId: string): Promise<string[]> {
  const { items } = (await (await desk.as(name)).get('/tasks').expect(200)).body as { items: Array<{ id: string; subjectId: string }> };
  return items.filter((task) => task.subjectId === subjectId).map(({ id }) => id);
}

const expectAsked = async (who: Partial<Record<StaffName, number>>, subjectId: string): Promise<void> => {
  const found: Record<string, number> = {};
  for (const name of Object.keys(who) as StaffName[]) found[name] = (await askedOf(name, subjectId)).length;
  expect(found).toEqual(who);
};

const change = async (id: string, to: object) => (await desk.as('freja')).patch(`/actions/${id}`, to).expect(200);

describe('an overdue action', () => {
  it('is asked of the new owner at once when only the owner changes', async () => {
    const { id } = await overdue();
    await change(id, { ownerId: org.staff.bo });
    await expectAsked({ pia: 0, bo: 1 }, id);
    await lookOn(addDays(DUE_ON, 2));
    await expectAsked({ pia: 0, bo: 1 }, id);
  });

  it('is asked of the new owner also when the former one has left and the team leader was asked', async () => {
    const { id } = await overdue('gitte');
    await expectAsked({ gitte: 1, tage: 0 }, id);
    await org.leave('gitte');
    await lookOn(addDays(DUE_ON, 1));
    await expectAsked({ tage: 1 }, id);
    await change(id, { ownerId: org.staff.bo });
    await org.comeBack('gitte');
    await expectAsked({ gitte: 0, tage: 0, bo: 1 }, id);
  });

  it('of somebody who has left goes from the team leader’s list to the receiver of the work', async () => {
    const { id } = await overdue('gitte');
    await org.leave('gitte');
    await lookOn(addDays(DUE_ON, 1));
    await (await desk.as('tage')).post(`/staff/${org.staff.gitte}/succession`, { to: org.staff.freja }).expect(200);
    await drainOutbox(app);
    await org.comeBack('gitte');
    await expectAsked({ gitte: 0, tage: 0, freja: 1 }, id);
  });

  it('is still asked about when it is tied to a goal on the plan, where owner and date are sent as they stand', async () => {
    const { id, youthId } = await overdue();
    const freja = await openBrowser(app, org, 'freja');
    const page = `/unge/${youthId}/plan/aftaler/${id}`;
    await freja.send(page, page, { ownerId: org.staff.pia, dueOn: DUE_ON, goalId: '' });
    await expectAsked({ pia: 1 }, id);
  });

  it('is left in peace when its date is put off, and asked about again when that has passed', async () => {
    const { id } = await overdue();
    await change(id, { dueOn: '2027-06-10', ownerId: org.staff.bo });
    await lookOn('2027-06-10');
    await expectAsked({ pia: 0, bo: 0 }, id);
    await lookOn('2027-06-11');
    await expectAsked({ pia: 0, bo: 1 }, id);
  });

  it('that was said to be done, or given up, and is opened again is asked about at once', async () => {
    const { id } = await overdue();
    const [task] = await askedOf('pia', id);
    const freja = await desk.as('freja');
    for (const [verb, body] of [['completion', {}], ['dropping', { reason: 'Skolen er lukket' }]] as const) {
      await freja.post(`/actions/${id}/${verb}`, body).expect(200);
      await lookOn(addDays(DUE_ON, 2));
      await expectAsked({ pia: 0 }, id);
      await freja.post(`/actions/${id}/reopening`).expect(200);
      expect(await askedOf('pia', id)).toEqual([task]);
    }
  });

  it('is asked about again by the next look when its task was closed though nobody has done it', async () => {
    const { id } = await overdue();
    await app.inTx((tx) => settleTasks(tx, 'action_overdue', id));
    await expectAsked({ pia: 0 }, id);
    await app.inTx((tx) => tx.execute('UPDATE action SET owner_id = $2 WHERE id = $1', [id, org.staff.bo]));
    await lookOn(addDays(DUE_ON, 1));
    await expectAsked({ pia: 0, bo: 1 }, id);
  });
});

describe('a due follow-up', () => {
  const due = async (): Promise<Agreed> => {
    const agreed = await overdue();
    await lookOn(CHECK_ON);
    return agreed;
  };

  /** Freja hands the youth over, Solvej accepts, and the hour passes. */
  async function handOver(youthId: string): Promise<void> {
    const offer = await (await desk.as('freja')).post(`/youths/${youthId}/handover`, { to: org.staff.solvej }).expect(201);
    await (await desk.as('solvej')).post(`/handovers/${(offer.body as { id: string }).id}/acceptance`).expect(200);
    await lookOn(CHECK_ON);
  }

  it('is asked of the new coordinating caseworker after a hand-over, and no longer of the former one', async () => {
    const { followUpId, youthId } = await due();
    await expectAsked({ freja: 1, solvej: 0 }, followUpId);
    await handOver(youthId);
    await expectAsked({ freja: 0, solvej: 1 }, followUpId);
    await (await desk.as('solvej')).post(`/follow-ups/${followUpId}/completion`).expect(200);
    await lookOn(addDays(CHECK_ON, 1));
    await expectAsked({ freja: 0, solvej: 0 }, followUpId);
  });

  it('that somebody has ticked off stays ticked off, also when the youth is handed over', async () => {
    const { followUpId, youthId } = await due();
    const [task = ''] = await askedOf('freja', followUpId);
    await (await desk.as('freja')).post(`/tasks/${task}/completion`).expect(204);
    await lookOn(addDays(CHECK_ON, 1));
    await handOver(youthId);
    await expectAsked({ freja: 0, solvej: 0 }, followUpId);
  });
});
