import type { Response } from 'supertest';
import { newId } from '../../src/platform/database/ids.js';
import type { ApiClient, TestApp } from '../support/app.js';
import { startApp } from '../support/app.js';
import { organisation, type Organisation } from '../support/organisation.js';
import { recordMeasure, recordYouth } from '../support/youth-builder.js';
import { frejasCase, type Ids, openMeetings } from './case.js';
import { as, send } from './case-youth.js';

let app: TestApp;
let org: Organisation;
let bo: ApiClient;
let freja: Ids;
let own: Record<string, string>;

beforeAll(async () => {
  app = await startApp();
  org = await organisation(app);
  const meetings = await openMeetings(app, org);
  freja = (await frejasCase(app, org, meetings)).ids;
  bo = await as(app, org, 'bo');
  const youth = await recordYouth(app, org, { born: '2009-06-15', unit: 'handicap', coordinator: 'bo' });
  await recordMeasure(app, org, youth, { unit: 'handicap', act: 'serviceloven', section: '85', from: '2025-01-01' });
  const { id: referral } = await send(bo, 'post', '/referrals', {
    youthId: youth, type: 'coordination', purpose: 'coordinate', reason: 'Overgang', areas: ['social'], belongs: { needsSeveralAreas: true, supportAfter18: 'individual_support' },
  });
  const { id: booking } = await send(await as(app, org, 'karla'), 'post', '/bookings', {
    referralId: referral, slotId: meetings.slots.at(-1), participantIds: [org.staff.bo], lateReason: 'Kan ikke vente',
  });
  own = { youth, booking, referral };
}, 120_000);
afterAll(() => app.close());

/** What a request answers with the foreign id and with an unknown one, without what differs from request to request. */
async function bothOf(ask: (id: string) => PromiseLike<Response>, foreignId: string | undefined): Promise<[object, object]> {
  const told = async (id: string): Promise<object> => {
    const { status, body } = await ask(id);
    return { status, text: JSON.stringify(body).replaceAll(id, 'id') };
  };
  return [await told(foreignId ?? ''), await told(newId())];
}

type Crossing = readonly [string, string, (id: string) => PromiseLike<Response>];

const CROSSINGS: ReadonlyArray<Crossing> = [
  ['a statement', 'statement', (id) => bo.patch(`/bookings/${own['booking']}/agenda/statements/${id}`, { text: 'x' }).set('if-match', '"1"')],
  ['a statement to remove', 'statement', (id) => bo.delete(`/bookings/${own['booking']}/agenda/statements/${id}`).set('if-match', '"1"')],
  ['a rating', 'rating', (id) => bo.patch(`/bookings/${own['booking']}/agenda/ratings/${id}`, { value: 1 }).set('if-match', '"1"')],
  ['a rating to remove', 'rating', (id) => bo.delete(`/bookings/${own['booking']}/agenda/ratings/${id}`).set('if-match', '"1"')],
  ['a goal', 'goal', (id) => bo.patch(`/youths/${own['youth']}/plan/goals/${id}`, { title: 'x' }).set('if-match', '"0"')],
  ["a plan's action", 'planAction', (id) => bo.put(`/youths/${own['youth']}/plan/actions/${id}/goal`, { goalId: null })],
];

const NAMED_IN_BODIES: ReadonlyArray<Crossing> = [
  ['the youth of a referral', 'youth', (id) => bo.post('/referrals', { youthId: id, type: 'transition', purpose: 'coordinate', reason: 'x' })],
  ["another's look-up", 'lookup', (id) => bo.post('/referrals', { lookupId: id, type: 'transition', purpose: 'coordinate', reason: 'x' })],
  ['the referral of a booking', 'acceptedReferral', (id) => bo.post('/bookings', { referralId: id, slotId: newId() })],
  ['the custody holder of a consent', 'custodyHolder', (id) => bo.post(`/youths/${own['youth']}/consents`, {
    givenBy: 'custody_holder', custodyHolderId: id, recipient: 'UU', scope: 'skole', purpose: 'overgang', givenOn: '2026-10-01',
  })],
  ['the deadline of a milestone', 'deadline', (id) => bo.post(`/youths/${own['youth']}/milestones`, { deadlineId: id })],
  ['the consent of a sharing basis', 'consent', (id) => bo.put(`/bookings/${own['booking']}/sharing-bases/social`, { consentId: id })],
  ['the goal of an action', 'goal', (id) => bo.post(`/youths/${own['youth']}/plan/actions`, { text: 'x', ownerId: org.staff.bo, dueOn: '2027-06-20', goalId: id })],
  ['a goal put into the plan', 'goal', (id) => bo.put(`/youths/${own['youth']}/plan`, { goals: [{ id, topic: 'housing', title: 'x' }] }).set('if-match', '"0"')],
  ['the goal of a closing action', 'goal', (id) => bo.post(`/bookings/${own['booking']}/conclusion`, {
    outcome: 'plan_agreed', actions: [{ text: 'x', ownerId: org.staff.bo, dueOn: '2027-06-20', goalId: id }],
  })],
  ['the youth of a list of actions', 'youth', (id) => bo.get(`/actions?youth=${id}`)],
];

describe("a foreign object under one's own", () => {
  it.each(CROSSINGS)('%s is not found', async (_, key, ask) => {
    const [foreign, unknown] = await bothOf(ask, freja[key]);
    expect(foreign).toEqual(unknown);
    expect(foreign).toMatchObject({ status: 404 });
  });
});

describe('a foreign object named in a body or a query', () => {
  it.each(NAMED_IN_BODIES)('%s is refused like one that does not exist', async (_, key, ask) => {
    const [foreign, unknown] = await bothOf(ask, freja[key]);
    expect(foreign).toEqual(unknown);
    expect((foreign as { text: string }).text).not.toMatch(/kanarie/i);
  });

  it('is not shown in the answer to a repeated request once the access is gone', async () => {
    const frejas = await as(app, org, 'freja');
    const youth = await recordYouth(app, org, { born: '2009-06-15', unit: 'uu', coordinator: 'freja', name: 'Kanariefugl Gentaget' });
    const offer = () => frejas.post(`/youths/${youth}/handover`, { to: org.staff.bo }).set('idempotency-key', 'overdraget-en-gang');
    const { id } = (await offer().expect(201)).body as { id: string };
    expect((await offer().expect(201)).body).toMatchObject({ id });
    await bo.post(`/handovers/${id}/acceptance`).expect(200);
    await frejas.get(`/youths/${youth}`).expect(404);
    await offer().expect(404);
  });
});
