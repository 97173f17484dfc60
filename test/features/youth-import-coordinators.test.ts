import { startApp, type TestApp } from '../support/app.js';
import { oneYouth } from '../support/import-file/one-youth.js';
import { importFile } from '../support/import-file/send-import.js';
import { csvOf } from '../../src/demo/import-file/write-csv.js';
import { organisation, type Organisation } from '../support/organisation.js';

let app: TestApp;
let org: Organisation;
let teamLeader: string;

beforeAll(async () => {
  app = await startApp();
  org = await organisation(app);
  teamLeader = await org.token('tage');
});
afterAll(() => app.close());

describe('the coordinating caseworker in a file', () => {
  async function coordinators(importId: string): Promise<unknown[]> {
    return app.inTx((tx) =>
      tx.query(
        `SELECT c.staff_id AS staff FROM coordination c JOIN youth_import_youth i USING (youth_id)
         WHERE i.import_id = $1 AND c.until_at IS NULL`,
        [importId],
      ),
    );
  }

  it('is named where there is none', async () => {
    const row = oneYouth();
    await importFile(app, teamLeader, csvOf([row]));
    const named = await importFile(app, teamLeader, csvOf([{ ...row, koordinator_email: org.email('bo') }]));
    expect(named).toMatchObject({ updated: 1, warnings: [] });
    expect(await coordinators(named.id)).toEqual([{ staff: org.staff.bo }]);
  });

  it('is offered a hand-over where there is another, once', async () => {
    const row = oneYouth({ koordinator_email: org.email('freja') });
    const first = await importFile(app, teamLeader, csvOf([row]));
    const other = csvOf([{ ...row, koordinator_email: org.email('solvej') }]);
    expect(await importFile(app, teamLeader, other)).toMatchObject({
      updated: 1,
      warnings: [{ line: 2, column: 'koordinator_email', code: 'handover_offered' }],
    });
    expect(await importFile(app, teamLeader, other)).toMatchObject({
      unchanged: 1,
      warnings: [{ code: 'handover_waiting' }],
    });
    expect(await coordinators(first.id)).toEqual([{ staff: org.staff.freja }]);
    const offers = await app.inTx((tx) =>
      tx.query(
        `SELECT to_staff_id AS "to", from_staff_id AS "from", offered_by AS "by", h.state
         FROM handover h JOIN youth_import_youth i USING (youth_id) WHERE i.import_id = $1`,
        [first.id],
      ),
    );
    expect(offers).toEqual([{ to: org.staff.solvej, from: org.staff.freja, by: org.staff.tage, state: 'offered' }]);
  });

  it('is not offered again what was declined', async () => {
    const row = oneYouth({ koordinator_email: org.email('freja') });
    const { id } = await importFile(app, teamLeader, csvOf([row]));
    const other = csvOf([{ ...row, koordinator_email: org.email('jonas') }]);
    await importFile(app, teamLeader, other);
    await app.inTx((tx) =>
      tx.query(
        `UPDATE handover SET state = 'declined', answered_at = now()
         WHERE youth_id = (SELECT youth_id FROM youth_import_youth WHERE import_id = $1)`,
        [id],
      ),
    );
    expect(await importFile(app, teamLeader, other)).toMatchObject({
      unchanged: 1,
      warnings: [{ code: 'coordinator_kept' }],
    });
  });
});
