import type { MilestoneOrigin } from '../../src/deadlines/milestones/meet-milestone.js';
import { meetMilestone } from '../../src/deadlines/milestones/meet-milestone.js';
import type { DeadlineLine } from '../../src/deadlines/lists/deadline-line.js';
import type { CalendarDate } from '../../src/platform/clock/calendar-date.js';
import { toInstant } from '../../src/platform/clock/zone.js';
import { drainOutbox, startApp, type TestApp } from '../support/app.js';
import { organisation, type Organisation, type StaffName } from '../support/organisation.js';
import { recordMeasure, recordYouth } from '../support/youth-builder.js';

const PLACED = { act: 'barnets lov', section: '§ 46', from: '2024-03-01' };
let app: TestApp;
let org: Organisation;

const day = (text: string): CalendarDate => text as CalendarDate;

beforeAll(async () => {
  app = await startApp();
  org = await organisation(app);
});
beforeEach(() => app.clock.moveTo(toInstant(day('2026-11-10'), '09:00')));
afterAll(() => app.close());

async function deadlines(youthId: string, reader: StaffName = 'freja'): Promise<DeadlineLine[]> {
  const answer = await app.as(await org.token(reader)).get(`/youths/${youthId}/deadlines`).expect(200);
  return (answer.body as { items: DeadlineLine[] }).items;
}

async function deadline(youthId: string, rule: string): Promise<DeadlineLine | undefined> {
  return (await deadlines(youthId)).find((each) => each.rule === rule && each.state !== 'superseded');
}

describe("a youth's deadlines", () => {
  it('follow from birth date and measure, with source and state', async () => {
    const youth = await recordYouth(app, org, { born: '2010-02-10', coordinator: 'freja', measure: PLACED });
    expect(await deadline(youth, 'R13')).toMatchObject({
      title: 'Overgangsmøde holdt senest ved 17 år', dueOn: '2027-02-10', earliestOn: '2025-02-10', state: 'open', mode: 'drives',
      overdue: false, metBy: null, lastWorkingDayBefore: null, verifiedOn: null,
    });
    expect(await deadline(youth, 'R12')).toMatchObject({ dueOn: '2027-02-09' });
    expect(await deadline(youth, 'R15')).toMatchObject({
      dueOn: '2027-08-10', act: 'barnets lov', section: '§ 111, stk. 1', inForceFrom: '2024-01-01', inForceTo: null, verifiedOn: '2026-11-23',
    });
    expect(await deadline(youth, 'R07')).toBeUndefined();
  });

  it('do not move for closed days, but tell the last working day before', async () => {
    const youth = await recordYouth(app, org, { born: '2010-12-26', coordinator: 'freja', measure: PLACED });
    expect(await deadline(youth, 'R13')).toMatchObject({ dueOn: '2027-12-26' });
    await app.inTx((tx) => tx.query(
      `INSERT INTO closed_day (id, date, kind, label, created_at)
       VALUES (gen_random_uuid(), '2027-12-24', 'closed', 'Juleaftensdag', now()) ON CONFLICT (date) DO NOTHING`,
    ));
    expect(await deadline(youth, 'R13')).toMatchObject({ dueOn: '2027-12-26', lastWorkingDayBefore: '2027-12-23' });
  });

  it('that fell due before the youth was known here are historic', async () => {
    const youth = await recordYouth(app, org, { born: '2009-11-09', coordinator: 'freja', measure: PLACED });
    expect(await deadline(youth, 'R13')).toMatchObject({ dueOn: '2026-11-09', state: 'historic', overdue: false });
    expect(await deadline(youth, 'R15')).toMatchObject({ state: 'open' });
  });

  it('come with a new measure and go when it ends', async () => {
    const youth = await recordYouth(app, org, { born: '2010-05-05', coordinator: 'freja' });
    expect(await deadline(youth, 'R13')).toBeUndefined();
    const measure = await recordMeasure(app, org, youth, PLACED);
    await drainOutbox(app);
    expect(await deadline(youth, 'R13')).toMatchObject({ state: 'open' });
    await app.as(await org.token('karla')).post(`/measures/${measure}/ending`, { endsOn: '2026-11-01' }).expect(200);
    await drainOutbox(app);
    expect((await deadlines(youth)).find(({ rule }) => rule === 'R13')).toMatchObject({ state: 'superseded' });
  });

  it('are computed anew for a corrected birth date, and the old stay as superseded', async () => {
    const youth = await recordYouth(app, org, { born: '2010-02-10', coordinator: 'freja', measure: PLACED });
    await app.as(await org.token('freja')).patch(`/youths/${youth}`, { birthDate: '2010-10-02' }).expect(200);
    await drainOutbox(app);
    const meeting = (await deadlines(youth)).filter(({ rule }) => rule === 'R13');
    expect(meeting.map(({ dueOn, state }) => [dueOn, state])).toEqual([['2027-02-10', 'superseded'], ['2027-10-02', 'open']]);
  });

  it('show standing duties as words without a date', async () => {
    const youth = await recordYouth(app, org, { born: '2010-02-10', coordinator: 'freja', measure: PLACED });
    const answer = await app.as(await org.token('freja')).get(`/youths/${youth}/deadlines`);
    const { standingDuties } = answer.body as { standingDuties: { rule: string }[] };
    expect(standingDuties.map(({ rule }) => rule)).toEqual(['R01', 'R02', 'R04', 'R05']);
  });
});

