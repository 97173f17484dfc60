import type { DeadlineLine } from '../../src/deadlines/lists/deadline-line.js';
import type { CalendarDate } from '../../src/platform/clock/calendar-date.js';
import { toInstant } from '../../src/platform/clock/zone.js';
import { LEAP_DAY_SETTING } from '../../src/deadlines/catalogue/read-rule-book.js';
import { sweepDeadlines } from '../../src/deadlines/sweep/sweep-deadlines.js';
import { ReferenceData } from '../../src/platform/database/reference-data.js';
import { drainOutbox, startApp, type TestApp } from '../support/app.js';
import { deadlineOf, deadlinesOf } from '../support/deadline-reader.js';
import { organisation, type Organisation } from '../support/organisation.js';
import { importFile } from '../support/import-file/send-import.js';
import { csvOf } from '../../src/demo/import-file/write-csv.js';
import { recordMeasure, recordYouth, replacementCpr } from '../support/youth-builder.js';

/** The lines of barnets lov as an installation has them that loaded them with a first day. */
const LINES_UNTIL_NOW = `
  INSERT INTO target_group_rule (id, target_group, act, section, measure_title, in_force_from, source)
  SELECT gen_random_uuid(), target_group, act, section, measure_title, '2024-01-01', source
  FROM target_group_rule WHERE act = 'barnets lov' ON CONFLICT DO NOTHING`;
const PLACED = { act: 'barnets lov', section: '§ 46', from: '2024-03-01' };
let app: TestApp;
let org: Organisation;

const day = (text: string): CalendarDate => text as CalendarDate;

beforeAll(async () => {
  app = await startApp();
  org = await organisation(app);
});
beforeEach(() => app.clock.moveTo(toInstant(day('2026-11-10'), '09:00')));
afterAll(() => app.close());

const deadlines = (youthId: string): Promise<DeadlineLine[]> => deadlinesOf(app, org, youthId);
const deadline = (youthId: string, rule: string): Promise<DeadlineLine | undefined> => deadlineOf(app, org, youthId, rule);

