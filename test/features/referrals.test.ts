import type { Test } from 'supertest';
import { drainOutbox, startApp, type TestApp } from '../support/app.js';
import { organisation, type Organisation, type StaffName } from '../support/organisation.js';

let app: TestApp;
let org: Organisation;

beforeAll(async () => {
  app = await startApp();
  org = await organisation(app);
});
afterAll(() => app.close());

interface Answer {
  readonly id: string;
  readonly state: string;
  readonly [field: string]: unknown;
}

async function as(name: StaffName): Promise<ReturnType<TestApp['as']>> {
  return app.as(await org.token(name));
}

let serial = 5000;
/** A youth of Ungeenheden whose coordinating caseworker is Freja; the number is a replacement number. */
async function youth(coordinator: StaffName = 'freja'): Promise<{ id: string; cpr: string }> {
  serial += 1;
  const cpr = `690109-${serial}`;
  const body = { cpr, firstName: 'Sofie', lastName: 'Birkholt', departmentId: org.unit.ungeenhed, coordinatorId: org.staff[coordinator] };
  const answer = await (await as('tage')).post('/youths', body).expect(201);
  return { id: (answer.body as Answer).id, cpr };
}

async function lookUp(name: StaffName, cpr: string): Promise<string> {
  const answer = await (await as(name)).post('/youth-lookups', { cpr, purpose: 'Vil indstille til K-møde' }).expect(200);
  return (answer.body as { lookupId: string }).lookupId;
}

const YES = { needsSeveralAreas: true, supportAfter18: 'individual_support' };
const transition = { type: 'transition', purpose: 'coordinate', reason: 'Skal have en plan for livet efter 18', belongs: YES };
const sparring = { type: 'sparring', purpose: 'spar', reason: 'Vi mangler en fælles retning', withoutYouth: { reason: 'special_character' } };

async function raise(name: StaffName, body: object): Promise<Answer> {
  const answer = await (await as(name)).post('/referrals', body).expect(201);
  return answer.body as Answer;
}

async function status(youthId: string): Promise<string> {
  const [row] = await app.inTx((tx) => tx.query<{ status: string }>('SELECT status FROM youth WHERE id = $1', [youthId]));
  return row?.status ?? '';
}

describe('a plain yes', () => {
  it('is accepted at once, and the history says that the check did it', async () => {
    const { id: youthId } = await youth();
    const referral = await raise('freja', { ...transition, youthId });
    expect(referral).toMatchObject({
      state: 'accepted', typeLabel: 'overgangsmøde', youth: { id: youthId, name: 'Sofie Birkholt' }, areas: ['education', 'family', 'social'],
      belongs: { outcome: 'yes', answers: YES }, card: null, author: { name: 'Freja Holmgaard' },
      history: [{ from: 'draft', to: 'submitted' }, { from: 'submitted', to: 'accepted', reason: 'Tjekket siger ja.' }],
    });
    expect(await status(youthId)).toBe('referred');
  });

  it('puts the youth in the target group of the transition meeting', async () => {
    const { id: youthId } = await youth();
    const { id } = await raise('freja', { ...transition, youthId });
    const milestones = await app.inTx((tx) => tx.query(
      'SELECT kind, source, reference FROM milestone WHERE youth_id = $1', [youthId],
    ));
    expect(milestones).toEqual([{ kind: 'transition_check_yes', source: 'system', reference: id }]);
  });

  it('stands in the log with its ground', async () => {
    const { id: youthId } = await youth();
    const { id } = await raise('freja', { ...transition, youthId });
    const entries = await app.inTx((tx) => tx.query<{ action: string; ground: string }>(
      'SELECT action, ground FROM audit_entry WHERE subject_id = $1 AND $2 = ANY (youth_ids) ORDER BY at, id', [id, youthId],
    ));
    expect(entries.map(({ action }) => action)).toEqual(['referral.raised', 'referral.submitted', 'referral.accepted', 'referral.opened']);
    expect(new Set(entries.map(({ ground }) => ground))).toEqual(new Set(['coordinating_caseworker']));
  });

  it('is the same referral when the request comes again', async () => {
    const { id: youthId } = await youth();
    const freja = await as('freja');
    const send = (): Test => freja.post('/referrals', { ...transition, youthId }).set('Idempotency-Key', `samme-${youthId}`);
    const [first, second] = [await send().expect(201), await send().expect(201)];
    expect((second.body as Answer).id).toBe((first.body as Answer).id);
    const [count] = await app.inTx((tx) => tx.query<{ n: number }>('SELECT count(*)::int AS n FROM referral WHERE youth_id = $1', [youthId]));
    expect(count?.n).toBe(1);
  });
});