describe('a milestone', () => {
  const meeting: MilestoneOrigin = { source: 'meeting', reference: 'punkt' };

  it('of a held transition meeting meets the deadline and raises its calendar revision', async () => {
    const youth = await recordYouth(app, org, { born: '2010-02-10', coordinator: 'freja', measure: PLACED });
    const before = await calendarIdentity(youth);
    const { met } = await app.inTx((tx) => meetMilestone(tx, youth, 'transition_meeting_held', day('2026-11-04'), meeting));
    expect(met.map(({ rule }) => rule)).toEqual(['R13']);
    expect(await deadline(youth, 'R13')).toMatchObject({ state: 'met', metBy: { kind: 'transition_meeting_held', occurredOn: '2026-11-04' } });
    expect(await calendarIdentity(youth)).toEqual({ ...before, revision: before.revision + 1 });
  });

  it('is one however often it is told', async () => {
    const youth = await recordYouth(app, org, { born: '2010-02-10', coordinator: 'freja', measure: PLACED });
    await app.inTx((tx) => meetMilestone(tx, youth, 'transition_meeting_held', day('2026-11-04'), meeting));
    const again = await app.inTx((tx) => meetMilestone(tx, youth, 'transition_meeting_held', day('2026-11-04'), meeting));
    expect(again.met).toEqual([]);
    const list = await app.as(await org.token('freja')).get(`/youths/${youth}/milestones`).expect(200);
    expect(list.body.items).toMatchObject([{ kind: 'transition_meeting_held', label: 'Overgangsmøde holdt', source: 'meeting' }]);
  });

  it('is one tick on a deadline that is cleared in the specialist system, and can be taken back', async () => {
    const youth = await recordYouth(app, org, { born: '2010-02-10', coordinator: 'freja', measure: PLACED });
    const freja = app.as(await org.token('freja'));
    const decision = await deadline(youth, 'R15');
    const tick = await freja.post(`/youths/${youth}/milestones`, { deadlineId: decision?.id, reference: 'SAG-17' }).expect(201);
    expect(tick.body).toMatchObject({ kind: 'youth_support_decided', occurredOn: '2026-11-10', source: 'person', recordedBy: 'Freja Holmgaard' });
    expect(await deadline(youth, 'R15')).toMatchObject({ state: 'met' });
    await freja.post(`/milestones/${(tick.body as { id: string }).id}/voiding`).expect(204);
    expect(await deadline(youth, 'R15')).toMatchObject({ state: 'open', metBy: null });
  });

  it('of a meeting wants the meeting, not a tick', async () => {
    const youth = await recordYouth(app, org, { born: '2010-02-10', coordinator: 'freja', measure: PLACED });
    const freja = app.as(await org.token('freja'));
    const transition = await deadline(youth, 'R13');
    const tick = await freja.post(`/youths/${youth}/milestones`, { deadlineId: transition?.id }).expect(422);
    expect(tick.body.code).toBe('meeting_needed');
    const ahead = await freja.post(`/youths/${youth}/milestones`, { kind: 'transition_meeting_held', occurredOn: '2026-12-01' }).expect(422);
    expect(ahead.body.code).toBe('date_ahead');
    await freja.post(`/youths/${youth}/milestones`, { kind: 'transition_meeting_held', occurredOn: '2025-02-09' }).expect(201);
    expect(await deadline(youth, 'R13')).toMatchObject({ state: 'open' });
    await freja.post(`/youths/${youth}/milestones`, { kind: 'transition_meeting_held', occurredOn: '2025-02-10' }).expect(201);
    expect(await deadline(youth, 'R13')).toMatchObject({ state: 'met' });
  });

  it('starts an event rule', async () => {
    const youth = await recordYouth(app, org, { born: '2007-02-10', coordinator: 'freja' });
    const freja = app.as(await org.token('freja'));
    expect(await deadline(youth, 'R30')).toBeUndefined();
    await freja.post(`/youths/${youth}/milestones`, { kind: 'employment_registered', occurredOn: '2026-11-09' }).expect(201);
    expect(await deadline(youth, 'R30')).toMatchObject({ dueOn: '2026-11-16', state: 'open', mode: 'shows' });
  });

  it('is recorded once for one idempotency key, and refuses kinds that only the program records', async () => {
    const youth = await recordYouth(app, org, { born: '2007-02-10', coordinator: 'freja' });
    const freja = app.as(await org.token('freja'));
    const send = () => freja.post(`/youths/${youth}/milestones`, { kind: 'stu_started', occurredOn: '2026-08-10' })
      .set('idempotency-key', 'stu-begyndt');
    const [first, second] = [await send(), await send()];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    await freja.post(`/youths/${youth}/milestones`, { kind: 'transition_check_yes' }).expect(400);
  });
});

