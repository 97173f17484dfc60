import pg from 'pg';
import { verifyTrail } from '../../src/platform/audit/verify-trail.js';
import { startApp, runSchedule, type TestApp } from '../support/app.js';
import { type Organisation, organisation } from '../support/organisation.js';

describe('the audit trail', () => {
  let app: TestApp;
  let org: Organisation;
  let owner: pg.Client;

  const verify = () => verifyTrail(
    async <R,>(sql: string, params: unknown[] = []) => (await owner.query(sql, params)).rows as R[], Buffer.from(app.config.AUDIT_KEY, 'base64'),
  );

  /** As the database's owner with the trigger off: what an intruder with full rights could do. */
  const tamper = async (statement: string): Promise<void> => {
    await owner.query('ALTER TABLE audit_entry DISABLE TRIGGER USER; ALTER TABLE audit_segment DISABLE TRIGGER USER; ALTER TABLE audit_seal DISABLE TRIGGER USER');
    await owner.query(statement);
  };

  beforeEach(async () => {
    app = await startApp();
    org = await organisation(app);
    owner = new pg.Client({ connectionString: app.config.DATABASE_URL });
    await owner.connect();
    for (const name of ['freja', 'tage', 'bo'] as const) await app.as(await org.token(name)).delete('/session').expect(204);
    await runSchedule(app, 'audit.seal');
    await app.as(await org.token('regitze')).get('/audit').expect(200);
    await runSchedule(app, 'audit.seal');
  });

  afterEach(async () => {
    await owner.end();
    await app.close();
  });

  it('verifies when nobody has touched it', async () => {
    expect(await verify()).toMatchObject({ segments: 2, unsealed: 0, broken: null });
  });

  it('names the entry in which one byte was changed', async () => {
    await tamper("UPDATE audit_entry SET action = 'session.closes' WHERE id = (SELECT id FROM audit_entry WHERE action = 'session.closed' LIMIT 1)");
    expect((await verify()).broken).toMatch(/^segment 1: entry \S+ was changed$/);
  });

  it('misses an entry that was taken away', async () => {
    await tamper(`DELETE FROM audit_seal WHERE segment_number = 1 AND position = 2;
      DELETE FROM audit_entry e WHERE NOT EXISTS (SELECT 1 FROM audit_seal s WHERE s.entry_id = e.id)`);
    expect((await verify()).broken).toBe('segment 1: 1 entries are missing');
  });

  it('misses a whole segment', async () => {
    await tamper('DELETE FROM audit_seal WHERE segment_number = 1; DELETE FROM audit_segment WHERE number = 1');
    expect((await verify()).broken).toBe('segment 2: a segment before it is missing');
  });

  it('notes that a person without the role asked for the log', async () => {
    await app.as(await org.token('karla')).get('/audit').expect(403);
    const log = await app.as(await org.token('regitze')).get('/audit?outcome=denied').expect(200);
    expect(log.body.items).toEqual([expect.objectContaining({ actorId: org.staff.karla, action: 'access.denied', subjectId: 'audit.read' })]);
  });

  it('refuses the action when it cannot be written', async () => {
    const token = await org.token('ulla');
    await owner.query('REVOKE INSERT ON audit_entry FROM overgang_app');
    const answer = await app.as(token).post(`/staff/${org.staff.ulla}/absences`, { startsOn: '2026-12-01', endsOn: '2026-12-02' });
    expect(answer.status).toBe(503);
    expect((await owner.query('SELECT 1 FROM absence')).rowCount).toBe(0);
  });
});
