import { csvOf, windows1252 } from '../../src/demo/import-file/write-csv.js';
import { oneYouth, PLACED } from '../support/import-file/one-youth.js';
import { importFile, sendImport } from '../support/import-file/send-import.js';
import { startApp, type TestApp } from '../support/app.js';
import { organisation, type Organisation, type StaffName } from '../support/organisation.js';

let app: TestApp;
let org: Organisation;
let secretary: string;
let teamLeader: string;

beforeAll(async () => {
  app = await startApp();
  org = await organisation(app);
  [secretary, teamLeader] = await Promise.all([org.token('karla'), org.token('tage')]);
});
afterAll(() => app.close());

async function youthRow(importId: string): Promise<Record<string, unknown>> {
  const rows = await app.inTx((tx) =>
    tx.query(
      `SELECT y.*, y.birth_date::text AS born, y.protected_since::text AS since
       FROM youth y JOIN youth_import_youth i ON i.youth_id = y.id WHERE i.import_id = $1`,
      [importId],
    ),
  );
  expect(rows).toHaveLength(1);
  return rows[0] as Record<string, unknown>;
}

async function measuresOf(importId: string): Promise<Array<Record<string, unknown>>> {
  return app.inTx((tx) =>
    tx.query(
      `SELECT m.title, m.act, m.section, m.starts_on::text AS "from", m.ends_on::text AS "to", a.until_at AS until
     FROM measure m JOIN youth_import_youth i USING (youth_id)
     LEFT JOIN youth_access a ON a.source_id = m.id AND a.ground = 'open_measure' AND a.department_id = m.department_id
     WHERE i.import_id = $1 ORDER BY m.starts_on, m.title`,
      [importId],
    ),
  );
}

describe('a file of youths', () => {
  it('creates a youth with its measure, coordinating caseworker and access', async () => {
    const row = oneYouth({
      ...PLACED,
      koordinator_email: org.email('freja'),
      skole: 'Åskolen',
      klassetrin: '9',
      beskyttet: 'ja',
      handlekommune: 'Østkær Kommune',
    });
    const { id, ...outcome } = await importFile(app, teamLeader, csvOf([row]));
    expect(outcome).toMatchObject({
      state: 'done',
      created: 1,
      updated: 0,
      unchanged: 0,
      rejected: [],
      warnings: [],
      totalLines: 1,
      processedLines: 1,
    });
    expect(await youthRow(id)).toMatchObject({
      born: '2009-01-09',
      department_id: org.unit.ungeenhed,
      school: 'Åskolen',
      school_grade: '9',
      protected: true,
      status: 'not_planned',
      acting_municipality: 'Østkær Kommune',
      since: expect.stringMatching(/^20/),
    });
    expect(await measuresOf(id)).toEqual([
      { title: 'Plejefamilie', act: 'barnets lov', section: '§ 46', from: '2024-03-01', to: null, until: null },
    ]);
    expect(await holders(id)).toEqual([
      ['coordinating_caseworker', org.staff.freja, false],
      ['import', org.staff.tage, true],
      ['open_measure', org.unit.ungeenhed, false],
    ]);
  });

  it('changes nothing when it comes again', async () => {
    const file = csvOf([
      oneYouth({ ...PLACED, til: '2099-01-01', koordinator_email: org.email('freja'), naeste_moede: '2099-02-01' }),
      oneYouth(),
    ]);
    expect(await importFile(app, teamLeader, file)).toMatchObject({ created: 2 });
    const before = await fingerprint();
    expect(await importFile(app, secretary, file)).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 2,
      rejected: [],
      warnings: [],
    });
    expect(await fingerprint()).toEqual(before);
  });

  it('lands its good lines and names the bad ones by line and column, without their values', async () => {
    const bad = [
      oneYouth({ foedselsdato: '2009-01-10' }),
      oneYouth({ koordinator_email: 'ukendt.person@noerreborg.example' }),
      oneYouth({ afdeling: 'Månebasen' }),
    ];
    const answer = await importFile(
      app,
      teamLeader,
      csvOf([oneYouth(), ...bad, oneYouth({ cpr: '699909-4123' }), oneYouth()]),
    );
    expect(answer).toMatchObject({ created: 2, processedLines: 6 });
    expect(answer.rejected.map(({ line, column, code }) => [line, column, code])).toEqual([
      [3, 'foedselsdato', 'birth_date_disagrees'],
      [4, 'koordinator_email', 'unknown_email'],
      [5, 'afdeling', 'unknown_department'],
      [6, 'cpr', 'cpr_date'],
    ]);
    expect(JSON.stringify(answer)).not.toMatch(/690109|699909|2009-01-10|ukendt|nebasen|Birkholt/);
  });

  it('is read in Windows-1252 too, with comma and CRLF', async () => {
    const { id } = await importFile(
      app,
      teamLeader,
      windows1252(csvOf([oneYouth({ fornavn: 'Bjørn', efternavn: 'Ærøskjær' })], ',')),
    );
    expect(await youthRow(id)).toMatchObject({ first_name: 'Bjørn', last_name: 'Ærøskjær' });
  });

  it('moves the end of a measure that it tells otherwise, and the department’s access with it', async () => {
    const row = oneYouth(PLACED);
    await importFile(app, teamLeader, csvOf([row]));
    const ended = await importFile(app, teamLeader, csvOf([{ ...row, til: '2099-06-30' }]));
    expect(ended).toMatchObject({ updated: 1, warnings: [] });
    expect(await measuresOf(ended.id)).toMatchObject([{ to: '2099-06-30', until: new Date('2099-06-30T22:00:00Z') }]);
    const open = await importFile(app, teamLeader, csvOf([row]));
    expect(open).toMatchObject({ updated: 1, warnings: [{ line: 2, column: 'til', code: 'measure_reopened' }] });
    expect(await measuresOf(open.id)).toMatchObject([{ to: null, until: null }]);
  });

  it('ends nothing by leaving a measure out, and empties nothing by an empty cell', async () => {
    const row = oneYouth({ skole: 'Åskolen', beskyttet: 'ja', koordinator_email: org.email('freja') });
    const first = await importFile(
      app,
      teamLeader,
      csvOf([
        { ...row, ...PLACED },
        { ...row, ...PLACED, fra: '2025-01-01' },
      ]),
    );
    const again = await importFile(
      app,
      teamLeader,
      csvOf([{ ...row, skole: '', beskyttet: '', koordinator_email: '' }]),
    );
    expect(again).toMatchObject({ updated: 0, unchanged: 1 });
    expect(await youthRow(first.id)).toMatchObject({ school: 'Åskolen', protected: true });
    expect(await measuresOf(first.id)).toHaveLength(2);
  });

  it('changes what it tells otherwise about a known youth, and lifts protection only by a nej', async () => {
    const row = oneYouth({ beskyttet: 'ja', afdeling: 'ungeenhed' });
    await importFile(app, secretary, csvOf([row]));
    const changed = await importFile(
      app,
      secretary,
      csvOf([
        { ...row, efternavn: 'Lund', afdeling: 'Socialafdelingen', beskyttet: 'nej', naeste_moede: '2099-01-06' },
      ]),
    );
    expect(changed).toMatchObject({ created: 0, updated: 1 });
    expect(await youthRow(changed.id)).toMatchObject({
      last_name: 'Lund',
      department_id: org.unit.social,
      protected: false,
      since: null,
      status: 'planned',
    });
  });

  it('leaves a corrected birth date alone', async () => {
    const row = oneYouth({ foedselsdato: '2009-01-09' });
    const { id } = await importFile(app, teamLeader, csvOf([row]));
    await app.inTx((tx) =>
      tx.query(
        `UPDATE youth SET birth_date = '2009-01-10'
         WHERE id = (SELECT youth_id FROM youth_import_youth WHERE import_id = $1)`,
        [id],
      ),
    );
    expect(await importFile(app, teamLeader, csvOf([row]))).toMatchObject({ unchanged: 1 });
    expect(await youthRow(id)).toMatchObject({ born: '2009-01-10' });
  });
});