describe('triage', () => {
  it.each<[string, object]>([
    ['unclear', { belongs: {} }],
    ['urgent', { urgent: { reason: 'moved_in', note: 'Flyttede hertil i sidste uge' } }],
    ['held without the youth', { withoutYouth: { reason: 'declined' } }],
  ])('takes what is %s', async (_, change) => {
    const { id: youthId } = await youth();
    expect(await raise('freja', { ...transition, ...change, youthId })).toMatchObject({ state: 'submitted', acceptedAt: null });
    expect(await status(youthId)).toBe('referred');
  });

  it('is asked for as a task, due at once when it is urgent, and done by the step that settles it', async () => {
    const { id: youthId } = await youth();
    const { id } = await raise('freja', { ...transition, urgent: { reason: 'losing_support' }, youthId });
    await drainOutbox(app);
    const tasks = (): Promise<unknown[]> => app.inTx((tx) => tx.query(
      `SELECT kind, assignee_role AS role, due_on::text = $2 AS today, done_at IS NOT NULL AS done FROM task WHERE subject_id = $1`, [id, tx.today],
    ));
    expect(await tasks()).toEqual([{ kind: 'triage_referral', role: 'meeting_secretary', today: true, done: false }]);
    await (await as('karla')).post(`/referrals/${id}/acceptance`).expect(200);
    await drainOutbox(app);
    expect(await tasks()).toEqual([{ kind: 'triage_referral', role: 'meeting_secretary', today: true, done: true }]);
  });

  it('accepts once', async () => {
    const { id: youthId } = await youth();
    const { id } = await raise('freja', { ...transition, belongs: {}, youthId });
    const henrik = await as('henrik');
    const accepted = await henrik.post(`/referrals/${id}/acceptance`).expect(200);
    expect(accepted.body).toMatchObject({ state: 'accepted', youth: { name: 'Sofie Birkholt' } });
    const again = await henrik.post(`/referrals/${id}/acceptance`).expect(409);
    expect(again.body).toMatchObject({ code: 'invalid_transition', state: 'accepted' });
  });

  it('returns with a reason and a day; its author corrects it and sends it again', async () => {
    const { id: youthId } = await youth();
    const { id } = await raise('freja', { ...transition, belongs: {}, youthId });
    const karla = await as('karla');
    await karla.post(`/referrals/${id}/return`, {}).expect(400);
    await karla.post(`/referrals/${id}/return`, { reason: 'Svar på, hvilken støtte der er brug for', returnOn: '2020-01-01' }).expect(422);
    await karla.post(`/referrals/${id}/return`, { reason: 'Svar på, hvilken støtte der er brug for', returnOn: '2099-01-15' }).expect(200);
    expect(await status(youthId)).toBe('not_planned');
    await drainOutbox(app);
    const asked = await app.inTx((tx) => tx.query('SELECT kind, due_on::text AS "dueOn" FROM task WHERE assignee_id = $1 AND subject_id = $2', [org.staff.freja, id]));
    expect(asked).toEqual([{ kind: 'referral_returned', dueOn: '2099-01-15' }]);

    const freja = await as('freja');
    const edited = await freja.patch(`/referrals/${id}`, { belongs: YES, youthWish: 'Jeg vil gerne vide, hvor jeg skal bo' }).expect(200);
    expect(edited.body).toMatchObject({ state: 'returned', belongs: { outcome: 'yes' }, youthWish: 'Jeg vil gerne vide, hvor jeg skal bo' });
    const sent = await freja.post(`/referrals/${id}/submission`).expect(200);
    expect(sent.body).toMatchObject({ state: 'accepted', returnOn: null });
    await freja.patch(`/referrals/${id}`, { reason: 'Noget andet' }).expect(409);
  });

  it('counts direct coordination as a good ending', async () => {
    const { id: youthId } = await youth();
    const { id } = await raise('freja', { ...transition, belongs: {}, youthId });
    await (await as('freja')).post(`/referrals/${id}/direct-coordination`, { reason: 'UU og skolen klarer det' }).expect(403);
    const answer = await (await as('karla')).post(`/referrals/${id}/direct-coordination`, { reason: 'UU og skolen klarer det' }).expect(200);
    expect(answer.body).toMatchObject({ state: 'directly_coordinated', possible: [] });
    expect(await status(youthId)).toBe('directly_coordinated');
  });

  it('is not for caseworkers', async () => {
    const { id: youthId } = await youth();
    const { id } = await raise('freja', { ...transition, belongs: {}, youthId });
    const freja = await as('freja');
    await freja.post(`/referrals/${id}/acceptance`).expect(403);
    await freja.post(`/referrals/${id}/return`, { reason: 'x' }).expect(403);
  });
});

