import { addDays } from '../../src/platform/clock/calendar-date.js';
import { dateAt, toInstant } from '../../src/platform/clock/zone.js';
import { runSchedule, startApp, type TestApp } from '../support/app.js';
import { organisation, type Organisation, type StaffName } from '../support/organisation.js';
import { recordYouth } from '../support/youth-builder.js';

let app: TestApp;
let org: Organisation;
let line: string;
let oskar: string;
let malik: string;
let pias: string;
let frejas: string;

beforeAll(async () => {
  app = await startApp();
  org = await organisation(app);
  line = await recordYouth(app, org, { born: '2010-03-05', name: 'Line Aagaard', coordinator: 'gitte' });
  oskar = await recordYouth(app, org, { born: '2010-11-04', coordinator: 'gitte' });
  malik = await recordYouth(app, org, { born: '2009-06-24', coordinator: 'gitte' });
  pias = await recordYouth(app, org, { born: '2010-03-05', coordinator: 'pia' });
  frejas = await recordYouth(app, org, { born: '2010-03-05', coordinator: 'freja' });
});
afterEach(() => app.clock.moveTo(null));
afterAll(() => app.close());

async function as(name: StaffName) {
  return app.as(await org.token(name));
}

interface Succession {
  readonly id: string;
  readonly handovers: Array<{ id: string; youthId: string; to: string }>;
  readonly withoutReceiver: string[];
}

async function succeed(leaver: StaffName, body: object): Promise<Succession> {
  return (await (await as('tage')).post(`/staff/${org.staff[leaver]}/succession`, body).expect(200)).body as Succession;
}

async function movesOf(successionId: string): Promise<object[]> {
  const rows = await app.inTx((tx) => tx.query<{ payload: { successionId: string } }>("SELECT payload FROM outbox_message WHERE kind = 'staff.succeeded'"));
  return rows.map(({ payload }) => payload).filter((payload) => payload.successionId === successionId);
}

async function coordinatedBy(name: StaffName): Promise<string[]> {
  const rows = await app.inTx((tx) => tx.query<{ id: string }>(
    'SELECT youth_id AS id FROM coordination WHERE staff_id = $1 AND until_at IS NULL ORDER BY youth_id', [org.staff[name]],
  ));
  return rows.map(({ id }) => id);
}

describe("a leaver's work", () => {
  it('is offered in one call, youth by youth, and the actions move at once', async () => {
    const { id, handovers, withoutReceiver } = await succeed('gitte', { to: org.staff.freja, assignments: [{ youthId: oskar, to: org.staff.bo }] });
    expect(Object.fromEntries(handovers.map(({ youthId, to }) => [youthId, to]))).toEqual({
      [line]: org.staff.freja, [oskar]: org.staff.bo, [malik]: org.staff.freja,
    });
    expect(withoutReceiver).toEqual([]);
    expect(await movesOf(id)).toEqual(expect.arrayContaining([
      { successionId: id, fromStaffId: org.staff.gitte, toStaffId: org.staff.bo, youthIds: [oskar], exceptYouthIds: [] },
      { successionId: id, fromStaffId: org.staff.gitte, toStaffId: org.staff.freja, youthIds: null, exceptYouthIds: [oskar] },
    ]));

    expect(await coordinatedBy('gitte')).toEqual([line, oskar, malik].sort());
    const ofOskar = handovers.find(({ youthId }) => youthId === oskar)?.id ?? '';
    await (await as('bo')).post(`/handovers/${ofOskar}/acceptance`).expect(200);
    expect(await coordinatedBy('gitte')).toEqual([line, malik].sort());

    const again = await succeed('gitte', { to: org.staff.freja });
    expect(again.handovers.map((each) => each.id).sort()).toEqual(handovers.filter(({ youthId }) => youthId !== oskar).map((each) => each.id).sort());
  });

  it('stays with the leaver until accepted, also when deactivated, and the team leader is told', async () => {
    await app.inTx((tx) => tx.execute('UPDATE staff_member SET department_id = $2 WHERE id = $1', [org.staff.pia, org.unit.ungeenhed]));
    await org.leave('pia');
    await runSchedule(app, 'youths.handover-escalation');
    await runSchedule(app, 'youths.handover-escalation');
    const { body } = await (await as('tage')).get('/tasks').expect(200);
    const told = (body as { items: Array<{ kind: string; subjectId: string }> }).items.filter((task) => task.kind === 'staff_left');
    expect(told.map(({ subjectId }) => subjectId)).toEqual([org.staff.pia]);

    const { handovers } = await succeed('pia', { to: org.staff.freja });
    expect(await coordinatedBy('pia')).toEqual([pias]);
    await (await as('freja')).post(`/handovers/${handovers[0]?.id ?? ''}/acceptance`).expect(200);
    expect(await coordinatedBy('pia')).toEqual([]);
  });

  it('is offered to another when a second call says so, and escalated like every other hand-over', async () => {
    const { handovers } = await succeed('gitte', { assignments: [{ youthId: malik, to: org.staff.solvej }] });
    app.clock.moveTo(toInstant(addDays(dateAt(new Date()), 7), '12:00'));
    await runSchedule(app, 'youths.handover-escalation');
    app.clock.moveTo(null);
    const { body } = await (await as('sonja')).get('/tasks').expect(200);
    expect((body as { items: Array<{ subjectId: string }> }).items.map(({ subjectId }) => subjectId)).toContain(handovers.find(({ youthId }) => youthId === malik)?.id);
  });

  it("is moved by the leaver's own team leader alone", async () => {
    const stranger = await as('sonja');
    const foreign = await stranger.post(`/staff/${org.staff.gitte}/succession`, { to: org.staff.solvej }).expect(404);
    const unknown = await stranger.post('/staff/01900000-0000-7000-8000-000000000000/succession', { to: org.staff.solvej }).expect(404);
    expect(foreign.body).toEqual(unknown.body);
    await (await as('freja')).post(`/staff/${org.staff.gitte}/succession`, { to: org.staff.freja }).expect(403);
  });

  it("takes no youth that is not the leaver's, and no call without a receiver", async () => {
    const leader = await as('tage');
    const wrong = await leader.post(`/staff/${org.staff.gitte}/succession`, { assignments: [{ youthId: frejas, to: org.staff.bo }] }).expect(422);
    expect(wrong.body).toMatchObject({ code: 'not_coordinated_by_leaver' });
    const nobody = await leader.post(`/staff/${org.staff.gitte}/succession`, {}).expect(400);
    expect(nobody.body).toMatchObject({ errors: [{ field: 'to', code: 'required' }] });
    await leader.post(`/staff/${org.staff.gitte}/succession`, { to: org.staff.gitte }).expect(400);
  });
});
