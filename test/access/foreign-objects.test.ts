import { randomUUID } from 'node:crypto';
import type { Response } from 'supertest';
import { newId } from '../../src/platform/database/ids.js';
import { startApp, type TestApp } from '../support/app.js';
import { organisation, type Organisation } from '../support/organisation.js';
import { ask as send, sessionsOf } from './caller.js';
import { frejasCase, type Ids, openMeetings } from './case.js';
import { canariesIn } from './case-youth.js';
import { fill, parametersOf, type Route, routesOf } from './routes.js';
import { type Row, ROWS } from './route-rows.js';

let app: TestApp;
let org: Organisation;
let routes: Route[];
let ids: Ids;
const people: Record<string, Awaited<ReturnType<typeof sessionsOf>>> = {};

/** None of them has a ground: two caseworkers and a team leader of other units. */
const STRANGERS = ['bo', 'jonas', 'tora'] as const;
const WITHOUT_CASES = ['anker', 'regitze'] as const;

beforeAll(async () => {
  app = await startApp();
  org = await organisation(app);
  routes = routesOf(app);
  const meetings = await openMeetings(app, org);
  const made = await frejasCase(app, org, meetings);
  ids = { ...made.ids, unit: org.unit.ungeenhed, participant: org.staff.solvej, freja: org.staff.freja, freeSlot: meetings.slots[0] ?? '' };
  const names = ['bo', 'jonas', 'anker', 'regitze', 'freja', 'tage', 'karla', 'solvej', 'gitte'] as const;
  for (const name of names) people[name] = await sessionsOf(app, org.staff[name]);
  people['tora'] = await sessionsOf(app, await teamLeaderOf(org.unit.jobcenter));
}, 120_000);
afterAll(() => app.close());

async function teamLeaderOf(unit: string): Promise<string> {
  const id = newId();
  await app.inTx(async (tx) => {
    await tx.query("INSERT INTO staff_member (id, name, email, department_id, created_at) VALUES ($1, 'Tora Vestergård', 'tora@noerreborg.example', $2, $3)", [id, unit, tx.now]);
    await tx.query("INSERT INTO staff_role (id, staff_id, role, valid_from) VALUES ($1, $2, 'team_leader', '2020-01-01')", [newId(), id]);
  });
  return id;
}

function ask(route: Route, row: Row, values: Readonly<Record<string, string>>, name: string | null): Promise<Response> {
  const path = fill(route, { ...row.fixed, ...values });
  return send(app, route, { path, body: row.body?.(org, ids) ?? {}, version: row.version }, name === null ? null : (people[name] ?? null));
}

const inCase = ({ ids: keys }: Row): Record<string, string> => Object.fromEntries(Object.entries(keys).map(([name, key]) => [name, ids[key] ?? '']));
const with_ = ({ ids: keys }: Row, value: () => string): Record<string, string> => Object.fromEntries(Object.keys(keys).map((name) => [name, value()]));

function told(answer: Response): object {
  const { requestId: _request, instance: _instance, ...body } = answer.body as Record<string, unknown>;
  return { status: answer.status, body };
}

const rows = (): Array<[Route, Row]> => routes.flatMap((route): Array<[Route, Row]> => {
  const row = ROWS[route.name];
  return row === undefined ? [] : [[route, row]];
});
const ofAYouth = (): Array<[Route, Row]> => rows().filter(([, row]) => row.notOfAYouth === undefined);

describe('the table of routes', () => {
  it('names a policy for every route', () => {
    expect(routes.filter(({ policy }) => policy === undefined).map(({ name }) => name)).toEqual([]);
  });

  it('has a row for every route with a parameter, and no row without a route', () => {
    const parametrised = routes.filter((route) => parametersOf(route).length > 0);
    expect(Object.keys(ROWS).sort()).toEqual(parametrised.map(({ name }) => name).sort());
    for (const [route, row] of rows()) expect([route.name, Object.keys({ ...row.ids, ...row.fixed }).sort()]).toEqual([route.name, parametersOf(route).sort()]);
  });

  it('finds an object of the case for every parameter', () => {
    for (const [route, row] of rows()) expect([route.name, Object.values(inCase(row)).filter((id) => id === '')]).toEqual([route.name, []]);
  });

  it('is made of addresses that the server answers', () => {
    const server = app.nest.getHttpAdapter().getInstance() as unknown as { hasRoute(wish: { method: string; url: string }): boolean };
    for (const { method, path } of routes) expect([path, server.hasRoute({ method: method.toUpperCase(), url: path })]).toEqual([path, true]);
  });
});