describe('what the check turns away', () => {
  it('stays with its author, who sees why and may coordinate directly', async () => {
    const { id: youthId } = await youth();
    const referral = await raise('freja', { ...transition, belongs: { canAgreeDirectly: true }, youthId });
    expect(referral).toMatchObject({ state: 'draft', belongs: { outcome: 'coordinate_directly', explanations: [{ rule: 'can_agree_directly' }] } });
    expect(await status(youthId)).toBe('not_planned');
    await (await as('karla')).get(`/referrals/${referral.id}`).expect(404);
    const ended = await (await as('freja')).post(`/referrals/${referral.id}/direct-coordination`, { reason: 'Aftalt med skolen' }).expect(200);
    expect(ended.body).toMatchObject({ state: 'directly_coordinated' });
    expect(await status(youthId)).toBe('directly_coordinated');
  });

  it('goes to triage when its author insists', async () => {
    const { id: youthId } = await youth();
    const referral = await raise('freja', { ...transition, belongs: { youthSupportOnly: true }, youthId });
    expect(referral).toMatchObject({ state: 'draft', belongs: { outcome: 'no', suggestedType: 'youth_support_assessment' } });
    const sent = await (await as('freja')).post(`/referrals/${referral.id}/submission`).expect(200);
    expect(sent.body).toMatchObject({ state: 'submitted' });
  });

  it('may become the type that fits', async () => {
    const { id: youthId } = await youth();
    const referral = await raise('freja', { ...transition, belongs: { youthSupportOnly: true }, youthId });
    const freja = await as('freja');
    await freja.patch(`/referrals/${referral.id}`, { type: 'youth_support_assessment' }).expect(200);
    const sent = await freja.post(`/referrals/${referral.id}/submission`).expect(200);
    expect(sent.body).toMatchObject({ state: 'accepted', type: 'youth_support_assessment', typeLabel: 'vurdering af ungestøtte' });
  });
});

describe('a second referral', () => {
  it('for the same youth and type is refused, naming the first and whom to call', async () => {
    const { id: youthId, cpr } = await youth();
    const first = await raise('freja', { ...transition, youthId });
    const lookupId = await lookUp('ulla', cpr);
    const answer = await (await as('ulla')).post('/referrals', { ...transition, lookupId }).expect(409);
    expect(answer.body).toMatchObject({
      code: 'already_referred', existing: { id: first.id, state: 'accepted', department: { name: 'Ungeenheden', callPhone: '87 00 00 00' } },
    });
    await raise('freja', { ...sparring, youthId });
  });

  it('is refused too when two raise it at the same moment', async () => {
    const { id: youthId, cpr } = await youth();
    const lookupId = await lookUp('ulla', cpr);
    const [freja, ulla] = [await as('freja'), await as('ulla')];
    const answers = await Promise.all([freja.post('/referrals', { ...transition, youthId }), ulla.post('/referrals', { ...transition, lookupId })]);
    expect(answers.map(({ status: code }) => code).sort()).toEqual([201, 409]);
  });

  it('is welcome once the first has ended', async () => {
    const { id: youthId } = await youth();
    const first = await raise('freja', { ...transition, youthId });
    await (await as('freja')).post(`/referrals/${first.id}/withdrawal`, { reason: 'Den unge flytter' }).expect(200);
    expect(await status(youthId)).toBe('not_planned');
    expect(await raise('freja', { ...transition, youthId })).toMatchObject({ state: 'accepted' });
  });
});

