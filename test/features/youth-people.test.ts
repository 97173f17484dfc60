import { addDays, addYears } from '../../src/platform/clock/calendar-date.js';
import { dateAt, toInstant } from '../../src/platform/clock/zone.js';
import { startApp, type ApiClient, type TestApp } from '../support/app.js';
import { organisation, type Organisation } from '../support/organisation.js';
import { recordYouth, turns } from '../support/youth-builder.js';

const MOTHER = { name: 'Mor', relation: 'mor', phone: '20 00 00 00', email: 'mor@example.dk', livesWithYouth: true, invite: true };

let app: TestApp;
let org: Organisation;
let freja: ApiClient;

beforeAll(async () => {
  app = await startApp();
  org = await organisation(app);
  freja = app.as(await org.token('freja'));
});
afterEach(() => app.clock.moveTo(null));
afterAll(() => app.close());

async function youth(born: string = turns(17, 0)): Promise<string> {
  return recordYouth(app, org, { born, coordinator: 'freja' });
}

async function holderOf(youthId: string, given: object = MOTHER): Promise<string> {
  return ((await freja.post(`/youths/${youthId}/custody-holders`, given).expect(201)).body as { id: string }).id;
}

async function items(path: string): Promise<Array<Record<string, unknown>>> {
  return ((await freja.get(path).expect(200)).body as { items: Array<Record<string, unknown>> }).items;
}

describe('the network map', () => {
  it('shows the closest first, and forgets who is taken off', async () => {
    const sofie = await youth();
    const add = (name: string, closeness: number) => freja.post(`/youths/${sofie}/network`, { kind: 'private', name, relation: name.toLowerCase(), closeness });
    const coach = (await add('Træner', 3).expect(201)).body as { id: string };
    await add('Storesøster', 1).expect(201);
    expect((await items(`/youths/${sofie}/network`)).map(({ name }) => name)).toEqual(['Storesøster', 'Træner']);
    await freja.delete(`/network-persons/${coach.id}`).expect(204);
    expect((await items(`/youths/${sofie}/network`)).map(({ name }) => name)).toEqual(['Storesøster']);
    await add('Nabo', 4).expect(400);
  });
});

describe('custody holders', () => {
  it('are two at most, each with consent and invitation', async () => {
    const sofie = await youth();
    const mother = await holderOf(sofie);
    const father = await holderOf(sofie, { ...MOTHER, name: 'Far', relation: 'far', livesWithYouth: false, invite: false });
    const third = await freja.post(`/youths/${sofie}/custody-holders`, MOTHER).expect(422);
    expect(third.body).toMatchObject({ code: 'two_custody_holders' });
    await freja.post(`/youths/${sofie}/consents`, {
      givenBy: 'custody_holder', custodyHolderId: mother, recipient: 'Socialafdelingen', departmentId: org.unit.social, scope: 'støttebehov',
      purpose: 'overgang', givenOn: '2026-02-01',
    }).expect(201);
    expect(await items(`/youths/${sofie}/custody-holders`)).toMatchObject([
      { id: mother, place: 1, hasConsent: true, invite: true, holdsCustody: true },
      { id: father, place: 2, hasConsent: false, invite: false },
    ]);
    expect((await freja.patch(`/custody-holders/${father}`, { invite: true }).expect(200)).body).toMatchObject({ invite: true, name: 'Far' });
    await freja.patch(`/custody-holders/${father}`, { name: null }).expect(400);
  });

  it('give place to another, and their consents end with it', async () => {
    const sofie = await youth();
    const mother = await holderOf(sofie);
    await freja.post(`/youths/${sofie}/consents`, {
      givenBy: 'custody_holder', custodyHolderId: mother, recipient: 'UU', scope: 'skolegang', purpose: 'overgang', givenOn: '2026-02-01',
    }).expect(201);
    await freja.delete(`/custody-holders/${mother}`).expect(204);
    expect(await items(`/youths/${sofie}/consents`)).toMatchObject([{ state: 'expired' }]);
    await holderOf(sofie);
  });

  it('are no longer invited once the youth is 18, and none is added', async () => {
    const grown = await youth(turns(18, 30));
    await holderOf(grown);
    app.clock.moveTo(toInstant(addDays(dateAt(new Date()), 30), '00:01'));
    expect(await items(`/youths/${grown}/custody-holders`)).toMatchObject([{ invite: false, holdsCustody: false }]);
    const adult = await freja.post(`/youths/${grown}/custody-holders`, MOTHER).expect(422);
    expect(adult.body).toMatchObject({ code: 'youth_is_adult' });
  });
});

describe('a consent', () => {
  const given = { recipient: 'UU', scope: 'skolegang', purpose: 'overgang', givenOn: '2026-02-01' };

  it("of a parent ends on the 18th birthday; the youth's own goes on", async () => {
    const born = turns(18, 30);
    const laust = await youth(born);
    const mother = await holderOf(laust);
    const parents = await freja.post(`/youths/${laust}/consents`, { ...given, givenBy: 'custody_holder', custodyHolderId: mother }).expect(201);
    expect(parents.body).toMatchObject({ expiresOn: addYears(born, 18), state: 'active', custodyHolder: { name: 'Mor' } });
    await freja.post(`/youths/${laust}/consents`, { ...given, givenBy: 'youth' }).expect(201);
    app.clock.moveTo(toInstant(addYears(born, 18), '00:01'));
    const states = (await items(`/youths/${laust}/consents`)).map(({ givenBy, state }) => [givenBy, state]);
    expect(Object.fromEntries(states)).toEqual({ youth: 'active', custody_holder: 'expired' });
  });

  it('may be withdrawn, once', async () => {
    const sofie = await youth();
    const consent = (await freja.post(`/youths/${sofie}/consents`, { ...given, givenBy: 'youth' }).expect(201)).body as { id: string };
    expect((await freja.post(`/consents/${consent.id}/withdrawal`).expect(200)).body).toMatchObject({ state: 'withdrawn' });
    await freja.post(`/consents/${consent.id}/withdrawal`).expect(409);
  });

  it('is specific, is not given in the future, and names a holder of this youth', async () => {
    const sofie = await youth();
    const other = await holderOf(await youth());
    const path = `/youths/${sofie}/consents`;
    const missing = await freja.post(path, { givenBy: 'youth', recipient: 'UU', givenOn: '2026-02-01' }).expect(400);
    expect((missing.body as { errors: Array<{ field: string }> }).errors.map(({ field }) => field)).toEqual(expect.arrayContaining(['scope', 'purpose']));
    expect((await freja.post(path, { ...given, givenBy: 'youth', givenOn: '2099-01-01' }).expect(422)).body).toMatchObject({ code: 'given_in_future' });
    expect((await freja.post(path, { ...given, givenBy: 'youth', expiresOn: '2026-01-01' }).expect(422)).body).toMatchObject({ code: 'expires_before_given' });
    for (const custodyHolderId of [other, undefined]) {
      const answer = await freja.post(path, { ...given, givenBy: 'custody_holder', custodyHolderId }).expect(400);
      expect(answer.body).toMatchObject({ errors: [{ field: 'custodyHolderId', code: 'unknown' }] });
    }
  });
});
