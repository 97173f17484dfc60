import { randomBytes } from 'node:crypto';
import { CalendarSeal } from '../../src/calendars/servers/calendar-seal.js';
import { startApp, type TestApp } from '../support/app.js';
import { organisation, type Organisation } from '../support/organisation.js';
import { replacementCpr } from '../support/youth-builder.js';

const PLACE = 'calendar_target|password|0190';

let before: TestApp;
let org: Organisation;

beforeAll(async () => {
  before = await startApp();
  org = await organisation(before);
});
afterAll(() => before.close());

describe('a new CPR key in front of the old one', () => {
  it('leaves what was sealed before readable, and seals what comes after', async () => {
    const cpr = replacementCpr('2009-12-24');
    const tage = { departmentId: org.unit.ungeenhed, coordinatorId: org.staff.freja };
    const record = async (app: TestApp, number: string): Promise<string> =>
      ((await app.as(await org.token('tage')).post('/youths', { ...tage, cpr: number, firstName: 'Sofie', lastName: 'Birkholt' }).expect(201)).body as { id: string }).id;
    const disclosed = async (app: TestApp, youthId: string) =>
      app.as(await org.token('freja')).post(`/youths/${youthId}/cpr-disclosure`, { purpose: 'Finde sagen i fagsystemet' });
    const [early, password] = [await record(before, cpr), before.get(CalendarSeal).seal(PLACE, 'kode')];

    const newest = randomBytes(32).toString('base64');
    const startWith = (keys: string) => startApp({ databaseUrl: before.config.DATABASE_URL, overrides: { CPR_KEY: keys } });
    const after = await startWith(`${newest},${before.config.CPR_KEY}`);
    const laterCpr = replacementCpr('2009-12-25');
    const later = await record(after, laterCpr);
    expect((await disclosed(after, early)).body).toEqual({ cpr });
    expect(after.get(CalendarSeal).open(PLACE, password)).toBe('kode');
    await after.close();

    const newestOnly = await startWith(newest);
    expect((await disclosed(newestOnly, later)).body).toEqual({ cpr: laterCpr });
    expect((await disclosed(newestOnly, early)).status).toBe(500);
    expect(() => newestOnly.get(CalendarSeal).open(PLACE, password)).toThrow('no key');
    await newestOnly.close();
  }, 60_000);
});
