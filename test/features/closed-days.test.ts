import { runSchedule, startApp, type TestApp } from '../support/app.js';
import { organisation, type Organisation, type StaffName } from '../support/organisation.js';

interface ClosedDayBody {
  readonly id: string;
  readonly date: string;
  readonly kind: string;
  readonly label: string;
}

const UNKNOWN = '01890000-0000-7000-8000-00000000dead';

let app: TestApp;
let org: Organisation;

beforeAll(async () => {
  app = await startApp();
  app.clock.moveTo(new Date('2026-11-23T08:00:00Z'));
  org = await organisation(app);
});
afterAll(() => app.close());

const as = async (name: StaffName) => app.as(await org.token(name));
const list = async (from: string, to: string) =>
  ((await (await as('freja')).get(`/closed-days?from=${from}&to=${to}`).expect(200)).body as { items: ClosedDayBody[] }).items;

describe('closed days', () => {
  it('hold the public holidays and the usual closed days of the next three years', async () => {
    await runSchedule(app, 'closed-days.fill');
    const year = await list('2027-01-01', '2027-12-31');
    expect(year.filter((day) => day.kind === 'public_holiday')).toHaveLength(10);
    expect(year.filter((day) => day.kind === 'closed').map((day) => day.date)).toEqual(['2027-06-05', '2027-12-24', '2027-12-31']);
    expect(year.map((day) => day.date)).not.toContain('2027-04-23');
    expect((await list('2029-12-24', '2029-12-31')).map((day) => day.label)).toEqual(['Juleaftensdag', 'Juledag', 'Anden Juledag', 'Nytårsaftensdag']);
  });

  it('take in the weekdays of a range and leave the names of days that were closed before', async () => {
    const answer = await (await as('anker')).post('/closed-days', { from: '2027-03-22', to: '2027-03-28', kind: 'holiday_week', label: 'Påskeferie' }).expect(201);
    expect((answer.body as { items: ClosedDayBody[] }).items.map((day) => `${day.date} ${day.label}`)).toEqual([
      '2027-03-22 Påskeferie', '2027-03-23 Påskeferie', '2027-03-24 Påskeferie', '2027-03-25 Skærtorsdag', '2027-03-26 Langfredag', '2027-03-28 Påskedag',
    ]);
    const again = await (await as('anker')).post('/closed-days', { from: '2027-03-22', to: '2027-03-28', label: 'Andet' }).expect(201);
    expect(again.body).toEqual(answer.body);
  });

  it('may be taken away again and then stay away, but not the public holidays', async () => {
    const [eve, christmas] = await list('2026-12-24', '2026-12-25');
    await (await as('karla')).delete(`/closed-days/${eve?.id}`).expect(204);
    await runSchedule(app, 'closed-days.fill');
    expect((await list('2026-12-24', '2026-12-25')).map((day) => day.id)).toEqual([christmas?.id]);
    expect((await (await as('karla')).delete(`/closed-days/${christmas?.id}`).expect(422)).body).toMatchObject({ code: 'public_holiday' });
    await (await as('karla')).delete(`/closed-days/${UNKNOWN}`).expect(404);
  });

  it('belong to the secretary and the administrator', async () => {
    const [day] = await list('2027-06-05', '2027-06-05');
    for (const name of ['freja', 'tage', 'henrik', 'regitze'] as const) {
      await (await as(name)).post('/closed-days', { from: '2027-01-11', label: 'Lukket' }).expect(403);
      await (await as(name)).delete(`/closed-days/${day?.id}`).expect(403);
    }
    await app.as(null).get('/closed-days').expect(401);
    expect(await list('2027-01-11', '2027-01-11')).toEqual([]);
  });

  it('name what is wrong with a range', async () => {
    const codes = async (body: object) => ((await (await as('karla')).post('/closed-days', body).expect(400)).body as { errors: { code: string }[] }).errors[0]?.code;
    expect(await codes({ from: '2027-02-02', to: '2027-02-01', label: 'x' })).toBe('before_from');
    expect(await codes({ from: '2026-02-02', label: 'x' })).toBe('past');
    expect(await codes({ from: '2027-01-01', to: '2027-06-01', label: 'x' })).toBe('too_long');
    expect(await codes({ from: '2027-02-30', label: 'x' })).toBe('isCalendarDate');
    await (await as('karla')).post('/closed-days', { from: '2027-02-01' }).expect(400);
  });
});