describe('a waiver', () => {
  it("is a team leader's, with a reason, and once", async () => {
    const youth = await recordYouth(app, org, { born: '2010-02-10', coordinator: 'freja', measure: PLACED });
    const transition = await deadline(youth, 'R13');
    const path = `/deadlines/${transition?.id}/waiver`;
    const tage = app.as(await org.token('tage'));
    await app.as(await org.token('freja')).post(path, { reason: 'Flytter til en anden kommune' }).expect(403);
    await tage.post(path, {}).expect(400);
    const waived = await tage.post(path, { reason: 'Flytter til en anden kommune' }).expect(200);
    expect(waived.body).toMatchObject({ state: 'waived', waivedReason: 'Flytter til en anden kommune' });
    const again = await tage.post(path, { reason: 'Flytter til en anden kommune' }).expect(409);
    expect(again.body.code).toBe('invalid_transition');
  });
});

describe("a caseworker's assessment", () => {
  it('wins over the table, with its reason, until the next one', async () => {
    const youth = await recordYouth(app, org, { born: '2010-02-10', coordinator: 'freja', measure: PLACED });
    const freja = app.as(await org.token('freja'));
    const assess = (belongs: boolean) => freja.post(`/youths/${youth}/target-group-assessments`, {
      targetGroup: 'transition', belongs, reason: 'Skal bo hjemme hos sin far',
    }).expect(201);
    await assess(false);
    expect(await deadline(youth, 'R13')).toBeUndefined();
    expect(await deadline(youth, 'R15')).toMatchObject({ state: 'open' });
    await assess(true);
    expect(await deadline(youth, 'R13')).toMatchObject({ state: 'open' });
    const list = await freja.get(`/youths/${youth}/target-group-assessments`).expect(200);
    expect(list.body.items).toMatchObject([{ targetGroup: 'transition', belongs: true, assessedBy: 'Freja Holmgaard' }]);
  });
});

