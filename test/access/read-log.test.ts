import { newId } from '../../src/platform/database/ids.js';
import type { Response } from 'supertest';
import { startApp, type TestApp } from '../support/app.js';
import { organisation, type Organisation, type StaffName } from '../support/organisation.js';
import { ask, type Sessions, sessionsOf } from './caller.js';
import { frejasCase, type Ids, openMeetings } from './case.js';
import { fill, parametersOf, type Route, routesOf } from './routes.js';
import { ROWS } from './route-rows.js';

let app: TestApp;
let org: Organisation;
let ids: Ids;
const people: Partial<Record<StaffName, Sessions>> = {};

interface Entry {
  readonly action: string;
  readonly outcome: string;
  readonly ground: string | null;
  readonly youths: string[];
  readonly subjectId: string | null;
}

beforeAll(async () => {
  app = await startApp();
  org = await organisation(app);
  ids = (await frejasCase(app, org, await openMeetings(app, org))).ids;
  for (const name of ['freja', 'bo', 'anker'] as const) people[name] = await sessionsOf(app, org.staff[name]);
}, 120_000);
afterAll(() => app.close());

async function entriesOf(name: StaffName, work: () => Promise<unknown>): Promise<Entry[]> {
  const read = (): Promise<Array<Entry & { id: string }>> => app.inTx((tx) => tx.query(
    'SELECT id, action, outcome, ground, youth_ids AS youths, subject_id AS "subjectId" FROM audit_entry WHERE actor_id = $1 ORDER BY id', [org.staff[name]],
  ));
  const before = new Set((await read()).map(({ id }) => id));
  await work();
  return (await read()).filter(({ id }) => !before.has(id));
}

const readsOf = (own: (route: Route) => boolean): Route[] => routesOf(app).filter((route) => route.method === 'get' && own(route));
/** Imports tell of many, and the address of one's own calendar of nobody. */
const OTHERS = /youth-imports|unge\/import|kalender\/abonnement/;
const aboutTheYouth = (route: Route): boolean => ROWS[route.name] !== undefined && ROWS[route.name]?.notOfAYouth === undefined && !OTHERS.test(route.path);
/** A page puts several readings together, each with its own row. */
const isApi = ({ path }: Route): boolean => path.startsWith('/api/');
const pathOf = (route: Route): string => fill(route, {
  ...ROWS[route.name]?.fixed, ...Object.fromEntries(Object.entries(ROWS[route.name]?.ids ?? {}).map(([name, key]) => [name, ids[key] ?? ''])),
});
const get = (path: string, name: StaffName): Promise<Response> => ask(app, { method: 'get' }, { path }, people[name] ?? null);

describe('the read log', () => {
  it('has a row with the youth and the ground for every route that reads a youth', async () => {
    const wrong: object[] = [];
    const routes = readsOf(aboutTheYouth);
    for (const route of routes) {
      const entries = await entriesOf('freja', () => get(pathOf(route), 'freja'));
      const about = entries.filter(({ youths, ground, outcome }) => youths.includes(ids['youth'] ?? '') && ground !== null && outcome === 'done');
      if (about.length === 0 || about.length !== entries.length || (isApi(route) && entries.length > 1)) wrong.push({ route: route.name, entries });
    }
    expect(wrong).toEqual([]);
    expect(routes.length).toBeGreaterThan(20);
  });

  it('has a row with the ground for every list that shows a youth', async () => {
    const wrong: object[] = [];
    const shown: string[] = [];
    for (const route of readsOf(({ path }) => !path.startsWith('/k/') && parametersOf({ path }).length === 0)) {
      const seen: { text: string } = { text: '' };
      const entries = await entriesOf('freja', async () => { seen.text = (await get(route.path, 'freja')).text; });
      if (!/kanariefornavn/i.test(seen.text)) continue;
      shown.push(route.name);
      const about = entries.filter(({ ground, youths }) => ground !== null && youths.includes(ids['youth'] ?? ''));
      if (about.length === 0 || (isApi(route) && entries.length > 1)) wrong.push({ route: route.name, entries });
    }
    expect(shown.length).toBeGreaterThanOrEqual(7);
    expect(wrong).toEqual([]);
  });

  it('has one denied row for every refused reading, whoever asks', async () => {
    const wrong: object[] = [];
    for (const route of readsOf(aboutTheYouth)) {
      for (const name of ['bo', 'anker'] as const) {
        const entries = await entriesOf(name, () => get(pathOf(route), name));
        if (entries.length !== 1 || entries[0]?.outcome !== 'denied' || entries[0].action !== 'access.denied') wrong.push({ route: route.name, name, entries });
      }
    }
    expect(wrong).toEqual([]);
  });

  it('notes an unknown id like a foreign one, and a search', async () => {
    const unknown = await entriesOf('bo', () => get(`/api/v1/youths/${newId()}`, 'bo'));
    expect(unknown).toMatchObject([{ outcome: 'denied' }]);
    const search = await entriesOf('freja', () => ask(app, { method: 'post' }, { path: '/api/v1/youth-searches', body: { text: 'Kanariefornavn' } }, people.freja ?? null));
    expect(search).toMatchObject([{ action: 'youths.searched', ground: 'own_access', youths: [ids['youth']] }]);
  });
});
