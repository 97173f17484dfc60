import { csvOf } from '../../src/demo/import-file/write-csv.js';
import type { FileRow } from '../../src/demo/import-file/file-row.js';
import { newId } from '../../src/platform/database/ids.js';
import { Cpr } from '../../src/youths/cpr/cpr.js';
import { CprCipher } from '../../src/youths/cpr/cpr-cipher.js';
import { youthImportPartReady } from '../../src/youths/import/import-messages.js';
import { putAside } from '../../src/youths/import/import-parts.js';
import { beginImport } from '../../src/youths/import/import-progress.js';
import type { ImportedYouth } from '../../src/youths/import/merge-lines.js';
import { drainOutbox, startApp, type TestApp } from '../support/app.js';
import { oneYouth, PLACED } from '../support/import-file/one-youth.js';
import { importFile } from '../support/import-file/send-import.js';
import { organisation, type Organisation } from '../support/organisation.js';

const ONLY_OWN = 'Du kan kun læse unge i din egen enhed ind. Bed sekretæren om resten.';

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

/** Brings one youth in and returns its id. */
async function bring(token: string, row: FileRow): Promise<string> {
  const { id } = await importFile(app, token, csvOf([row]));
  const [youth] = await app.inTx((tx) => tx.query<{ id: string }>('SELECT youth_id AS id FROM youth_import_youth WHERE import_id = $1', [id]));
  return youth?.id ?? '';
}

/** Every row that an import may write of a youth. */
async function rowsOf(youthId: string): Promise<unknown[]> {
  const tables = ['measure', 'coordination', 'handover', 'youth_access', 'youth_import_youth', 'unit_change'];
  const parts = tables.map((table) => `SELECT '${table}', t::text FROM ${table} t WHERE youth_id = $1`);
  return app.inTx((tx) => tx.query([`SELECT 'youth', t::text FROM youth t WHERE id = $1`, ...parts].join(' UNION ALL ') + ' ORDER BY 1, 2', [youthId]));
}

async function trailOf(importId: string, action: string): Promise<unknown[]> {
  return app.inTx((tx) => tx.query('SELECT outcome, youth_ids AS youths FROM audit_entry WHERE subject_id = $1 AND action = $2', [importId, action]));
}

async function stillProtected(youthId: string): Promise<unknown> {
  return (await app.inTx((tx) => tx.query('SELECT protected FROM youth WHERE id = $1', [youthId])))[0]?.['protected'];
}

describe('a team leader’s file', () => {
  it('changes nothing on a youth of another unit, opens nothing and lifts no protection', async () => {
    const theirs = oneYouth({ afdeling: 'social', beskyttet: 'ja', skole: 'Åskolen' });
    const youthId = await bring(secretary, theirs);
    const before = await rowsOf(youthId);
    const mine = { ...theirs, afdeling: 'ungeenhed', beskyttet: 'nej', skole: '', koordinator_email: org.email('freja') };
    const answer = await importFile(app, teamLeader, csvOf([mine, { ...mine, ...PLACED }, { ...theirs, beskyttet: 'nej' }]));
    expect(answer).toMatchObject({ state: 'done', created: 0, updated: 0, unchanged: 0, processedLines: 3, warnings: [] });
    expect(answer.rejected).toEqual([2, 3, 4].map((line) => ({ line, column: 'afdeling', code: 'other_unit', message: ONLY_OWN })));
    expect(await rowsOf(youthId)).toEqual(before);
    await app.as(teamLeader).get(`/youths/${youthId}`).expect(404);
    expect(await trailOf(answer.id, 'access.denied')).toEqual([{ outcome: 'denied', youths: [youthId] }]);
    expect(await trailOf(answer.id, 'protection.lifted')).toEqual([]);
  });

  it('gets the same answer about a line of another unit whether the youth is known or not', async () => {
    const known = oneYouth({ afdeling: 'social' });
    await bring(secretary, known);
    const answer = await importFile(app, teamLeader, csvOf([known, oneYouth({ afdeling: 'social' })]));
    expect(answer).toMatchObject({ created: 0, updated: 0, unchanged: 0, warnings: [] });
    expect(answer.rejected).toEqual([2, 3].map((line) => ({ line, column: 'afdeling', code: 'other_unit', message: ONLY_OWN })));
    expect(await trailOf(answer.id, 'access.denied')).toEqual([]);
  });

  it('lands its own lines beside, also those that lift the protection of an own youth', async () => {
    const own = oneYouth({ beskyttet: 'ja' });
    const youthId = await bring(teamLeader, own);
    const answer = await importFile(app, teamLeader, csvOf([oneYouth({ afdeling: 'PPR' }), { ...own, ...PLACED, beskyttet: 'nej' }, oneYouth()]));
    expect(answer).toMatchObject({ created: 1, updated: 1, rejected: [{ line: 2, code: 'other_unit' }], warnings: [] });
    expect(await stillProtected(youthId)).toBe(false);
    expect(await trailOf(answer.id, 'protection.lifted')).toEqual([{ outcome: 'done', youths: [youthId] }]);
  });

  it('is asked again where its lines land: the youth may have another unit by then', async () => {
    const row = oneYouth();
    const youthId = await bring(teamLeader, row);
    const importId = newId();
    await app.inTx(async (tx) => {
      await beginImport(tx, { id: importId, importedBy: org.staff.tage, totalLines: 1, rejected: [], warnings: [] });
      await putAside(tx, app.get(CprCipher), importId, [told(row, org.unit.ungeenhed)]);
      await tx.query('UPDATE youth SET department_id = $2 WHERE id = $1', [youthId, org.unit.social]);
      tx.enqueue(youthImportPartReady, { importId, part: 0 });
    });
    const before = await rowsOf(youthId);
    await drainOutbox(app);
    const { body } = await app.as(teamLeader).get(`/youth-imports/${importId}`).expect(200);
    expect(body).toMatchObject({ state: 'done', created: 0, updated: 0, unchanged: 0, rejected: [{ line: 2, code: 'other_unit', message: ONLY_OWN }] });
    expect(await rowsOf(youthId)).toEqual(before);
    expect(await trailOf(importId, 'access.denied')).toEqual([{ outcome: 'denied', youths: [youthId] }]);
  });
});

