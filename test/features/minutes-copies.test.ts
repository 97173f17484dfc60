import { drainOutbox, type TestApp } from '../support/app.js';
import { startConclusionApp } from '../support/conclusion-app.js';
import type { ConclusionDesk, HeldItem } from '../support/conclusion-desk.js';
import type { Organisation } from '../support/organisation.js';

interface CopyBody {
  readonly id: string;
  readonly guest: { readonly name: string };
  readonly basis: object | null;
  readonly handedOver: { readonly by: string } | null;
}

let app: TestApp;
let org: Organisation;
let desk: ConclusionDesk;

beforeAll(async () => {
  ({ app, org, desk } = await startConclusionApp());
});
afterAll(() => app.close());

async function copies(item: HeldItem): Promise<CopyBody[]> {
  await drainOutbox(app);
  return ((await (await desk.as('freja')).get(`/bookings/${item.id}/minutes-copies`).expect(200)).body as { items: CopyBody[] }).items;
}

const LONE_STAYED_AWAY = [{ name: 'Mikkel Sandø', present: true }, { name: 'Lone Friis', present: false }];

/** A concluded item with approved minutes, to which two professionals from outside were invited, and what was said of their coming. */
async function approved(said: ReadonlyArray<{ name: string; present: boolean }> = LONE_STAYED_AWAY): Promise<HeldItem> {
  const item = await desk.booked();
  const freja = await desk.as('freja');
  for (const name of ['Mikkel Sandø', 'Lone Friis']) await freja.post(`/bookings/${item.id}/guests`, {
    name, function: 'støtteperson', email: `${name.split(' ')[0]?.toLowerCase()}@bosted.example`,
  }).expect(201);
  await desk.hold(item);
  const { guests } = await desk.draft(item);
  const came = said.map(({ name, present }) => ({ guestId: guests.find((guest) => guest.name === name)?.guestId, present }));
  await desk.conclude(item, { attendance: { ...(await desk.everybody(item)), guests: came } });
  await (await desk.as('karla')).post(`/bookings/${item.id}/minutes/approval`).expect(200);
  return item;
}

async function consentTo(item: HeldItem, whom: { recipient: string; departmentId?: string }): Promise<string> {
  const { body } = await (await desk.as('freja')).post(`/youths/${item.youthId}/consents`, {
    givenBy: 'youth', scope: 'referatet', purpose: 'støtte', givenOn: '2026-11-01', ...whom,
  }).expect(201);
  return (body as { id: string }).id;
}

const tasks = async (item: HeldItem) => ((await (await desk.as('freja')).get('/tasks')).body as { items: Array<{ kind: string; subjectId: string }> }).items
  .filter(({ subjectId }) => subjectId === item.id).map(({ kind }) => kind);

it('minutes for a professional who was not there wait for a consent or an act; until then a task says what is missing', async () => {
  const item = await approved();
  const freja = await desk.as('freja');
  const [copy, ...others] = await copies(item);
  expect([copy?.guest.name, copy?.basis, others]).toEqual(['Lone Friis', null, []]);
  expect(await tasks(item)).toContain('minutes_basis_missing');
  expect((await freja.post(`/minutes-copies/${copy?.id}/handed-over`)).body).toMatchObject({ status: 422, code: 'basis_missing' });
  expect((await freja.put(`/minutes-copies/${copy?.id}/basis`, { act: '§ 115' })).body).toMatchObject({ code: 'basis_incomplete' });
  await freja.put(`/minutes-copies/${copy?.id}/basis`, { act: 'Forvaltningsloven', section: '§ 28, stk. 2, nr. 3' }).expect(204);
  expect(await tasks(item)).not.toContain('minutes_basis_missing');
  await freja.post(`/minutes-copies/${copy?.id}/handed-over`).expect(204);
  expect(await copies(item)).toMatchObject([{ handedOver: { by: 'Freja Holmgaard' } }]);
  expect((await freja.put(`/minutes-copies/${copy?.id}/basis`, { act: 'Forvaltningsloven', section: '§ 28' })).body).toMatchObject({ code: 'already_handed_over' });
  await freja.delete(`/minutes-copies/${copy?.id}/handed-over`).expect(204);
  expect(await copies(item)).toMatchObject([{ handedOver: null }]);
});

it('a professional of whose coming nothing was said is to have the minutes like one who did not come', async () => {
  const item = await approved([{ name: 'Mikkel Sandø', present: true }]);
  expect(await copies(item)).toMatchObject([{ guest: { name: 'Lone Friis' }, basis: null, handedOver: null }]);
  expect(await tasks(item)).toContain('minutes_basis_missing');
});

it('a consent must still count when the minutes leave', async () => {
  const item = await approved();
  const freja = await desk.as('freja');
  const consentId = await consentTo(item, { recipient: 'Lone Friis' });
  const [copy] = await copies(item);
  await freja.put(`/minutes-copies/${copy?.id}/basis`, { consentId }).expect(204);
  await freja.post(`/consents/${consentId}/withdrawal`).expect(200);
  expect((await freja.post(`/minutes-copies/${copy?.id}/handed-over`)).body).toMatchObject({ code: 'consent_not_valid' });
});

it('a consent to a unit of ours lets no minutes out of the house, neither as the basis nor when they leave', async () => {
  const item = await approved();
  const freja = await desk.as('freja');
  const consentId = await consentTo(item, { recipient: 'Uddannelsesvejledningen', departmentId: org.unit.uu });
  const [copy] = await copies(item);
  const refused = { status: 422, code: 'consent_for_others' };
  expect((await freja.put(`/minutes-copies/${copy?.id}/basis`, { consentId })).body).toMatchObject(refused);
  expect(await copies(item)).toMatchObject([{ basis: null }]);
  expect(await tasks(item)).toContain('minutes_basis_missing');
  await app.inTx((tx) => tx.query('UPDATE minutes_copy SET consent_id = $2 WHERE id = $1', [copy?.id, consentId]));
  expect((await freja.post(`/minutes-copies/${copy?.id}/handed-over`)).body).toMatchObject(refused);
  expect(await copies(item)).toMatchObject([{ basis: { consentId }, handedOver: null }]);
});
