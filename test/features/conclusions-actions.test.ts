import { drainOutbox, runSchedule, type TestApp } from '../support/app.js';
import { startConclusionApp } from '../support/conclusion-app.js';
import type { ConclusionDesk, HeldItem } from '../support/conclusion-desk.js';
import type { Organisation } from '../support/organisation.js';

let app: TestApp;
let org: Organisation;
let desk: ConclusionDesk;

beforeAll(async () => {
  ({ app, org, desk } = await startConclusionApp());
});
afterAll(() => app.close());

interface Line {
  readonly id: string;
  readonly state: string;
  readonly dueOn: string;
  readonly overdue: boolean;
  readonly owner: { readonly id: string };
  readonly youth: { readonly id: string } | null;
}

const rows = <R>(sql: string, params: unknown[]): Promise<R[]> => app.inTx((tx) => tx.query<R & Record<string, unknown>>(sql, params));

/** An action of Pia, who did not come to the item, agreed at an item that was just concluded. */
async function agreed(over: object = {}): Promise<{ item: HeldItem; id: string; followUpId: string }> {
  const item = await desk.held();
  const body = await desk.conclude(item, { actions: [{ text: 'Taler med skolen', ownerId: org.staff.pia, dueOn: '2027-05-20', ...over }] });
  return { item, id: body.actions[0]?.id ?? '', followUpId: body.next.followUpId ?? '' };
}

const accessOf = async (youthId: string, staffId: string): Promise<(Date | null)[]> => (await rows<{ until: Date | null }>(
  "SELECT until_at AS until FROM youth_access WHERE youth_id = $1 AND staff_id = $2 AND ground = 'booked_item'", [youthId, staffId])).map(({ until }) => until);

describe('an agreed action', () => {
  it('is on its owner’s list, the first due on top', async () => {
    const { id, item } = await agreed();
    const list = (await (await desk.as('pia')).get('/actions?owner=me&state=open').expect(200)).body as { items: Line[] };
    expect(list.items.find((line) => line.id === id)).toMatchObject({ text: 'Taler med skolen', youth: { id: item.youthId }, overdue: false });
    expect(list.items.map((line) => line.dueOn)).toEqual([...list.items.map((line) => line.dueOn)].sort());
    const done = (await (await desk.as('pia')).get('/actions?owner=me&state=done').expect(200)).body as { items: Line[] };
    expect(done.items).toEqual([]);
  });

  it('lets its owner see the youth until it is closed, and no longer than thirty days after the item', async () => {
    const { id, item } = await agreed();
    expect(await accessOf(item.youthId, org.staff.pia)).toEqual([null]);
    await (await desk.as('pia')).get(`/youths/${item.youthId}`).expect(200);
    await (await desk.as('pia')).post(`/actions/${id}/completion`).expect(200);
    const [until] = await accessOf(item.youthId, org.staff.pia);
    const [{ endsAt } = { endsAt: new Date(0) }] = await rows<{ endsAt: Date }>('SELECT ends_at AS "endsAt" FROM booking WHERE id = $1', [item.id]);
    expect((until?.getTime() ?? 0) - endsAt.getTime()).toBe(30 * 86_400_000);
    app.clock.moveTo(new Date((until?.getTime() ?? 0) + 1));
    await (await desk.as('pia')).get(`/youths/${item.youthId}`).expect(404);
    await (await desk.as('pia')).post(`/actions/${id}/reopening`).expect(404);
  });

  it('is done once, can be taken back, and can be given up with a reason', async () => {
    const { id } = await agreed();
    const pia = await desk.as('pia');
    expect((await pia.post(`/actions/${id}/completion`).expect(200)).body).toMatchObject({ state: 'done' });
    expect((await pia.post(`/actions/${id}/completion`).expect(200)).body).toMatchObject({ state: 'done' });
    const dropping = await pia.post(`/actions/${id}/dropping`, { reason: 'Ikke nødvendigt' }).expect(409);
    expect(dropping.body).toMatchObject({ code: 'invalid_transition', state: 'done' });
    expect((await pia.post(`/actions/${id}/reopening`).expect(200)).body).toMatchObject({ state: 'open' });
    expect((await pia.post(`/actions/${id}/dropping`, { reason: 'Skolen er lukket' }).expect(200)).body).toMatchObject({ state: 'dropped', closedReason: 'Skolen er lukket' });
    await pia.post(`/actions/${id}/dropping`, {}).expect(400);
  });

  it('gets another date or another owner, who then may see the youth instead', async () => {
    const { id, item } = await agreed();
    const freja = await desk.as('freja');
    const past = await freja.patch(`/actions/${id}`, { dueOn: '2026-11-01' }).expect(422);
    expect(past.body).toMatchObject({ code: 'due_in_past' });
    const changed = await freja.patch(`/actions/${id}`, { dueOn: '2027-06-01', ownerId: org.staff.bo }).expect(200);
    expect(changed.body).toMatchObject({ dueOn: '2027-06-01', owner: { name: 'Bo Kjelding' } });
    expect(await accessOf(item.youthId, org.staff.bo)).toEqual([null]);
    expect((await accessOf(item.youthId, org.staff.pia))[0]).not.toBeNull();
    await freja.patch(`/actions/${id}`, { ownerId: '01890000-0000-7000-8000-000000000000' }).expect(422);
  });

  it('is closed by its owner, the coordinating caseworker or the owner’s leader; others who see it may not', async () => {
    const { id } = await agreed({ ownerId: org.staff.solvej });
    expect((await (await desk.as('ulla')).post(`/actions/${id}/completion`).expect(403)).body).toMatchObject({ code: 'not_your_action' });
    await (await desk.as('sonja')).post(`/actions/${id}/completion`).expect(200);
    await (await desk.as('freja')).post(`/actions/${id}/reopening`).expect(200);
  });

  it('of a foreign youth is the same 404 as an unknown one', async () => {
    const { id } = await agreed();
    const jonas = await desk.as('jonas');
    const unknown = '01890000-0000-7000-8000-000000000000';
    for (const verb of ['completion', 'reopening', 'dropping']) {
      const [foreign, missing] = [await jonas.post(`/actions/${id}/${verb}`, { reason: 'x' }), await jonas.post(`/actions/${unknown}/${verb}`, { reason: 'x' })];
      expect([foreign.status, (foreign.body as { code: string }).code]).toEqual([missing.status, (missing.body as { code: string }).code]);
      expect(foreign.status).toBe(404);
    }
    await jonas.patch(`/actions/${id}`, { ownerId: org.staff.jonas }).expect(404);
    const list = (await jonas.get('/actions?state=open').expect(200)).body as { items: Line[] };
    expect(list.items).toEqual([]);
  });
});