describe('the secretary’s file', () => {
  it('moves a youth and lifts the protection as before, and the trail says whose', async () => {
    const row = oneYouth({ afdeling: 'social', beskyttet: 'ja' });
    const youthId = await bring(secretary, row);
    const answer = await importFile(app, secretary, csvOf([{ ...row, afdeling: 'ungeenhed', beskyttet: 'nej' }]));
    expect(answer).toMatchObject({ updated: 1, rejected: [], warnings: [] });
    expect(await stillProtected(youthId)).toBe(false);
    expect(await trailOf(answer.id, 'protection.lifted')).toEqual([{ outcome: 'done', youths: [youthId] }]);
    expect(await trailOf((await importFile(app, secretary, csvOf([{ ...row, afdeling: 'ungeenhed', beskyttet: 'nej' }]))).id, 'protection.lifted')).toEqual([]);
  });
});

describe('a unit with a new row after a reform', () => {
  it('is the same unit; protection is lifted by those only who may do it by hand', async () => {
    await app.inTx(async (tx) => {
      await tx.query(`UPDATE department SET valid_to = $2::date - 1 WHERE id = $1`, [org.unit.social, tx.today]);
      await tx.query(
        `INSERT INTO department (id, code, name, kind, valid_from) SELECT $2, code, name, kind, $3 FROM department WHERE id = $1`,
        [org.unit.social, newId(), tx.today],
      );
    });
    const sonja = await org.token('sonja');
    const row = oneYouth({ afdeling: 'social', beskyttet: 'ja' });
    const youthId = await bring(sonja, row);
    expect(youthId).not.toBe('');
    const answer = await importFile(app, sonja, csvOf([{ ...row, beskyttet: 'nej', skole: 'Åskolen' }]));
    expect(answer).toMatchObject({ updated: 1, rejected: [], warnings: [{ line: 2, column: 'beskyttet', code: 'protection_kept' }] });
    expect(await stillProtected(youthId)).toBe(true);
    expect(await trailOf(answer.id, 'protection.lifted')).toEqual([]);
  });
});

/** A line as it was checked: of a unit that was the importer's then. */
function told({ cpr: number = '' }: FileRow, departmentId: string): ImportedYouth {
  const cpr = Cpr.checked(number);
  return {
    line: 2, lines: [2], cpr, firstName: 'Sofie', lastName: 'Lund', birthDate: cpr.birthDate, departmentId, measures: [],
    facts: {
      coordinatorId: null, school: null, schoolGrade: null, specialSchool: null, protected: null, actingMunicipality: null,
      previousTransitionMeetingOn: null, nextMeetingOn: null,
    },
  };
}
