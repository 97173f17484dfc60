import { drainOutbox, type ApiClient, type TestApp } from '../support/app.js';
import { startConclusionApp } from '../support/conclusion-app.js';
import { BookingDesk } from '../support/bookings.js';
import { BOOKING_DAY, type ConclusionDesk } from '../support/conclusion-desk.js';
import type { Organisation } from '../support/organisation.js';
import { readPdf } from '../support/read-pdf.js';
import type { YouthWish } from '../support/youth-builder.js';

let app: TestApp;
let org: Organisation;
let desk: ConclusionDesk;
let freja: ApiClient;

beforeEach(() => app.clock.moveTo(BOOKING_DAY));
beforeAll(async () => {
  ({ app, org, desk } = await startConclusionApp());
  freja = await desk.as('freja');
});
afterAll(() => app.close());

interface PlanBody {
  readonly id: string | null;
  readonly reference: string;
  readonly version: number;
  readonly goals: ReadonlyArray<{ id: string; title: string; topic: string; state: string; ownWords: string | null; actions: ReadonlyArray<{ id: string; text: string }> }>;
  readonly otherActions: ReadonlyArray<{ id: string; text: string; state: string }>;
  readonly next: { kind: string; place?: string | null } | null;
  readonly published: { number: number } | null;
}

const youth = (wish: Partial<YouthWish> = {}): Promise<string> => new BookingDesk(app, org).youth({ name: 'Nanna Lyngbæk', ...wish });
const rows = <R>(sql: string, params: unknown[]): Promise<R[]> => app.inTx((tx) => tx.query<R & Record<string, unknown>>(sql, params));
const plan = async (id: string, as: ApiClient = freja): Promise<PlanBody> => (await as.get(`/youths/${id}/plan`).expect(200)).body as PlanBody;

const HOME = { topic: 'housing', title: 'Jeg vil bo for mig selv', ownWords: 'Min egen nøgle.' };
const SCHOOL = { topic: 'education', title: 'Jeg vil på HF' };

async function put(id: string, version: number, goals: object[]): Promise<PlanBody> {
  return (await freja.put(`/youths/${id}/plan`, { goals }).set('If-Match', String(version)).expect(200)).body as PlanBody;
}

/** A plan with one goal, and one action that works for it. */
async function planned(wish: Partial<YouthWish> = {}): Promise<{ id: string; plan: PlanBody }> {
  const id = await youth(wish);
  const { goals } = await put(id, 0, [HOME]);
  const action = { text: 'Skriver Nanna op til en ungebolig', ownerId: org.staff.freja, dueOn: '2027-05-20', goalId: goals[0]?.id };
  const answer = await freja.post(`/youths/${id}/plan/actions`, action).expect(201);
  return { id, plan: answer.body as PlanBody };
}