describe("a youth's deadlines", () => {
  it('follow from birth date and measure, with source and state', async () => {
    const youth = await recordYouth(app, org, { born: '2010-02-10', coordinator: 'freja', measure: PLACED });
    expect(await deadline(youth, 'R13')).toMatchObject({
      title: 'Overgangsmøde holdt senest ved 17 år', dueOn: '2027-02-10', earliestOn: '2025-02-10', state: 'open', mode: 'drives',
      overdue: false, metBy: null, lastWorkingDayBefore: null, verifiedOn: null,
    });
    expect(await deadline(youth, 'R12')).toMatchObject({ dueOn: '2027-02-09' });
    expect(await deadline(youth, 'R15')).toMatchObject({
      dueOn: '2027-08-10', act: 'barnets lov', section: '§ 111, stk. 1', inForceFrom: '2024-01-01', inForceTo: null, verifiedOn: '2026-11-23',
    });
    expect(await deadline(youth, 'R07')).toBeUndefined();
  });

  it('follow from a placement that began before the reform and is written under barnets lov', async () => {
    const measure = { act: 'barnets lov', section: '§ 47', from: '2021-05-01' };
    const youth = await recordYouth(app, org, { born: '2010-08-01', coordinator: 'freja', measure });
    await app.inTx((tx) => tx.query(LINES_UNTIL_NOW));
    await app.inTx((tx) => sweepDeadlines(tx, [youth], tx.today));
    const applying = (await deadlines(youth)).map(({ rule, dueOn, state }) => [rule, dueOn, state]);
    expect(applying).toEqual([
      ['R12', '2027-07-31', 'open'], ['R13', '2027-08-01', 'open'], ['R14', '2028-01-31', 'open'], ['R15', '2028-02-01', 'open'],
      ['R19', '2028-08-01', 'open'], ['R21', '2033-08-01', 'open'],
    ]);
  });

  it('do not move for closed days, but tell the last working day before', async () => {
    const youth = await recordYouth(app, org, { born: '2010-12-26', coordinator: 'freja', measure: PLACED });
    expect(await deadline(youth, 'R13')).toMatchObject({ dueOn: '2027-12-26' });
    await app.inTx((tx) => tx.query(
      `INSERT INTO closed_day (id, date, kind, label, created_at)
       VALUES (gen_random_uuid(), '2027-12-24', 'closed', 'Juleaftensdag', now()) ON CONFLICT (date) DO NOTHING`,
    ));
    expect(await deadline(youth, 'R13')).toMatchObject({ dueOn: '2027-12-26', lastWorkingDayBefore: '2027-12-23' });
  });

  it('that fell due before the youth was known here are historic', async () => {
    const youth = await recordYouth(app, org, { born: '2009-11-09', coordinator: 'freja', measure: PLACED });
    expect(await deadline(youth, 'R13')).toMatchObject({ dueOn: '2026-11-09', state: 'historic', overdue: false });
    expect(await deadline(youth, 'R15')).toMatchObject({ state: 'open' });
  });

  it('come with a new measure and go when it ends', async () => {
    const youth = await recordYouth(app, org, { born: '2010-05-05', coordinator: 'freja' });
    expect(await deadline(youth, 'R13')).toBeUndefined();
    const measure = await recordMeasure(app, org, youth, PLACED);
    await drainOutbox(app);
    expect(await deadline(youth, 'R13')).toMatchObject({ state: 'open' });
    await app.as(await org.token('karla')).post(`/measures/${measure}/ending`, { endsOn: '2026-11-01' }).expect(200);
    await drainOutbox(app);
    expect((await deadlines(youth)).find(({ rule }) => rule === 'R13')).toMatchObject({ state: 'superseded' });
  });

  it('are computed anew for a corrected birth date, and the old stay as superseded', async () => {
    const youth = await recordYouth(app, org, { born: '2010-02-10', coordinator: 'freja', measure: PLACED });
    await app.as(await org.token('freja')).patch(`/youths/${youth}`, { birthDate: '2010-10-02' }).expect(200);
    await drainOutbox(app);
    const meeting = (await deadlines(youth)).filter(({ rule }) => rule === 'R13');
    expect(meeting.map(({ dueOn, state }) => [dueOn, state])).toEqual([['2027-02-10', 'superseded'], ['2027-10-02', 'open']]);
  });

  it("of one born on 29 February follow the municipality's choice from the next sweep on", async () => {
    app.clock.moveTo(toInstant(day('2026-01-05'), '09:00'));
    const youth = await recordYouth(app, org, { born: '2008-02-29', coordinator: 'freja' });
    expect(await deadline(youth, 'R19')).toMatchObject({ dueOn: '2026-02-28' });
    const setting = `INSERT INTO setting (key, value, changed_at) VALUES ($1, '"1_march"', now())`;
    await app.inTx((tx) => tx.query(setting, [LEAP_DAY_SETTING]));
    await app.inTx((tx) => sweepDeadlines(tx, [youth], tx.today));
    const answer = await app.as(await org.token('freja')).get(`/youths/${youth}/deadlines`).expect(200);
    const consents = (answer.body.items as DeadlineLine[]).filter(({ rule }) => rule === 'R19');
    expect(consents.map(({ dueOn, state }) => [dueOn, state])).toEqual([['2026-02-28', 'superseded'], ['2026-03-01', 'open']]);
    expect(answer.body.note).toMatch(/29\. februar/);
    await app.inTx((tx) => tx.query('DELETE FROM setting WHERE key = $1', [LEAP_DAY_SETTING]));
  });

  it('of an import are there at once, and a meeting held before meets them', async () => {
    const row = {
      cpr: replacementCpr('2009-06-15'), fornavn: 'Malik', efternavn: 'Damgaard', afdeling: 'ungeenhed', koordinator_email: org.email('freja'),
      indsats: 'Plejefamilie', lov: 'barnets lov', paragraf: '§ 46', fra: '2024-03-01', seneste_overgangsmoede: '2026-04-08',
    };
    const { id } = await importFile(app, await org.token('karla'), csvOf([row]));
    await drainOutbox(app);
    const [youth] = await app.inTx((tx) => tx.query<{ id: string }>('SELECT youth_id AS id FROM youth_import_youth WHERE import_id = $1', [id]));
    expect(await deadline(youth?.id ?? '', 'R13')).toMatchObject({
      dueOn: '2026-06-15', state: 'met', metBy: { kind: 'transition_meeting_held', occurredOn: '2026-04-08' },
    });
    expect(await deadline(youth?.id ?? '', 'R12')).toMatchObject({ state: 'historic' });
  });

  it('show standing duties as words without a date', async () => {
    const youth = await recordYouth(app, org, { born: '2010-02-10', coordinator: 'freja', measure: PLACED });
    const answer = await app.as(await org.token('freja')).get(`/youths/${youth}/deadlines`);
    const { standingDuties } = answer.body as { standingDuties: { rule: string }[] };
    expect(standingDuties.map(({ rule }) => rule)).toEqual(['R01', 'R02', 'R04', 'R05']);
  });
});

