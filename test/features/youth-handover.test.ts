import { addDays } from '../../src/platform/clock/calendar-date.js';
import { dateAt, toInstant } from '../../src/platform/clock/zone.js';
import { runSchedule, startApp, type TestApp } from '../support/app.js';
import { organisation, type Organisation, type StaffName } from '../support/organisation.js';
import { recordYouth } from '../support/youth-builder.js';

const ESCALATION = 'youths.handover-escalation';

let app: TestApp;
let org: Organisation;

beforeAll(async () => {
  app = await startApp();
  org = await organisation(app);
});
afterEach(() => app.clock.moveTo(null));
afterAll(() => app.close());

async function as(name: StaffName) {
  return app.as(await org.token(name));
}

async function offer(youthId: string, from: StaffName, to: StaffName): Promise<string> {
  const answer = await (await as(from)).post(`/youths/${youthId}/handover`, { to: org.staff[to] }).expect(201);
  return (answer.body as { id: string }).id;
}

async function coordinatorOf(youthId: string): Promise<string | null> {
  const rows = await app.inTx((tx) => tx.query<{ staff_id: string }>('SELECT staff_id FROM coordination WHERE youth_id = $1 AND until_at IS NULL', [youthId]));
  expect(rows.length).toBeLessThanOrEqual(1);
  return rows[0]?.staff_id ?? null;
}

async function openTasks(name: StaffName, handoverId: string): Promise<number> {
  const answer = await (await as(name)).get('/tasks').expect(200);
  const { items } = answer.body as { items: Array<{ kind: string; subjectId: string }> };
  return items.filter((task) => task.kind === 'handover_unanswered' && task.subjectId === handoverId).length;
}

