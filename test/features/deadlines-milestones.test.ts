import type { DeadlineLine } from '../../src/deadlines/lists/deadline-line.js';
import { meetMilestone, type MilestoneOrigin } from '../../src/deadlines/milestones/meet-milestone.js';
import type { CalendarDate } from '../../src/platform/clock/calendar-date.js';
import { toInstant } from '../../src/platform/clock/zone.js';
import { startApp, type TestApp } from '../support/app.js';
import { deadlineOf } from '../support/deadline-reader.js';
import { organisation, type Organisation } from '../support/organisation.js';
import { recordYouth } from '../support/youth-builder.js';

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

const deadline = (youthId: string, rule: string): Promise<DeadlineLine | undefined> => deadlineOf(app, org, youthId, rule);

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

async function calendarIdentity(youthId: string): Promise<{ uid: string; reference: string; revision: number }> {
  const sql = `SELECT uid, reference, revision FROM deadline WHERE youth_id = $1 AND rule_code = 'R13'`;
  const [row] = await app.inTx((tx) => tx.query<{ uid: string; reference: string; revision: number }>(sql, [youthId]));
  if (row === undefined) throw new Error('no deadline R13');
  return row;
}
