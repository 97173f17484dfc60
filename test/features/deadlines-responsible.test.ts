import type { ReminderLine } from '../../src/deadlines/reminders/my-reminders.js';
import type { CalendarDate } from '../../src/platform/clock/calendar-date.js';
import { toInstant } from '../../src/platform/clock/zone.js';
import type { Actor } from '../../src/platform/database/actor.js';
import { newId } from '../../src/platform/database/ids.js';
import { countOwnWork, type OwnWork } from '../../src/reports/front-page/own-work.js';
import { drainOutbox, runSchedule, startApp, type TestApp } from '../support/app.js';
import { organisation, type Organisation, type StaffName, type UnitName } from '../support/organisation.js';
import { recordYouth } from '../support/youth-builder.js';

let app: TestApp;
let org: Organisation;

beforeAll(async () => {
  app = await startApp();
  org = await organisation(app);
});
beforeEach(() => turnTo('2026-06-01'));
afterAll(() => app.close());

/** A special-school pupil who turns 17 on 1 October 2026: one driving deadline, the transition meeting. */
const wish = { born: '2009-10-01', specialSchool: true } as const;

function turnTo(date: string): void {
  app.clock.moveTo(toInstant(date as CalendarDate, '06:00'));
}

/** The night of a date: the sweep is planned and its shares are worked off. */
async function nightOf(date: string): Promise<void> {
  turnTo(date);
  await runSchedule(app, 'deadlines.sweep');
  await drainOutbox(app);
}

async function handOver(youthId: string, from: StaffName, to: StaffName): Promise<void> {
  const { body } = await app.as(await org.token(from)).post(`/youths/${youthId}/handover`, { to: org.staff[to] }).expect(201);
  await app.as(await org.token(to)).post(`/handovers/${(body as { id: string }).id}/acceptance`).expect(200);
  await drainOutbox(app);
}

/** Every reminder of a youth that a person was ever given. */
async function given(name: StaffName, youthId: string): Promise<string[]> {
  const rows = await app.inTx((tx) => tx.query<{ step: string }>(
    'SELECT r.step FROM reminder r JOIN deadline d ON d.id = r.deadline_id WHERE d.youth_id = $1 AND r.recipient_id = $2 ORDER BY r.created_at',
    [youthId, org.staff[name]],
  ));
  return rows.map(({ step }) => step);
}

/** Those that stand on the person's list: of the same length as the number on the front page. */
async function listed(name: StaffName, youthId: string): Promise<string[]> {
  const { body } = await app.as(await org.token(name)).get('/reminders').expect(200);
  const { items } = body as { items: ReminderLine[] };
  expect((await ownWork(name)).reminders).toBe(items.filter(({ seen }) => !seen).length);
  const deadlines = await app.inTx((tx) => tx.query<{ id: string }>('SELECT id FROM deadline WHERE youth_id = $1', [youthId]));
  return items.filter(({ deadlineId }) => deadlines.some(({ id }) => id === deadlineId)).map(({ step }) => step);
}

async function ownWork(name: StaffName): Promise<OwnWork> {
  const [row] = await app.inTx((tx) => tx.query<{ department: string; roles: Actor['roles'] }>(
    'SELECT s.department_id AS department, array_agg(r.role) AS roles FROM staff_member s JOIN staff_role r ON r.staff_id = s.id WHERE s.id = $1 GROUP BY s.id',
    [org.staff[name]],
  ));
  const actor: Actor = { kind: 'staff', staffId: org.staff[name], name, roles: row?.roles ?? [], departmentId: row?.department ?? null, requestId: 'test' };
  return app.inTx(countOwnWork, actor);
}

async function openTasks(name: StaffName): Promise<{ id: string; kind: string }[]> {
  const { body } = await app.as(await org.token(name)).get('/tasks').expect(200);
  return (body as { items: { id: string; kind: string }[] }).items;
}

async function escalations(youthId: string): Promise<number> {
  return (await app.inTx((tx) => tx.query(`SELECT 1 FROM task WHERE kind = 'deadline_overdue' AND youth_id = $1`, [youthId]))).length;
}