describe('the one plan of a youth', () => {
  it('is empty until the coordinating caseworker writes the first goal', async () => {
    const id = await youth();
    expect(await plan(id)).toMatchObject({ id: null, version: 0, goals: [], otherActions: [], published: null });
    const first = await put(id, 0, [HOME, SCHOOL]);
    expect(first).toMatchObject({ version: 2, goals: [{ ...HOME, state: 'open', actions: [] }, { ...SCHOOL, ownWords: null }] });
    expect(first.reference).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  });

  it('keeps order and history: a goal that is left out is dropped, not deleted', async () => {
    const id = await youth();
    const { goals, version } = await put(id, 0, [HOME, SCHOOL]);
    const after = await put(id, version, [{ ...SCHOOL, id: goals[1]?.id, state: 'reached' }, { topic: 'work_income', title: 'Fritidsjob' }]);
    expect(after.goals.map((goal) => [goal.title, goal.state])).toEqual([['Jeg vil på HF', 'reached'], ['Fritidsjob', 'open'], ['Jeg vil bo for mig selv', 'dropped']]);
  });

  it('is never written over what somebody saved meanwhile', async () => {
    const id = await youth();
    const { goals } = await put(id, 0, [HOME]);
    const late = await freja.put(`/youths/${id}/plan`, { goals: [SCHOOL] }).set('If-Match', '1').expect(412);
    expect(late.body).toMatchObject({ code: 'changed_meanwhile', present: { version: 2 } });
    await freja.patch(`/youths/${id}/plan/goals/${goals[0]?.id ?? ''}`, { state: 'reached' }).set('If-Match', '1').expect(412);
    const changed = await freja.patch(`/youths/${id}/plan/goals/${goals[0]?.id ?? ''}`, { ownWords: null }).set('If-Match', '2').expect(200);
    expect((changed.body as PlanBody).goals).toMatchObject([{ title: HOME.title, ownWords: null }]);
  });

  it('is begun once by two who write at the same time', async () => {
    const id = await youth();
    const answers = await Promise.all([HOME, SCHOOL].map((goal) => freja.put(`/youths/${id}/plan`, { goals: [goal] }).set('If-Match', '0')));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 412]);
    expect(await rows('SELECT count(*)::int AS n FROM plan WHERE youth_id = $1', [id])).toEqual([{ n: 1 }]);
    const [{ id: planId } = { id: '' }] = await rows<{ id: string }>('SELECT id FROM plan WHERE youth_id = $1', [id]);
    await expect(
      rows("INSERT INTO plan (id, youth_id, kind, reference, created_at, updated_at) SELECT gen_random_uuid(), youth_id, kind, 'X', created_at, updated_at FROM plan WHERE id = $1", [planId]),
    )
      .rejects.toMatchObject({ kind: 'conflict', code: 'already_there' });
  });

  it('shows the same actions that the meetings agreed, and ties them to goals', async () => {
    const item = await desk.held();
    const { actions } = await desk.conclude(item);
    const { goals } = await put(item.youthId, 0, [HOME]);
    const goalId = goals[0]?.id;
    expect((await plan(item.youthId)).otherActions).toMatchObject([{ id: actions[0]?.id, text: 'Søger ungestøtte', state: 'open' }]);
    await freja.put(`/youths/${item.youthId}/plan/actions/${actions[0]?.id ?? ''}/goal`, { goalId }).expect(200);
    expect(await plan(item.youthId)).toMatchObject({ otherActions: [], goals: [{ actions: [{ text: 'Søger ungestøtte' }] }], next: { kind: 'check', on: '2027-05-25' } });
    const wrong = await freja.put(`/youths/${item.youthId}/plan/actions/${actions[0]?.id ?? ''}/goal`, { goalId: item.id }).expect(422);
    expect(wrong.body).toMatchObject({ code: 'unknown_goal' });
  });

  it('leaves out what units only do to reach the youth, and what they discussed among themselves', async () => {
    const item = await desk.held();
    const tell = { text: 'Fortæller Nanna det', ownerId: org.staff.freja, dueOn: '2027-05-20', kind: 'tell_youth' };
    await desk.conclude(item, { actions: [tell] });
    const internal = await desk.held({ type: 'internal_discussion', withoutYouth: { reason: 'principled_question', note: 'Betaling' } });
    const { staff } = await desk.everybody(internal);
    await desk.conclude(internal, {
      outcome: 'clarified', attendance: { staff }, next: { closedBecause: 'Afklaret' }, actions: [tell, { ...tell, text: 'Deler regningen', kind: 'agreed' }],
    });
    expect([(await plan(item.youthId)).otherActions, (await plan(internal.youthId)).otherActions]).toEqual([[], []]);
  });
});

