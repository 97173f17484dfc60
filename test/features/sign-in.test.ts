import pg from 'pg';
import type { Response } from 'supertest';
import { Database } from '../../src/platform/database/database.js';
import { startApp, signIn, type TestApp } from '../support/app.js';
import { type Organisation, organisation } from '../support/organisation.js';
import { usernameOf } from '../support/username.js';

describe('signing in', () => {
  let app: TestApp;
  let org: Organisation;
  let owner: pg.Client;

  beforeAll(async () => {
    app = await startApp({ overrides: { TRUST_PROXY: 'true' } });
    org = await organisation(app);
    owner = new pg.Client({ connectionString: app.config.DATABASE_URL });
    await owner.connect();
  });

  afterAll(async () => {
    await owner.end();
    await app.close();
  });

  const ask = (address: string, username: string, password: string) => app.as(null).post('/session', { username, password }).set('x-forwarded-for', address);
  const attempts = async (): Promise<number> => {
    const [row] = await app.get(Database).statement<{ kept: number }>('test-attempts', 'SELECT count(*)::int AS kept FROM sign_in_attempt');
    return row?.kept ?? -1;
  };

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

  it('lets no more guesses through when they come at once, and keeps nobody else out', async () => {
    const [guessed, other] = [org.staff.jonas, org.staff.henrik];
    for (const each of [guessed, other]) await signIn(app, each);
    const guesses = Array.from({ length: 40 }, () => ask('192.0.2.1', usernameOf(guessed), 'forkert'));
    const [entered, ...answers] = await Promise.all([ask('192.0.2.1', usernameOf(other), 'demo'), ...guesses]);
    expect(entered?.status).toBe(201);
    expect(codesOf(answers)).toEqual({ wrong_password: 10, too_many_sign_ins: 30 });
    expect(codesOf([await ask('192.0.2.2', usernameOf(guessed), 'demo')])).toEqual({ too_many_sign_ins: 1 });
  });

  it('lets no more guesses through from one address when they come at once under many names', async () => {
    // What the client itself writes before the address that the proxy adds counts for nothing.
    const guesses = Array.from({ length: 60 }, (_, index) => ask(`198.51.100.${index}, 192.0.2.3`, `gaet-${index}`, 'forkert'));
    expect(codesOf(await Promise.all(guesses))).toEqual({ wrong_password: 50, too_many_sign_ins: 10 });
  });

  it('lets one person in several times at once, and keeps only what failed', async () => {
    const before = await attempts();
    await signIn(app, org.staff.solvej);
    await ask('192.0.2.4', usernameOf(org.staff.solvej), 'forkert').expect(401);
    const answers = await Promise.all(Array.from({ length: 8 }, () => ask('192.0.2.4', usernameOf(org.staff.solvej), 'demo')));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 201));
    expect(await attempts()).toBe(before + 1);
  });

  it('takes nobody with the right password for a guesser while the trail cannot be written', async () => {
    const before = await attempts();
    await signIn(app, org.staff.sonja);
    await owner.query('REVOKE INSERT ON audit_entry FROM overgang_app');
    try {
      expect((await ask('192.0.2.5', usernameOf(org.staff.sonja), 'demo').expect(503)).body).toMatchObject({ code: 'audit_unavailable' });
    } finally {
      await owner.query('GRANT INSERT ON audit_entry TO overgang_app');
    }
    expect(await attempts()).toBe(before);
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

function codesOf(answers: readonly Response[]): Record<string, number> {
  const codes: Record<string, number> = {};
  for (const { body } of answers) {
    const { code } = body as { code: string };
    codes[code] = (codes[code] ?? 0) + 1;
  }
  return codes;
}