describe('what a referral must hold', () => {
  it.each<[string, object, number, string]>([
    ['a reason for a sparring without the youth', { ...sparring, withoutYouth: undefined }, 422, 'withoutYouth.reason'],
    ['a word about another urgency', { ...transition, urgent: { reason: 'other' } }, 422, 'urgent.note'],
    ['known areas', { ...transition, areas: ['bogholderi'] }, 422, 'areas'],
    ['a type', { ...transition, type: 'kaffemøde' }, 400, 'type'],
    ['a purpose', { ...transition, purpose: undefined }, 400, 'purpose'],
    ['known answers', { ...transition, belongs: { supportAfter18: 'meget' } }, 400, 'belongs.supportAfter18'],
    ['no unknown fields', { ...transition, navn: 'Sofie' }, 400, 'navn'],
  ])('is %s', async (_, body, code, field) => {
    const { id: youthId } = await youth();
    const answer = await (await as('freja')).post('/referrals', { ...body, youthId }).expect(code);
    expect((answer.body as { errors: Array<{ field: string }> }).errors.map((error) => error.field)).toContain(field);
  });

  it('may be missing while it is a draft', async () => {
    const { id: youthId } = await youth();
    const draft = await raise('freja', { ...sparring, withoutYouth: undefined, youthId, asDraft: true });
    expect(draft.state).toBe('draft');
    const freja = await as('freja');
    await freja.post(`/referrals/${draft.id}/submission`).expect(422);
    await freja.patch(`/referrals/${draft.id}`, { withoutYouth: { reason: 'target_group_clarification' } }).expect(200);
    expect((await freja.post(`/referrals/${draft.id}/submission`).expect(200)).body).toMatchObject({ state: 'submitted' });
  });

  it('may leave out the youth when it is an anonymous sparring', async () => {
    const body = { type: 'sparring', purpose: 'spar', reason: 'Bostøtte eller mentor: hvor går grænsen?', areas: ['social', 'employment'] };
    const referral = await raise('solvej', body);
    expect(referral).toMatchObject({ state: 'submitted', anonymous: true, youth: null, card: null });
    const solvej = await as('solvej');
    await solvej.post('/referrals', { ...body, areas: [] }).expect(422);
    await solvej.post('/referrals', { ...body, reason: 'Om 690109-4001' }).expect(422);
    const named = await solvej.post('/referrals', { ...body, type: 'transition' }).expect(422);
    expect(named.body).toMatchObject({ code: 'referral_incomplete', errors: [{ field: 'youthId', code: 'youth_required' }] });
  });
});

describe('the types', () => {
  it('are those in force today, with the questions of the check', async () => {
    const answer = await (await as('ulla')).get('/referral-types').expect(200);
    const { items, belongsQuestions } = answer.body as { items: Array<{ code: string; slots: number; label: string }>; belongsQuestions: object };
    expect(items.map(({ code }) => code)).toEqual([
      'coordination', 'follow_up', 'internal_discussion', 'network_meeting', 'sparring', 'stu_assessment', 'transition', 'youth_support_assessment',
    ]);
    expect(items.find(({ code }) => code === 'youth_support_assessment')?.label).toBe('vurdering af ungestøtte');
    expect(Object.keys(belongsQuestions)).toContain('needsSeveralAreas');
  });
});