describe('who may see and write the plan', () => {
  it('those with the case read it; the coordinating caseworker alone writes it', async () => {
    const item = await desk.held();
    const solvej = await desk.as('solvej');
    await plan(item.youthId, solvej);
    for (const call of [
      solvej.put(`/youths/${item.youthId}/plan`, { goals: [] }).set('If-Match', '0'), solvej.post(`/youths/${item.youthId}/plan/goals`, HOME),
      solvej.post(`/youths/${item.youthId}/plan/versions`),
    ]) expect((await call).body).toMatchObject({ status: 403, code: 'not_coordinator' });
  });

  it('everybody else gets the same 404 as for an unknown youth', async () => {
    const { id, plan: written } = await planned();
    await freja.post(`/youths/${id}/plan/versions`).expect(201);
    const jonas = await desk.as('jonas');
    const goalId = written.goals[0]?.id ?? '';
    const actionId = written.goals[0]?.actions[0]?.id ?? '';
    for (const youthId of [id, '01890000-0000-7000-8000-000000000000', 'x']) {
      const at = `/youths/${youthId}/plan`;
      for (const path of [at, `${at}/versions`, `${at}.json`, `${at}.pdf`, `${at}.pdf?version=1`]) await jonas.get(path).expect(404);
      await jonas.put(at, { goals: [] }).set('If-Match', '0').expect(404);
      await jonas.post(`${at}/goals`, HOME).expect(404);
      await jonas.patch(`${at}/goals/${goalId}`, {}).set('If-Match', '0').expect(404);
      await jonas.post(`${at}/actions`, { text: 'x', ownerId: org.staff.jonas, dueOn: '2027-05-20' }).expect(404);
      await jonas.put(`${at}/actions/${actionId}/goal`, { goalId: null }).expect(404);
      await jonas.post(`${at}/versions`).expect(404);
    }
  });

  it('another youth’s goal or action is unknown', async () => {
    const [mine, other] = [await planned(), await planned()];
    await freja.patch(`/youths/${mine.id}/plan/goals/${other.plan.goals[0]?.id ?? ''}`, { title: 'x' }).set('If-Match', String(mine.plan.version)).expect(404);
    await freja.put(`/youths/${mine.id}/plan/actions/${other.plan.goals[0]?.actions[0]?.id ?? ''}/goal`, { goalId: null }).expect(404);
    const foreign = await freja.put(`/youths/${mine.id}/plan`, { goals: [{ ...HOME, id: other.plan.goals[0]?.id }] }).set('If-Match', String(mine.plan.version)).expect(422);
    expect(foreign.body).toMatchObject({ code: 'unknown_goal', errors: [{ field: 'goals.0.id' }] });
  });

  it('stands in the log, with the ground and without a word of it', async () => {
    const { id } = await planned();
    await freja.get(`/youths/${id}/plan.pdf`).expect(200);
    const log = await rows<{ action: string; ground: string | null }>("SELECT action, ground FROM audit_entry WHERE $1 = ANY (youth_ids) AND action LIKE 'plan.%'", [id]);
    expect(new Set(log.map(({ action }) => action))).toEqual(new Set(['plan.goals_replaced', 'plan.action_added', 'plan.read', 'plan.exported']));
    expect(log.every(({ ground }) => ground === 'coordinating_caseworker')).toBe(true);
    expect(await rows("SELECT 1 FROM audit_entry WHERE detail::text ~ 'nøgle|ungebolig'", [])).toEqual([]);
  });
});

describe('a published version', () => {
  it('is numbered, keeps what it said, and says who published it', async () => {
    const { id, plan: written } = await planned();
    const published = (await freja.post(`/youths/${id}/plan/versions`).expect(201)).body as object;
    expect(published).toMatchObject({ number: 1, publishedBy: { name: 'Freja Holmgaard' } });
    await put(id, written.version, [{ ...SCHOOL, id: written.goals[0]?.id }]);
    await freja.post(`/youths/${id}/plan/versions`).expect(201);
    const [first, second] = await Promise.all(
      [1, 2].map(async (number) => JSON.parse(((await freja.get(`/youths/${id}/plan.json?version=${number}`).expect(200)).text)) as PlanBody),
    );
    expect([first?.goals[0]?.title, second?.goals[0]?.title]).toEqual(['Jeg vil bo for mig selv', 'Jeg vil på HF']);
    const list = (await freja.get(`/youths/${id}/plan/versions`).expect(200)).body as { items: { number: number }[] };
    expect(list.items.map(({ number }) => number)).toEqual([2, 1]);
    expect((await plan(id)).published).toMatchObject({ number: 2 });
    await freja.get(`/youths/${id}/plan.json?version=3`).expect(404);
  });

  it('cannot be changed, not even by SQL', async () => {
    const { id } = await planned();
    await freja.post(`/youths/${id}/plan/versions`).expect(201);
    const where = 'WHERE plan_id = (SELECT id FROM plan WHERE youth_id = $1)';
    for (const sql of [`UPDATE plan_version SET number = 9 ${where}`, `DELETE FROM plan_version ${where}`]) {
      await expect(rows(sql, [id])).rejects.toMatchObject({ code: '42501' });
      await expect(app.inTx(async (tx) => {
        await tx.query('SET LOCAL ROLE NONE');
        await tx.query(sql, [id]);
      })).rejects.toMatchObject({ code: '23001' });
    }
    expect(await rows(`SELECT number FROM plan_version ${where}`, [id])).toEqual([{ number: 1 }]);
  });

  it('is made once for one Idempotency-Key, and numbers never collide', async () => {
    const { id } = await planned();
    const send = () => freja.post(`/youths/${id}/plan/versions`).set('Idempotency-Key', `udgiv-${id}`).expect(201);
    const [first, again] = [await send(), await send()];
    expect(again.body).toEqual(first.body);
    const more = await Promise.all([1, 2, 3].map(() => freja.post(`/youths/${id}/plan/versions`)));
    expect(more.map((answer) => (answer.body as { number: number }).number).sort()).toEqual([2, 3, 4]);
  });

  it('is not made of nothing', async () => {
    const id = await youth();
    expect((await freja.post(`/youths/${id}/plan/versions`).expect(422)).body).toMatchObject({ code: 'plan_empty' });
    await freja.get(`/youths/${id}/plan.pdf`).expect(404);
  });
});