describe('a follow-up', () => {
  it('is the coordinating caseworker’s; checking it may set another day', async () => {
    const { followUpId, item } = await agreed();
    const freja = await desk.as('freja');
    const mine = (await freja.get('/follow-ups').expect(200)).body as { items: { id: string; openActions: number }[] };
    expect(mine.items.find((line) => line.id === followUpId)).toMatchObject({ checkOn: '2027-05-25', openActions: 1, due: false });
    await (await desk.as('solvej')).post(`/follow-ups/${followUpId}/completion`).expect(403);
    await (await desk.as('jonas')).post(`/follow-ups/${followUpId}/completion`).expect(404);
    expect((await freja.post(`/follow-ups/${followUpId}/completion`, { nextCheckOn: '2027-08-02' }).expect(200)).body).toMatchObject({ state: 'done' });
    expect(await rows('SELECT check_on::text AS on, state, revision FROM follow_up WHERE youth_id = $1 ORDER BY created_at, check_on', [item.youthId]))
      .toEqual([{ on: '2027-05-25', state: 'done', revision: 1 }, { on: '2027-08-02', state: 'open', revision: 0 }]);
  });

  it('moves under the same calendar identity, with a higher revision', async () => {
    const { followUpId } = await agreed();
    const [before] = await rows<{ uid: string }>('SELECT uid FROM follow_up WHERE id = $1', [followUpId]);
    await (await desk.as('freja')).patch(`/follow-ups/${followUpId}`, { checkOn: '2027-06-07' }).expect(200);
    expect(await rows('SELECT uid, revision, check_on::text AS on FROM follow_up WHERE id = $1', [followUpId])).toEqual([{ uid: before?.uid, revision: 1, on: '2027-06-07' }]);
    await (await desk.as('freja')).patch(`/follow-ups/${followUpId}`, { checkOn: '2026-01-01' }).expect(422);
  });

  it('goes to whoever coordinates the youth now', async () => {
    const { followUpId, item } = await agreed();
    await app.inTx((tx) => tx.query('UPDATE coordination SET staff_id = $2 WHERE youth_id = $1 AND until_at IS NULL', [item.youthId, org.staff.solvej]));
    await runSchedule(app, 'conclusions.due-tasks');
    await runSchedule(app, 'conclusions.due-tasks');
    expect(await rows('SELECT owner_id AS owner, revision FROM follow_up WHERE id = $1', [followUpId])).toEqual([{ owner: org.staff.solvej, revision: 1 }]);
  });
});