describe('lists', () => {
  it('show deadlines across the youths one may see, page by page', async () => {
    const wish = { born: '2010-03-30', unit: 'handicap', coordinator: 'bo' } as const;
    const youths = [await recordYouth(app, org, wish), await recordYouth(app, org, wish)];
    const bo = app.as(await org.token('bo'));
    const seen: { rule: string; youth: { id: string; name: string } }[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page = await bo.get(`/deadlines?state=open&department=${org.unit.handicap}&dueBefore=2027-06-01&limit=1&cursor=${cursor}`).expect(200);
      seen.push(...page.body.items);
      cursor = page.body.nextCursor as string | null;
    }
    expect(seen.map(({ rule, youth }) => [rule, youth.id]).sort()).toEqual(youths.map((id) => ['R13', id]).sort());
    const others = await app.as(await org.token('solvej')).get('/deadlines').expect(200);
    expect(others.body.items).toEqual([]);
  });

  it('show a catalogue that loading it again leaves as it is', async () => {
    const anker = app.as(await org.token('anker'));
    const before = await anker.get('/deadline-rules').expect(200);
    await app.get(ReferenceData).load();
    const after = await anker.get('/deadline-rules').expect(200);
    expect(after.body).toEqual(before.body);
    expect(new Set((after.body.items as { rule: string }[]).map(({ rule }) => rule)).size).toBe(33);
  });

  it('show the catalogue with act, section, dates in force and mode', async () => {
    const answer = await app.as(await org.token('anker')).get('/deadline-rules').expect(200);
    const versions = (answer.body.items as { rule: string }[]).filter(({ rule }) => rule === 'R15');
    expect(versions).toMatchObject([
      { act: 'serviceloven', section: '§ 68', inForceTo: '2023-12-31', inForce: false },
      { act: 'barnets lov', section: '§ 111, stk. 1', inForceFrom: '2024-01-01', inForce: true, mode: 'drives', confirmed: true },
    ]);
  });
});

describe('another unit', () => {
  it('gets the same 404 for every route on a youth, deadline or milestone that is not its own', async () => {
    const youth = await recordYouth(app, org, { born: '2010-02-10', coordinator: 'freja', measure: PLACED });
    const transition = await deadline(youth, 'R13');
    const freja = app.as(await org.token('freja'));
    const milestone = await freja.post(`/youths/${youth}/milestones`, { kind: 'stu_started', occurredOn: '2026-08-10' }).expect(201);
    const [solvej, sonja] = [app.as(await org.token('solvej')), app.as(await org.token('sonja'))];
    const assessment = { targetGroup: 'transition', belongs: false, reason: 'ikke min' };
    const answers = [
      await solvej.get(`/youths/${youth}/deadlines`), await solvej.get(`/youths/${youth}/milestones`),
      await solvej.post(`/youths/${youth}/milestones`, { kind: 'stu_started' }),
      await solvej.get(`/youths/${youth}/target-group-assessments`),
      await solvej.post(`/youths/${youth}/target-group-assessments`, assessment),
      await solvej.post(`/milestones/${(milestone.body as { id: string }).id}/voiding`),
      await sonja.post(`/deadlines/${transition?.id}/waiver`, { reason: 'ikke min' }),
      await sonja.post('/deadlines/findes-ikke/waiver', { reason: 'findes ikke' }),
    ];
    for (const answer of answers) expect([answer.status, answer.body.code]).toEqual([404, 'not_found']);
  });
});