describe('the plan as a file', () => {
  it('is a tagged Danish PDF that a caseworker hands over, named without personal data', async () => {
    const { id, plan: { reference } } = await planned();
    await freja.post(`/youths/${id}/plan/versions`).expect(201);
    const answer = await freja.get(`/youths/${id}/plan.pdf`).expect(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf', 'content-disposition': `attachment; filename="plan-${reference}-v1.pdf"`, 'cache-control': 'no-store',
    });
    const pdf = readPdf(answer.body as Buffer);
    expect(pdf).toMatchObject({ title: 'Din plan', language: 'da-DK', tagged: true, claimsAccessibility: true });
    for (const text of [
      'Nørreborg Kommune', 'Nanna Lyngbæk', 'Udgave 1 af 23. november 2026', '»Min egen nøgle.«', 'Freja Holmgaard, Ungeenheden', 'Side 1 af 1', '20. maj 2027',
    ]) expect(pdf.text).toContain(text);
    expect(pdf.text).not.toContain('Kladde');
    expect(answer.body.equals((await freja.get(`/youths/${id}/plan.pdf?version=1`).expect(200)).body)).toBe(true);
  });

  it('is marked as a draft while it is not published', async () => {
    const { id, plan: { reference } } = await planned();
    const answer = await freja.get(`/youths/${id}/plan.pdf`).expect(200);
    expect(answer.headers['content-disposition']).toContain(`plan-${reference}-kladde.pdf`);
    expect(readPdf(answer.body as Buffer).text).toContain('Kladde');
    await freja.post(`/youths/${id}/plan/versions`).expect(201);
    expect(readPdf((await freja.get(`/youths/${id}/plan.pdf?version=draft`).expect(200)).body as Buffer).text).toContain('Kladde');
    await freja.get(`/youths/${id}/plan.pdf?version=0`).expect(400);
  });

  it('shows the next meeting with its place, and no place for a protected youth, also in what was published before', async () => {
    const item = await desk.booked({}, { name: 'Zahra Holmstrøm' });
    await put(item.youthId, 0, [HOME]);
    await freja.post(`/youths/${item.youthId}/plan/versions`).expect(201);
    const text = async (): Promise<string> => readPdf((await freja.get(`/youths/${item.youthId}/plan.pdf`).expect(200)).body as Buffer).text;
    expect(await text()).toContain('Møllestuen');
    await app.inTx((tx) => tx.query('UPDATE youth SET protected = true WHERE id = $1', [item.youthId]));
    await drainOutbox(app);
    expect(await text()).not.toContain('Møllestuen');
    for (const path of ['plan', 'plan.json', 'plan.json?version=draft']) {
      expect((await freja.get(`/youths/${item.youthId}/${path}`).expect(200)).text).not.toContain('Møllestuen');
    }
  });

  it('holds no CPR number in any form', async () => {
    const { id } = await planned();
    const json = (await freja.get(`/youths/${id}/plan.json`).expect(200)).text;
    expect(JSON.parse(json)).toMatchObject({ schemaVersion: 1, version: null, youth: { name: 'Nanna Lyngbæk' } });
    expect(json).not.toMatch(/cpr|\b\d{6}-\d{4}\b/i);
  });
});
