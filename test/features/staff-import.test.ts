import supertest from 'supertest';
import { drainOutbox, startApp, type TestApp } from '../support/app.js';
import { type Organisation, organisation } from '../support/organisation.js';

const HEADER = 'enhed;enhedsnavn;enhedstype;navn;email;telefon;titel;roller;aktiv';

describe('importing units and staff', () => {
  let app: TestApp;
  let org: Organisation;

  beforeEach(async () => {
    app = await startApp();
    org = await organisation(app);
  });

  afterEach(() => app.close());

  const sendFile = async (who: 'anker' | 'karla', file: string) =>
    supertest(app.url).post('/api/v1/staff-imports').set('authorization', `Bearer ${await org.token(who)}`).set('content-type', 'text/csv').send(file);
  const send = (...lines: string[]) => sendFile('anker', [HEADER, ...lines].join('\n'));

  it('creates a unit with its people, once', async () => {
    const lines = ['sundhed;Sundhed og Omsorg;health;Ask Ærøe;ask@noerreborg.example;87001122;Sygeplejerske;sagsbehandler, teamleder;ja'];
    expect((await send(...lines)).body).toMatchObject({ departments: { created: 1 }, staff: { created: 1 }, rejected: [] });
    expect((await send(...lines)).body).toMatchObject({ departments: { unchanged: 1 }, staff: { unchanged: 1 } });
    const staff = await app.as(await org.token('freja')).get('/staff').expect(200);
    expect(staff.body.items).toContainEqual(expect.objectContaining({ name: 'Ask Ærøe', roles: ['caseworker', 'team_leader'], title: 'Sygeplejerske' }));
  });

  it('names bad lines by line and column while good ones land', async () => {
    const answer = await send(
      'ungeenhed;;;Signe Elmholt;signe@noerreborg.example;;;sagsbehandler;ja',
      'findes-ikke;;;Ida Sol;ida@noerreborg.example;;;sagsbehandler;ja',
      'ungeenhed;;;Bo Sten;ikke-en-adresse;;;trylleri;måske',
    );
    expect(answer.body.staff.created).toBe(1);
    expect(answer.body.rejected.map(({ line, column, code }: Record<string, unknown>) => [line, column, code])).toEqual([
      [3, 'enhed', 'unknown_unit'], [4, 'email', 'bad_email'], [4, 'roller', 'unknown_role'], [4, 'aktiv', 'bad_yes_no'],
    ]);
    expect(answer.text).not.toContain('trylleri');
  });

  it('ends a person: signed out at once, and the team leader is asked to move what they hold', async () => {
    const token = await org.token('gitte');
    await app.as(token).get('/me').expect(200);
    expect((await send(`ungeenhed;;;Gitte Thornfeldt;${org.email('gitte')};;;;nej`)).body.staff).toMatchObject({ ended: 1 });
    await app.as(token).get('/me').expect(401);
    await drainOutbox(app);
    const tasks = await app.as(await org.token('tage')).get('/tasks').expect(200);
    expect(tasks.body.items).toEqual([expect.objectContaining({ kind: 'staff_left', subjectId: org.staff.gitte })]);
  });

  it('takes no columns that it does not know', async () => {
    const answer = await sendFile('anker', 'enhed;navn;email;cpr\na;b;c@d.dk;1');
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toEqual([{ field: 'cpr', code: 'unknown_column', message: 'Kolonnen kendes ikke.' }]);
  });

  it('is for administrators only', async () => {
    expect((await sendFile('karla', HEADER)).status).toBe(403);
  });
});