describe('what time asks for', () => {
  const tasks = (subjectId: string): Promise<object[]> =>
    rows('SELECT kind, assignee_id AS whom, assignee_role AS role, done_at IS NOT NULL AS done FROM task WHERE subject_id = $1 ORDER BY created_at', [subjectId]);

  it('an overdue action asks its owner once, and the question goes when it is done', async () => {
    const { id } = await agreed();
    app.clock.moveTo(new Date('2027-05-20T12:00:00Z'));
    await runSchedule(app, 'conclusions.due-tasks');
    expect(await tasks(id)).toEqual([]);
    app.clock.moveTo(new Date('2027-05-20T22:30:00Z'));
    await runSchedule(app, 'conclusions.due-tasks');
    await runSchedule(app, 'conclusions.due-tasks');
    expect(await tasks(id)).toEqual([{ kind: 'action_overdue', whom: org.staff.pia, role: null, done: false }]);
    await (await desk.as('freja')).post(`/actions/${id}/completion`).expect(200);
    expect(await tasks(id)).toEqual([{ kind: 'action_overdue', whom: org.staff.pia, role: null, done: true }]);
  });

  it('an action of somebody who left asks the unit’s leader', async () => {
    const { id } = await agreed({ ownerId: org.staff.gitte });
    await app.inTx((tx) => tx.query('UPDATE staff_member SET deactivated_at = $2 WHERE id = $1', [org.staff.gitte, tx.now]));
    app.clock.moveTo(new Date('2027-05-21T12:00:00Z'));
    await runSchedule(app, 'conclusions.due-tasks');
    await org.comeBack('gitte');
    expect(await tasks(id)).toEqual([{ kind: 'action_overdue', whom: null, role: 'team_leader', done: false }]);
  });

  it('a follow-up asks on its day, and an item that was held and not concluded asks the next day', async () => {
    const { followUpId } = await agreed();
    const open = await desk.held();
    await runSchedule(app, 'conclusions.due-tasks');
    expect(await tasks(open.id)).toEqual([]);
    app.clock.moveTo(new Date('2027-05-25T08:00:00Z'));
    await runSchedule(app, 'conclusions.due-tasks');
    expect(await tasks(followUpId)).toEqual([{ kind: 'follow_up_due', whom: org.staff.freja, role: null, done: false }]);
    expect(await tasks(open.id)).toEqual([{ kind: 'conclusion_missing', whom: org.staff.freja, role: null, done: false }]);
    await desk.conclude(open, { next: { closedBecause: 'Alt er på plads.' }, actions: [], noActionsBecause: 'Intet udestår.' });
    expect(await tasks(open.id)).toEqual([{ kind: 'conclusion_missing', whom: org.staff.freja, role: null, done: true }]);
  });
});

describe('somebody leaves', () => {
  it('and open actions and follow-ups go to the receiver, who may see those youths', async () => {
    const mine = await agreed({ ownerId: org.staff.freja });
    const done = await agreed({ ownerId: org.staff.freja });
    await (await desk.as('freja')).post(`/actions/${done.id}/completion`).expect(200);
    await (await desk.as('tage')).post(`/staff/${org.staff.freja}/succession`, { to: org.staff.gitte }).expect((answer) => {
      if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
    });
    await drainOutbox(app);
    await runSchedule(app, 'conclusions.due-tasks');
    expect(await rows('SELECT id, owner_id AS owner FROM action WHERE id = ANY ($1::uuid[]) ORDER BY id', [[mine.id, done.id]]))
      .toEqual([{ id: mine.id, owner: org.staff.gitte }, { id: done.id, owner: org.staff.freja }]);
    expect(await rows('SELECT owner_id AS owner, revision FROM follow_up WHERE id = $1', [mine.followUpId])).toEqual([{ owner: org.staff.gitte, revision: 1 }]);
    expect(await accessOf(mine.item.youthId, org.staff.gitte)).toEqual([null]);
  });
});