describe('who may import', () => {
  it.each(['freja', 'henrik', 'anker', 'regitze'] as StaffName[])('not %s', async (name) => {
    expect((await sendImport(app, await org.token(name), csvOf([oneYouth()]))).status).toBe(403);
  });

  it('a stranger is not signed in', async () => {
    expect((await sendImport(app, 'x'.repeat(43), csvOf([oneYouth()]))).status).toBe(401);
  });

  it('the importer and the secretary read the outcome, others not', async () => {
    const { id } = await importFile(app, teamLeader, csvOf([oneYouth()]));
    const status = async (name: StaffName) => (await app.as(await org.token(name)).get(`/youth-imports/${id}`)).status;
    expect([await status('tage'), await status('karla'), await status('sonja'), await status('freja')]).toEqual([
      200, 200, 404, 403,
    ]);
    expect((await app.as(teamLeader).get('/youth-imports/0193f0c0-0000-7000-8000-000000000000')).status).toBe(404);
    expect((await app.as(teamLeader).get('/youth-imports/x')).status).toBe(404);
  });
});

describe('a file that cannot be read', () => {
  it('answers 400 with every column that is wrong', async () => {
    const answer = await sendImport(app, teamLeader, 'cpr;fornavn;efternavn;telefon\n690109-4123;A;B;C\n');
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({
      code: 'invalid_input',
      errors: [
        { field: 'afdeling', code: 'missing_column' },
        { field: 'telefon', code: 'unknown_column' },
      ],
    });
  });

  it('answers 400 to JSON', async () => {
    expect((await app.as(teamLeader).post('/youth-imports', { cpr: '690109-4123' })).body).toMatchObject({
      errors: [{ code: 'media_type' }],
    });
  });
});

describe('an Idempotency-Key', () => {
  it('gives the first outcome again, and refuses another file', async () => {
    const file = csvOf([oneYouth()]);
    const send = (body: string) => sendImport(app, teamLeader, body).set('idempotency-key', 'import-of-monday');
    const first = await send(file);
    expect(first.body).toMatchObject({ created: 1 });
    expect((await send(file)).body).toEqual(first.body);
    expect((await send(csvOf([oneYouth()]))).body).toMatchObject({ status: 422, code: 'idempotency_key_reused' });
  });
});

async function holders(importId: string): Promise<unknown[]> {
  const rows = await app.inTx((tx) =>
    tx.query<{ ground: string; holder: string; ends: boolean }>(
      `SELECT a.ground, coalesce(a.staff_id, a.department_id) AS holder, a.until_at IS NOT NULL AS ends
     FROM youth_access a JOIN youth_import_youth i USING (youth_id) WHERE i.import_id = $1 ORDER BY a.ground`,
      [importId],
    ),
  );
  return rows.map(({ ground, holder, ends }) => [ground, holder, ends]);
}

/** Every row of what an import may write, its own row and the audit trail left out. */
async function fingerprint(): Promise<unknown[]> {
  const tables = ['youth', 'measure', 'coordination', 'handover', 'youth_access', 'youth_import_youth'];
  const sums = tables.map(
    (table) => `SELECT '${table}' AS name, md5(string_agg(t::text, '|' ORDER BY t::text)) AS sum FROM ${table} t`,
  );
  return app.inTx((tx) => tx.query(sums.join(' UNION ALL ')));
}
