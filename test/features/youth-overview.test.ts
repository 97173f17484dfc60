import { addDays } from '../../src/platform/clock/calendar-date.js';
import { dateAt } from '../../src/platform/clock/zone.js';
import { startApp, type TestApp } from '../support/app.js';
import { organisation, type Organisation, type StaffName } from '../support/organisation.js';
import { recordYouth, turns } from '../support/youth-builder.js';

interface Line {
  readonly id: string;
  readonly name: string;
  readonly nextDeadline: { dueOn: string; overdue: boolean } | null;
}

interface Page {
  readonly items: Line[];
  readonly nextCursor: string | null;
}

let app: TestApp;
let org: Organisation;

beforeAll(async () => {
  app = await startApp();
  org = await organisation(app);
  const placed = { act: 'barnets lov', section: '46', from: '2024-01-01' };
  await recordYouth(app, org, { born: turns(17, 200), name: 'Line Aagaard', coordinator: 'freja', measure: placed });
  await recordYouth(app, org, { born: turns(17, 20), name: 'Malik Damgaard', coordinator: 'freja', measure: placed });
  await recordYouth(app, org, { born: turns(18, 61), name: 'Emil Krogsbøl', unit: 'uu', measure: { act: 'stu-loven', section: '2', from: '2026-01-01' } });
  await recordYouth(app, org, { born: turns(16, 5), name: 'Oskar Thorngreen', unit: 'handicap', specialSchool: true, coordinator: 'bo' });
  await recordYouth(app, org, { born: turns(18, 0), name: 'Laust Pilegaard', coordinator: 'freja' });
  await recordYouth(app, org, { born: turns(25, 1), name: 'Viggo Åstrup', coordinator: 'freja' });
});
afterAll(() => app.close());

async function list(name: StaffName, query = ''): Promise<Page> {
  return (await app.as(await org.token(name)).get(`/youths?${query}`).expect(200)).body as Page;
}

async function names(name: StaffName, query = ''): Promise<string[]> {
  return (await list(name, query)).items.map((line) => line.name);
}

async function throughPages(name: StaffName, query: string): Promise<Line[]> {
  const all: Line[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: Page = await list(name, `${query}&cursor=${cursor}`);
    all.push(...page.items);
    cursor = page.nextCursor;
  }
  return all;
}

describe('the overview', () => {
  it('lists by last name as Danes sort, Aa as Å', async () => {
    expect(await names('karla')).toEqual([
      'Malik Damgaard', 'Emil Krogsbøl', 'Laust Pilegaard', 'Oskar Thorngreen', 'Line Aagaard', 'Viggo Åstrup',
    ]);
  });

  it('shows a caseworker what is theirs alone', async () => {
    expect(await names('ulla')).toEqual(['Emil Krogsbøl']);
    expect(await names('bo')).toEqual(['Oskar Thorngreen']);
    expect(await names('jonas')).toEqual([]);
    await app.as(await org.token('anker')).get('/youths').expect(403);
  });

  it('says who, who coordinates, when last, when next and what falls due', async () => {
    const { items } = await list('karla', 'limit=1');
    expect(items[0]).toMatchObject({
      name: 'Malik Damgaard', birthDate: turns(17, 20), status: 'not_planned', coordinator: { name: 'Freja Holmgaard' },
      departments: [{ name: 'Ungeenheden' }], lastMeeting: null, nextMeeting: null,
      nextDeadline: { id: expect.any(String) as string, rule: expect.any(String) as string, dueOn: expect.any(String) as string },
    });
  });

  it('goes on from the cursor, without gap or repeat, and the cursor tells no name', async () => {
    const all = await names('karla');
    expect((await throughPages('karla', 'limit=2')).map((line) => line.name)).toEqual(all);
    const { nextCursor } = await list('karla', 'limit=2');
    expect(Buffer.from(nextCursor ?? '', 'base64url').toString()).not.toContain('Krogsb');
    await app.as(await org.token('karla')).get('/youths?cursor=WyJ4Il0').expect(400);
  });

  it('lists by the next deadline, those without one last, page by page', async () => {
    const lines = await throughPages('karla', 'sort=deadline&limit=2');
    expect(lines).toHaveLength(6);
    const due = lines.map((line) => line.nextDeadline?.dueOn ?? '9999');
    expect(due).toEqual([...due].sort());
    expect(new Set(lines.map((line) => line.id)).size).toBe(6);
  });

  it('filters by unit, by status and by the views that people keep', async () => {
    expect(await names('karla', `department=${org.unit.handicap}`)).toEqual(['Oskar Thorngreen']);
    expect(await names('karla', 'status=met')).toEqual([]);
    expect(await names('karla', 'view=handover_family')).toEqual(['Malik Damgaard', 'Line Aagaard']);
    expect(await names('karla', 'view=handover_disability')).toEqual(['Oskar Thorngreen']);
    expect(await names('karla', 'view=education')).toEqual(['Emil Krogsbøl']);
    expect(await names('karla', 'view=special_school')).toEqual(['Oskar Thorngreen']);
    expect(await names('karla', 'view=turning_18_without_meeting')).toEqual(['Emil Krogsbøl', 'Laust Pilegaard']);
    expect(await names('karla', 'view=without_coordinator')).toEqual(['Emil Krogsbøl']);
    await app.as(await org.token('karla')).get('/youths?view=findes_ikke').expect(400);
  });

  it('is logged with the youths it showed', async () => {
    const { items } = await list('ulla');
    const [row] = await app.inTx((tx) => tx.query(
      "SELECT youth_ids, ground FROM audit_entry WHERE action = 'youths.listed' AND actor_id = $1 ORDER BY id DESC LIMIT 1", [org.staff.ulla],
    ));
    expect(row).toEqual({ youth_ids: items.map(({ id }) => id), ground: 'own_access' });
  });

  it('counts a meeting told by the import as the last one, and drops a coming one that has passed', async () => {
    const { items } = await list('karla', 'limit=1');
    const today = dateAt(new Date());
    await app.inTx((tx) => tx.execute(
      'UPDATE youth SET previous_transition_meeting_on = $2, next_meeting_on = $3 WHERE id = $1', [items[0]?.id, '2025-11-05', addDays(today, 8)],
    ));
    expect((await list('karla', 'limit=1')).items[0]).toMatchObject({
      lastMeeting: { date: '2025-11-05', bookingId: null }, nextMeeting: { date: addDays(today, 8), startsAt: null, bookingId: null },
    });
    await app.inTx((tx) => tx.execute('UPDATE youth SET next_meeting_on = $2 WHERE id = $1', [items[0]?.id, addDays(today, -1)]));
    expect((await list('karla', 'limit=1')).items[0]).toMatchObject({ nextMeeting: null });
  });
});