async function leadsToo(name: StaffName): Promise<void> {
  await app.inTx((tx) => tx.execute(
    `INSERT INTO staff_role (id, staff_id, role, valid_from) VALUES ($1, $2, 'team_leader', '2026-01-01')`, [newId(), org.staff[name]],
  ));
}

describe('who is responsible for a deadline', () => {
  it('is after a hand-over the new coordinating caseworker, reminded once of the step it is at', async () => {
    const youth = await recordYouth(app, org, { ...wish, coordinator: 'freja' });
    for (const date of ['2026-07-10', '2026-10-02']) await nightOf(date);
    expect(await listed('freja', youth)).toEqual(['overdue']);
    const before = (await ownWork('freja')).reminders;
    await handOver(youth, 'freja', 'pia');
    expect(await listed('freja', youth)).toEqual([]);
    expect((await ownWork('freja')).reminders).toBe(before - 1);
    for (const date of ['2026-10-03', '2026-10-04']) await nightOf(date);
    expect(await given('pia', youth)).toEqual(['overdue']);
    expect(await listed('pia', youth)).toEqual(['overdue']);
    expect(await given('freja', youth)).toEqual(['days_90', 'overdue']);
    expect(await escalations(youth)).toBe(1);
  });

  it('is the team leader until somebody coordinates', async () => {
    const youth = await recordYouth(app, org, wish);
    await nightOf('2026-10-02');
    expect(await listed('tage', youth)).toEqual(['overdue']);
    await handOver(youth, 'tage', 'ulla');
    await nightOf('2026-10-03');
    expect(await given('ulla', youth)).toEqual(['overdue']);
    expect(await listed('tage', youth)).toEqual([]);
  });

  it('is each of two team leaders, who get theirs once, also the one who came later', async () => {
    const youth = await recordYouth(app, org, { ...wish, unit: 'social' });
    await nightOf('2026-10-02');
    await leadsToo('solvej');
    for (const date of ['2026-10-03', '2026-10-04']) await nightOf(date);
    for (const name of ['sonja', 'solvej'] as const) {
      expect(await given(name, youth)).toEqual(['overdue']);
      expect(await listed(name, youth)).toEqual(['overdue']);
    }
    expect(await escalations(youth)).toBe(1);
  });
});

describe('a unit that was ended and stands in the staff file again', () => {
  /** The unit has a new row under its code, and the person is in that; the youths keep the old one. */
  async function newRowOf(unit: UnitName, name: StaffName): Promise<string> {
    const fresh = newId();
    await app.inTx(async (tx) => {
      await tx.execute('UPDATE department SET valid_to = $2::date - 1 WHERE id = $1', [org.unit[unit], tx.today]);
      await tx.execute(
        'INSERT INTO department (id, code, name, kind, valid_from) SELECT $2, code, name, kind, $3 FROM department WHERE id = $1', [org.unit[unit], fresh, tx.today],
      );
      await tx.execute('UPDATE staff_member SET department_id = $2 WHERE id = $1', [org.staff[name], fresh]);
    });
    return fresh;
  }

  it('has its team leader reminded of the youths it had, with their tasks and in the list of its deadlines', async () => {
    await leadsToo('jonas');
    const youth = await recordYouth(app, org, { ...wish, unit: 'jobcenter', measure: { act: 'serviceloven', section: '85', from: '2026-01-01' } });
    const fresh = await newRowOf('jobcenter', 'jonas');
    await nightOf('2026-10-02');
    expect(await listed('jonas', youth)).toContain('overdue');
    const tasks = await openTasks('jonas');
    expect(tasks.map(({ kind }) => kind)).toContain('deadline_overdue');
    expect((await ownWork('jonas')).tasks).toBe(tasks.length);
    const jonas = app.as(await org.token('jonas'));
    const { body } = await jonas.get(`/deadlines?state=open&department=${fresh}`).expect(200);
    expect((body as { items: { youth: { id: string } }[] }).items.map((item) => item.youth.id)).toContain(youth);
    const overdue = tasks.find(({ kind }) => kind === 'deadline_overdue');
    await jonas.post(`/tasks/${overdue?.id}/completion`).expect(422);
  });
});