describe('a hand-over', () => {
  it('leaves the youth with the present coordinating caseworker until it is accepted', async () => {
    const laust = await recordYouth(app, org, { born: '2008-11-19', coordinator: 'freja' });
    const id = await offer(laust, 'freja', 'solvej');
    expect(await coordinatorOf(laust)).toBe(org.staff.freja);
    await (await as('solvej')).get(`/youths/${laust}`).expect(404);

    await (await as('solvej')).post(`/handovers/${id}/acceptance`).expect(200);
    expect(await coordinatorOf(laust)).toBe(org.staff.solvej);
    const opened = await (await as('solvej')).get(`/youths/${laust}`).expect(200);
    expect(opened.body).toMatchObject({ coordinator: { name: 'Solvej Marstrand' }, openHandover: null, ground: 'coordinating_caseworker' });
    await (await as('freja')).get(`/youths/${laust}`).expect(404);

    const history = await (await as('solvej')).get(`/youths/${laust}/coordinators`).expect(200);
    expect((history.body as { items: object[] }).items).toEqual([
      { staff: { id: org.staff.solvej, name: 'Solvej Marstrand' }, fromAt: expect.any(String) as string, untilAt: null },
      { staff: { id: org.staff.freja, name: 'Freja Holmgaard' }, fromAt: expect.any(String) as string, untilAt: expect.any(String) as string },
    ]);
  });

  it('shows the receiver whom it is about, and nothing more', async () => {
    const laust = await recordYouth(app, org, { born: '2008-11-19', name: 'Laust Pilegaard', coordinator: 'freja' });
    const id = await offer(laust, 'freja', 'jonas');
    const { body } = await (await as('jonas')).get('/handovers').expect(200);
    const mine = (body as { items: Array<{ id: string }> }).items.find((item) => item.id === id);
    expect(mine).toMatchObject({ youth: { name: 'Laust Pilegaard', birthDate: '2008-11-19' }, from: { name: 'Freja Holmgaard' }, state: 'offered' });
    expect((await (await as('pia')).get('/handovers').expect(200)).body).toEqual({ items: [] });
  });

  it('may be declined, and nothing changes hands', async () => {
    const youth = await recordYouth(app, org, { born: '2009-03-02', coordinator: 'freja' });
    const id = await offer(youth, 'freja', 'solvej');
    await (await as('solvej')).post(`/handovers/${id}/refusal`).expect(200);
    expect(await coordinatorOf(youth)).toBe(org.staff.freja);
    const late = await (await as('solvej')).post(`/handovers/${id}/acceptance`).expect(409);
    expect(late.body).toMatchObject({ code: 'invalid_transition' });
  });

  it('may be taken back by who offered it, and offered to another then', async () => {
    const youth = await recordYouth(app, org, { born: '2009-03-02', coordinator: 'freja' });
    const id = await offer(youth, 'freja', 'solvej');
    const second = await (await as('freja')).post(`/youths/${youth}/handover`, { to: org.staff.bo }).expect(409);
    expect(second.body).toMatchObject({ code: 'handover_open' });
    await (await as('freja')).post(`/handovers/${id}/withdrawal`).expect(200);
    await offer(youth, 'freja', 'bo');
  });

  it('is offered by the coordinating caseworker or a team leader of the unit, and by nobody else', async () => {
    const youth = await recordYouth(app, org, { born: '2009-03-02', coordinator: 'freja', measure: { act: 'barnets lov', section: '32', from: '2025-01-01' } });
    const refused = await (await as('gitte')).post(`/youths/${youth}/handover`, { to: org.staff.bo }).expect(403);
    expect(refused.body).toMatchObject({ code: 'not_coordinator' });
    await (await as('sonja')).post(`/youths/${youth}/handover`, { to: org.staff.bo }).expect(404);
    await offer(youth, 'tage', 'bo');
  });

  it('reaches a youth that has nobody yet', async () => {
    const emil = await recordYouth(app, org, { born: '2009-01-24' });
    const id = await offer(emil, 'tage', 'ulla');
    await (await as('ulla')).post(`/handovers/${id}/acceptance`).expect(200);
    expect(await coordinatorOf(emil)).toBe(org.staff.ulla);
  });

  it('goes to caseworkers and team leaders only', async () => {
    const youth = await recordYouth(app, org, { born: '2009-03-02', coordinator: 'freja' });
    const answer = await (await as('freja')).post(`/youths/${youth}/handover`, { to: org.staff.anker }).expect(422);
    expect(answer.body).toMatchObject({ code: 'not_a_caseworker' });
    const same = await (await as('freja')).post(`/youths/${youth}/handover`, { to: org.staff.freja }).expect(422);
    expect(same.body).toMatchObject({ code: 'same_coordinator' });
  });

  it('is unknown to everybody it does not concern', async () => {
    const youth = await recordYouth(app, org, { born: '2009-03-02', coordinator: 'freja' });
    const id = await offer(youth, 'freja', 'solvej');
    const stranger = await as('pia');
    for (const verb of ['acceptance', 'refusal', 'withdrawal']) {
      const foreign = await stranger.post(`/handovers/${id}/${verb}`).expect(404);
      const unknown = await stranger.post(`/handovers/01900000-0000-7000-8000-000000000000/${verb}`).expect(404);
      expect(foreign.body).toEqual(unknown.body);
    }
    const offerer = await (await as('freja')).post(`/handovers/${id}/acceptance`).expect(403);
    expect(offerer.body).toMatchObject({ code: 'not_receiver' });
  });

  it('goes through once when accepted twice at the same time', async () => {
    const youth = await recordYouth(app, org, { born: '2009-03-02', coordinator: 'freja' });
    const id = await offer(youth, 'freja', 'solvej');
    const receiver = await as('solvej');
    const answers = await Promise.all([1, 2, 3, 4].map(() => receiver.post(`/handovers/${id}/acceptance`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    expect(await coordinatorOf(youth)).toBe(org.staff.solvej);
  });

  it('is in the log with its ground, in one row for each request', async () => {
    const youth = await recordYouth(app, org, { born: '2009-03-02', coordinator: 'freja' });
    const id = await offer(youth, 'freja', 'solvej');
    const rows = await app.inTx((tx) => tx.query('SELECT action, ground, youth_ids FROM audit_entry WHERE subject_id = $1', [id]));
    expect(rows).toEqual([{ action: 'handover.offered', ground: 'coordinating_caseworker', youth_ids: [youth] }]);
  });
});

describe('after seven days without an answer', () => {
  it('both team leaders are told, once, and not before', async () => {
    const youth = await recordYouth(app, org, { born: '2009-03-02', coordinator: 'freja' });
    const offeredOn = dateAt(new Date());
    const id = await offer(youth, 'freja', 'solvej');

    app.clock.moveTo(toInstant(addDays(offeredOn, 6), '12:00'));
    await runSchedule(app, ESCALATION);
    expect(await openTasks('tage', id)).toBe(0);

    app.clock.moveTo(toInstant(addDays(offeredOn, 7), '12:00'));
    await runSchedule(app, ESCALATION);
    await runSchedule(app, ESCALATION);
    app.clock.moveTo(null);
    expect([await openTasks('tage', id), await openTasks('sonja', id), await openTasks('bo', id)]).toEqual([1, 1, 0]);
    expect(await coordinatorOf(youth)).toBe(org.staff.freja);

    await (await as('solvej')).post(`/handovers/${id}/acceptance`).expect(200);
    expect([await openTasks('tage', id), await openTasks('sonja', id)]).toEqual([0, 0]);
  });
});