describe('lists', () => {
  it('show deadlines across the youths one may see, page by page', async () => {
    const wish = { born: '2010-03-30', unit: 'handicap', coordinator: 'bo' } as const;
    const youths = [await recordYouth(app, org, wish), await recordYouth(app, org, wish)];
    const bo = app.as(await org.token('bo'));
    const seen: { rule: string; youth: { id: string; name: string } }[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page = await bo.get(`/deadlines?state=open&department=${org.unit.handicap}&dueBefore=2027-06-01&limit=1&cursor=${cursor}`).expect(200);
      seen.push(...page.body.items);
      cursor = page.body.nextCursor as string | null;
    }
    expect(seen.map(({ rule, youth }) => [rule, youth.id]).sort()).toEqual(youths.map((id) => ['R13', id]).sort());
    const others = await app.as(await org.token('solvej')).get('/deadlines').expect(200);
    expect(others.body.items).toEqual([]);
  });

  it('show the catalogue with act, section, dates in force and mode', async () => {
    const answer = await app.as(await org.token('anker')).get('/deadline-rules').expect(200);
    const versions = (answer.body.items as { rule: string }[]).filter(({ rule }) => rule === 'R15');
    expect(versions).toMatchObject([
      { act: 'serviceloven', section: '§ 68', inForceTo: '2023-12-31', inForce: false },
      { act: 'barnets lov', section: '§ 111, stk. 1', inForceFrom: '2024-01-01', inForce: true, mode: 'drives', confirmed: true },
    ]);
  });
});

describe('another unit', () => {
  it('gets the same 404 for every route on a youth, deadline or milestone that is not its own', async () => {
    const youth = await recordYouth(app, org, { born: '2010-02-10', coordinator: 'freja', measure: PLACED });
    const transition = await deadline(youth, 'R13');
    const freja = app.as(await org.token('freja'));
    const milestone = await freja.post(`/youths/${youth}/milestones`, { kind: 'stu_started', occurredOn: '2026-08-10' }).expect(201);
    const [solvej, sonja] = [app.as(await org.token('solvej')), app.as(await org.token('sonja'))];
    const assessment = { targetGroup: 'transition', belongs: false, reason: 'ikke min' };
    const answers = [
      await solvej.get(`/youths/${youth}/deadlines`), await solvej.get(`/youths/${youth}/milestones`),
      await solvej.post(`/youths/${youth}/milestones`, { kind: 'stu_started' }),
      await solvej.get(`/youths/${youth}/target-group-assessments`),
      await solvej.post(`/youths/${youth}/target-group-assessments`, assessment),
      await solvej.post(`/milestones/${(milestone.body as { id: string }).id}/voiding`),
      await sonja.post(`/deadlines/${transition?.id}/waiver`, { reason: 'ikke min' }),
      await sonja.post('/deadlines/findes-ikke/waiver', { reason: 'findes ikke' }),
    ];
    for (const answer of answers) expect([answer.status, answer.body.code]).toEqual([404, 'not_found']);
  });
});

async function calendarIdentity(youthId: string): Promise<{ uid: string; reference: string; revision: number }> {
  const sql = `SELECT uid, reference, revision FROM deadline WHERE youth_id = $1 AND rule_code = 'R13'`;
  const [row] = await app.inTx((tx) => tx.query<{ uid: string; reference: string; revision: number }>(sql, [youthId]));
  if (row === undefined) throw new Error('no deadline R13');
  return row;
}
