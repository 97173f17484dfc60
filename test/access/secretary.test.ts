import { startApp, type TestApp } from '../support/app.js';
import { organisation, type Organisation } from '../support/organisation.js';
import { frejasCase, type Ids, openMeetings } from './case.js';
import { as, canariesIn, createTestYouth, send, type YouthOfCase } from './case-youth.js';
import { fill, parametersOf, routesOf } from './routes.js';
import { ROWS } from './route-rows.js';

/** What a line in a list holds of a youth: the name, and nothing of the case. */
const LINE = /^kanarie(fornavn|efternavn)/;

let app: TestApp;
let org: Organisation;
let quiet: YouthOfCase;
let ids: Ids;

beforeAll(async () => {
  app = await startApp();
  org = await organisation(app);
  const meetings = await openMeetings(app, org);
  quiet = await createTestYouth(app, org, { mark: 'stille' });
  ids = (await frejasCase(app, org, meetings)).ids;
}, 120_000);
afterAll(() => app.close());

describe('the secretary', () => {
  it('sees the line of a youth without an open referral or item, and in no list more', async () => {
    const karla = await as(app, org, 'karla');
    const seen: string[] = [];
    for (const route of routesOf(app).filter(({ method, path }) => method === 'get' && path.startsWith('/api/v1/') && parametersOf({ path }).length === 0)) {
      const { text } = await karla.get(route.path);
      const words = canariesIn(text).filter((word) => word.endsWith('stille'));
      expect([route.name, words.filter((word) => !LINE.test(word))]).toEqual([route.name, []]);
      if (words.length > 0) seen.push(route.name);
    }
    expect(seen).toEqual(expect.arrayContaining(['GET /api/v1/youths', 'GET /api/v1/deadlines']));
    const found = await karla.post('/youth-searches', { text: 'Kanariefornavnst' }).expect(200);
    expect(canariesIn(found.text)).toEqual(['kanarieefternavnstille', 'kanariefornavnstille']);
  });

  it('is not let into the case of that youth by any route', async () => {
    const karla = await as(app, org, 'karla');
    const open: string[] = [];
    for (const route of routesOf(app).filter(({ name, method }) => method === 'get' && Object.values(ROWS[name]?.ids ?? {}).includes('youth'))) {
      const { status } = await karla.get(fill(route, { id: quiet.ids['youth'] ?? '' }));
      if (status !== 404) open.push(`${route.name} ${status}`);
    }
    expect(open).toEqual([]);
  });

  it('reads a referral while it is open, and no word of it when it is over and the case is closed to triage', async () => {
    const [freja, karla] = [await as(app, org, 'freja'), await as(app, org, 'karla')];
    const { id } = await send(freja, 'post', '/referrals', {
      youthId: quiet.ids['youth'], type: 'network_meeting', purpose: 'coordinate', reason: quiet.canary('grund'), youthWish: quiet.canary('ønske'),
      areas: ['social'], belongs: {}, urgent: { reason: 'other', note: quiet.canary('haster') },
    });
    expect(canariesIn((await karla.get(`/referrals/${id}`).expect(200)).text)).toEqual(expect.arrayContaining(['kanariegrundstille', 'kanariehasterstille']));
    await send(freja, 'post', `/referrals/${id}/withdrawal`, { reason: quiet.canary('trukket') });
    for (const name of ['karla', 'henrik'] as const) {
      const answer = await (await as(app, org, name)).get(`/referrals/${id}`).expect(200);
      expect([name, answer.body, canariesIn(answer.text)]).toEqual([name, expect.objectContaining({ id, state: 'withdrawn', youth: null, reason: null }), []]);
    }
    expect(canariesIn((await freja.get(`/referrals/${id}`).expect(200)).text)).toEqual(expect.arrayContaining(['kanariegrundstille', 'kanarietrukketstille']));
  });

  it('works with a case that has an open item', async () => {
    const karla = await as(app, org, 'karla');
    await karla.get(`/youths/${ids['youth']}`).expect(200);
    await karla.get(`/bookings/${ids['booking']}/agenda`).expect(200);
  });
});
