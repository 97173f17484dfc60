import { Database } from '../../src/platform/database/database.js';
import { startApp, signIn, type TestApp } from '../support/app.js';
import { type Organisation, organisation } from '../support/organisation.js';
import { usernameOf } from '../support/username.js';

describe('signing in', () => {
  let app: TestApp;
  let org: Organisation;

  beforeAll(async () => {
    app = await startApp();
    org = await organisation(app);
  });

  afterAll(() => app.close());

  it('tells who one is', async () => {
    const answer = await app.as(await org.token('freja')).get('/me').expect(200);
    expect(answer.body).toEqual({ id: org.staff.freja, name: 'Freja Holmgaard', roles: ['caseworker'], departmentId: org.unit.ungeenhed });
  });

  it('is over when one signs out', async () => {
    const token = await signIn(app, org.staff.bo);
    await app.as(token).delete('/session').expect(204);
    await app.as(token).get('/me').expect(401);
  });

  it('ends at once for a person who has left', async () => {
    const token = await signIn(app, org.staff.gitte);
    await org.leave('gitte');
    await app.as(token).get('/me').expect(401);
  });

  it('gives the same answer to a wrong password and to an unknown name', async () => {
    await signIn(app, org.staff.pia);
    const wrong = await app.as(null).post('/session', { username: usernameOf(org.staff.pia), password: 'forkert' }).expect(401);
    const unknown = await app.as(null).post('/session', { username: 'findes-ikke', password: 'forkert' }).expect(401);
    expect(unknown.body).toEqual(wrong.body);
  });

  it('refuses further guesses after ten', async () => {
    for (let i = 0; i < 10; i += 1) await app.as(null).post('/session', { username: 'gaet', password: 'forkert' }).expect(401);
    const answer = await app.as(null).post('/session', { username: 'gaet', password: 'forkert' }).expect(429);
    expect(answer.body.code).toBe('too_many_sign_ins');
  });

  it('names unknown and missing fields in Danish, and repeats no value', async () => {
    const answer = await app.as(null).post('/session', { username: 'freja', kodeord: 'hemmelig-tekst' }).expect(400);
    expect(answer.body.errors).toEqual(expect.arrayContaining([
      { field: 'kodeord', code: 'whitelistValidation', message: 'Feltet kendes ikke. Fjern det.' },
      { field: 'password', code: 'isString', message: 'Skriv tekst i feltet.' },
    ]));
    expect(answer.text).not.toContain('hemmelig-tekst');
  });

  it('keeps no token in the database', async () => {
    const token = await org.token('ulla');
    const rows = await app.get(Database).statement<{ found: number }>(
      'test-token', 'SELECT count(*)::int AS found FROM session WHERE encode(token_hash, \'escape\') LIKE $1', [`%${token}%`],
    );
    expect(rows[0]?.found).toBe(0);
  });
});