describe("another's object", () => {
  it.each(STRANGERS)('answers %s as one that does not exist', async (name) => {
    const wrong: object[] = [];
    for (const [route, row] of ofAYouth()) {
      const foreign = told(await ask(route, row, inCase(row), name));
      const unknown = told(await ask(route, row, with_(row, newId), name));
      const mayEnter = route.policy?.who === 'signed_in' || (route.policy?.who as readonly string[]).includes(name === 'tora' ? 'team_leader' : 'caseworker');
      const expected = mayEnter ? { status: 404, code: 'not_found' } : { status: 403, code: 'not_allowed' };
      const seen = foreign as { status: number; body: { code?: string } };
      if (JSON.stringify(foreign) !== JSON.stringify(unknown) || seen.status !== expected.status || seen.body.code !== expected.code) wrong.push({ route: route.name, foreign, unknown });
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  it.each(WITHOUT_CASES)('is closed to %s', async (name) => {
    const wrong: object[] = [];
    for (const [route, row] of ofAYouth()) {
      const foreign = told(await ask(route, row, inCase(row), name)) as { status: number };
      const unknown = told(await ask(route, row, with_(row, newId), name));
      if (![403, 404].includes(foreign.status) || JSON.stringify(foreign) !== JSON.stringify(unknown)) wrong.push({ route: route.name, foreign, unknown });
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  it('is closed to whoever is not signed in', async () => {
    const statuses = new Map<string, number>();
    for (const [route, row] of rows()) {
      if (route.policy?.who !== 'public') statuses.set(route.name, (await ask(route, row, inCase(row), null)).status);
    }
    expect([...statuses].filter(([, status]) => status !== 401)).toEqual([]);
  });

  it('is not found under an id that is none, whoever asks', async () => {
    const wrong: object[] = [];
    for (const [route, row] of rows().filter(([, { ids: keys }]) => Object.keys(keys).length > 0)) {
      for (const odd of ['ikke-et-id', "1'%20OR%20'1'='1", 'x%00y', '%F0%9F%90%A4', randomUUID().toUpperCase()]) {
        for (const name of ['bo', row.by]) {
          const { status, text } = await ask(route, row, with_(row, () => odd), name);
          if (![400, 403, 404].includes(status) || /uuid|syntax|sql/i.test(text)) wrong.push({ route: route.name, odd, name, status, text });
        }
      }
    }
    expect(wrong).toEqual([]);
  }, 240_000);

  it('shows nothing of the case in any list, feed or page', async () => {
    const found: object[] = [];
    for (const route of routes.filter(({ method, path }) => method === 'get' && !path.includes(':'))) {
      for (const name of [...STRANGERS, ...WITHOUT_CASES]) {
        const { text } = await send(app, route, { path: route.path }, people[name] ?? null);
        const named = route.path !== '/api/v1/audit' && (text ?? '').includes(ids['youth'] ?? '-'); // the log names youths by id
        if (named || canariesIn(text ?? '').length > 0) found.push({ route: route.name, name, canaries: canariesIn(text ?? '') });
      }
    }
    expect(found).toEqual([]);
  }, 60_000);
});

describe('the rightful person', () => {
  it('is let through by every row', async () => {
    const wrong: object[] = [];
    for (const [name, row] of Object.entries(ROWS)) {
      const route = routes.find((each) => each.name === name);
      if (route === undefined) continue;
      const { status, text } = await ask(route, row, inCase(row), row.by);
      if ([401, 403, 404].includes(status) || status >= 500) wrong.push({ name, status, text });
    }
    expect(wrong).toEqual([]);
  }, 120_000);
});
