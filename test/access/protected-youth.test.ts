import supertest from 'supertest';
import { startApp, type TestApp } from '../support/app.js';
import { organisation, type Organisation, type StaffName } from '../support/organisation.js';
import { readPdf } from '../support/read-pdf.js';
import { ask, type Sessions, sessionsOf } from './caller.js';
import { frejasCase, type Ids, openMeetings } from './case.js';
import { canariesIn } from './case-youth.js';
import { fill, parametersOf, routesOf } from './routes.js';
import { ROWS } from './route-rows.js';

/** Where a protected youth may be found. */
const WHEREABOUTS = /^kanarie(skole|klasse|anbringelse|kommune|sted)$/;
const ROOM = 'Møllestuen';
/** They tell where the whole K-møde is held, whoever comes; not where one youth is. */
const TELL_THE_ROOM_OF_A_DAY = [
  'GET /api/v1/docket', 'GET /api/v1/meeting-days', 'GET /api/v1/meeting-series', 'GET /dagsorden', 'GET /dagsorden.pdf', 'GET /', 'GET /administration/serier',
];
const EVERYBODY = ['freja', 'gitte', 'tage', 'solvej', 'ulla', 'sonja', 'karla', 'henrik', 'anker', 'regitze'] as const satisfies readonly StaffName[];
type Reader = (typeof EVERYBODY)[number];

let sessions: Readonly<Record<Reader, Sessions>>;
let app: TestApp;
let org: Organisation;
let ids: Ids;
let open: Ids;

beforeAll(async () => {
  app = await startApp();
  org = await organisation(app);
  const meetings = await openMeetings(app, org);
  ids = (await frejasCase(app, org, meetings, { protected: true })).ids;
  const firstItemOver = await app.inTx((tx) => Promise.resolve(tx.now));
  open = (await frejasCase(app, org, meetings, { mark: 'åben' })).ids;
  app.clock.moveTo(firstItemOver);
  const opened = await Promise.all(EVERYBODY.map(async (name) => [name, await sessionsOf(app, org.staff[name])] as const));
  sessions = Object.fromEntries(opened) as Record<Reader, Sessions>;
}, 180_000);
afterAll(() => app.close());

async function textOf(path: string, name: Reader): Promise<{ status: number; text: string }> {
  const { status, text, body } = await ask(app, { method: 'get' }, { path }, sessions[name]);
  return { status, text: Buffer.isBuffer(body) && path.endsWith('.pdf') ? JSON.stringify(readPdf(body)) : (text ?? JSON.stringify(body)) };
}

interface Found { readonly name: string; readonly who: string; readonly whereabouts: string[]; readonly room: boolean }

async function walk(object: Ids): Promise<{ found: Found[]; answered: Set<string> }> {
  const found: Found[] = [];
  const answered = new Set<string>();
  for (const route of routesOf(app).filter(({ method, path }) => method === 'get' && !path.startsWith('/k/'))) {
    const row = ROWS[route.name];
    if (parametersOf(route).length > 0 && row?.notOfAYouth !== undefined) continue;
    const path = fill(route, Object.fromEntries(Object.entries(row?.ids ?? {}).map(([name, key]) => [name, object[key] ?? ''])));
    for (const { who, status, text } of await Promise.all(EVERYBODY.map(async (name) => ({ who: name, ...(await textOf(path, name)) })))) {
      if (status === 200) answered.add(route.name);
      const whereabouts = canariesIn(text).filter((word) => WHEREABOUTS.test(word));
      const room = text.includes(ROOM) && !TELL_THE_ROOM_OF_A_DAY.includes(route.name);
      if (whereabouts.length > 0 || room) found.push({ name: route.name, who, whereabouts, room });
    }
  }
  return { found, answered };
}

describe('a protected youth', () => {
  it('has no school, placement, place, room or acting municipality in any answer, for anybody', async () => {
    const { found, answered } = await walk(ids);
    expect(found).toEqual([]);
    const draft = await textOf(`/api/v1/bookings/${ids['concludedBooking'] ?? ''}/conclusion-draft`, 'karla');
    expect(canariesIn(draft.text).filter((word) => WHEREABOUTS.test(word))).toEqual([]);
    expect([...answered].filter((name) => ROWS[name] !== undefined).length).toBeGreaterThan(20);
  }, 200_000);

  it('is hidden where another youth is shown', async () => {
    const seen = async (path: string): Promise<string> => (await textOf(`/api/v1/youths/${open['youth'] ?? ''}${path}`, 'freja')).text;
    expect(canariesIn(await seen(''))).toEqual(expect.arrayContaining(['kanarieskoleåben', 'kanariekommuneåben', 'kanarieklasseåben']));
    expect(canariesIn(await seen('/measures'))).toContain('kanarieanbringelseåben');
    expect(await seen('/plan')).toContain(ROOM);
    const minutes = await textOf(`/api/v1/bookings/${open['concludedBooking'] ?? ''}/minutes`, 'freja');
    expect(canariesIn(minutes.text)).toContain('kanariestedåben');
  });

  it('has no room and no word in any calendar', async () => {
    for (const name of ['freja', 'solvej', 'karla'] as const) {
      const opened = await supertest(app.url).post('/api/v1/feeds').set('authorization', `Bearer ${await org.token(name)}`).send({ scope: 'mine' }).expect(201);
      const calendar = await (await fetch(`${app.url}${new URL((opened.body as { url: string }).url).pathname}`)).text();
      expect(canariesIn(calendar.replaceAll('\r\n ', ''))).toEqual([]);
      const [{ reference } = { reference: '' }] = await app.inTx((tx) => tx.query<{ reference: string }>('SELECT reference FROM booking WHERE id = $1', [ids['booking']]));
      const item = calendar.replaceAll('\r\n ', '').split('BEGIN:VEVENT').find((event) => event.includes(reference)) ?? '';
      if (name !== 'karla') expect(item).toContain(`Punkt ${reference}`);
      expect(item).not.toContain(ROOM);
    }
  });
});
