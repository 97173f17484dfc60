import { execFile, execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import pg from 'pg';
import { verifyTrail } from '../../src/platform/audit/verify-trail.js';
import { restoreBackup } from '../../src/platform/backup/restore-backup.js';
import { writeBackup } from '../../src/platform/backup/write-backup.js';
import { migrate } from '../../src/platform/database/migrate.js';
import { prepareDatabase } from '../../src/prepare-database.js';
import { TcpProxy } from '../faults/harness/tcp-proxy.js';
import { drainOutbox, runSchedule, startApp, type TestApp } from '../support/app.js';
import { createEmptyDatabase, type TestDatabase } from '../support/database.js';
import { posted, startNotebookWorker, until } from '../support/notebook-worker.js';
import { type Organisation, organisation } from '../support/organisation.js';
import { RedisServer } from '../support/redis-server.js';
import { PROJECT } from '../support/source-files.js';
import { testConfig } from '../support/test-config.js';
import { replacementCpr } from '../support/youth-builder.js';
import { usernameOf } from '../support/username.js';

const CPR = replacementCpr('2010-05-06');
/** Everything that COPY must take care of. */
const ODD = 'tab\t linje\n\\. æøå \u0085 "';

describe('a backup', () => {
  let folder: string;
  let file: string;
  let app: TestApp;
  let org: Organisation;
  let youthId: string;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'overgang-backup-'));
    file = path.join(folder, 'kopi.backup.gz');
    app = await startApp();
    org = await organisation(app);
    const tage = app.as(await org.token('tage'));
    const made = await tage.post('/youths', { cpr: CPR, firstName: 'Ask', lastName: 'Engbæk', departmentId: org.unit.ungeenhed }).expect(201);
    youthId = (made.body as { id: string }).id;
    await app.inTx((tx) => tx.query("INSERT INTO setting (key, value, changed_at) VALUES ('test:odd', $1, now())", [JSON.stringify(ODD)]));
    await drainOutbox(app);
    await runSchedule(app, 'audit.seal');
    await app.inTx(async (tx) => {
      tx.enqueue(posted, { word: 'waits' });
      tx.enqueue(posted, { word: 'later' }, { availableAt: new Date(Date.now() + 3_600_000) });
      tx.enqueue(posted, { word: 'sent' });
      tx.enqueue(posted, { word: 'under way' });
    });
    await app.inTx((tx) => tx.query("UPDATE outbox_message SET state = 'done', finished_at = now() WHERE payload ->> 'word' = 'sent'"));
    await app.inTx((tx) => tx.query("UPDATE outbox_message SET state = 'queued', enqueued_at = now(), lease_until = now() + interval '1 hour', fence = 3 WHERE payload ->> 'word' = 'under way'"));
    await writeBackup(app.config.DATABASE_URL, file, keys());
  });

  afterAll(async () => {
    await app.close();
    await rm(folder, { recursive: true });
  });

  const keys = () => ({ CPR_KEY: app.config.CPR_KEY, CPR_INDEX_KEY: app.config.CPR_INDEX_KEY, AUDIT_KEY: app.config.AUDIT_KEY });
  const into = async (work: (database: TestDatabase) => Promise<void>): Promise<void> => {
    const database = await createEmptyDatabase();
    try {
      await migrate(database.url);
      await work(database);
    } finally {
      await database.drop();
    }
  };
  const rowsOf = async (url: string, sql: string): Promise<unknown[]> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query(sql);
    await client.end();
    return rows;
  };

  it('is one file that only its owner may read, with no CPR number and no key in it', async () => {
    expect((await stat(file)).mode & 0o077).toBe(0);
    const text = gunzipSync(await readFile(file)).toString('utf8');
    expect(text).toContain('"format":"overgang-backup-1"');
    for (const secret of [CPR, CPR.replace('-', ''), ...Object.values(keys())]) expect(text).not.toContain(secret);
    expect(text).not.toContain('worker_sign');
  });

  it('comes back row by row: people, encrypted numbers, trail and all', async () => {
    await into(async (database) => {
      await prepareDatabase(testConfig(database.url));
      const end = await restoreBackup(database.url, file, keys());
      const again = path.join(folder, 'igen.backup.gz');
      const second = await writeBackup(database.url, again, keys());
      const { outbox_message: _then, ...then } = end;
      const { outbox_message: _now, ...now } = second;
      expect(now).toEqual(then);
      expect(await rowsOf(database.url, "SELECT value FROM setting WHERE key = 'test:odd'")).toEqual([{ value: ODD }]);
      const restored = await startApp({ databaseUrl: database.url });
      const org2 = { freja: await signedIn(restored) };
      const shown = await restored.as(org2.freja).post(`/youths/${youthId}/cpr-disclosure`, { purpose: 'Efter gendannelse' }).expect(200);
      expect(JSON.stringify(shown.body)).toContain(CPR);
      await runSchedule(restored, 'audit.seal');
      await restored.close();
      const client = new pg.Client({ connectionString: database.url });
      await client.connect();
      const report = await verifyTrail(
        async <R,>(sql: string, params: unknown[] = []) => (await client.query(sql, params)).rows as R[], Buffer.from(app.config.AUDIT_KEY, 'base64'),
      );
      await client.end();
      expect(report).toMatchObject({ broken: null, unsealed: 0 });
      expect(report.entries).toBeGreaterThan(2);
    });
  });

  /** The account is in the copy, the session is not. */
  const signedIn = async (restored: TestApp): Promise<string> => {
    expect(await rowsOf(restored.config.DATABASE_URL, 'SELECT 1 FROM session')).toEqual([]);
    const answer = await restored.as(null).post('/session', { username: usernameOf(org.staff.tage), password: 'demo' }).expect(201);
    return (answer.body as { token: string }).token;
  };

  it('goes on where it was with an empty queue: what waited goes out once, what was sent does not', async () => {
    const redis = RedisServer.available() ? await RedisServer.start() : null;
    await into(async (database) => {
      await restoreBackup(database.url, file, keys());
      const worker = await startNotebookWorker(database.url, redis?.url ?? null);
      await until(() => worker.notebook.letters.length === 2);
      await worker.stop();
      expect([...worker.notebook.letters].sort()).toEqual(['under way', 'waits']);
      expect(await rowsOf(database.url, "SELECT payload ->> 'word' AS word, state FROM outbox_message WHERE kind = 'test.posted' ORDER BY 1")).toEqual([
        { word: 'later', state: 'pending' }, { word: 'sent', state: 'done' }, { word: 'under way', state: 'done' }, { word: 'waits', state: 'done' },
      ]);
    });
    await redis?.stop();
  });

  const mayMount = process.getuid?.() === 0 && process.platform === 'linux';
  (mayMount ? it : it.skip)('ends with the disk\'s own words when the disk is full, and leaves nothing there', async () => {
    const disk = path.join(folder, 'disk');
    await mkdir(disk);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', disk]);
    await app.inTx((tx) => tx.query(`INSERT INTO setting (key, value, changed_at)
      SELECT 'test:large:' || n, to_jsonb((SELECT string_agg(md5(n || ' ' || m), '') FROM generate_series(1, 2000) m)), now() FROM generate_series(1, 60) n`));
    const url = new URL(app.config.DATABASE_URL);
    const line = await TcpProxy.start(Number(url.port));
    url.port = String(line.port);
    // Each piece a little later than the last: the disk is full while the next rows are waited for.
    line.intercept(() => {
      line.delayMs += 4;
      return 'pass';
    });
    try {
      await expect(writeBackup(url.href, path.join(disk, 'kopi.backup.gz'), keys())).rejects.toMatchObject({ code: 'ENOSPC' });
      expect(await readdir(disk)).toEqual([]);
    } finally {
      await line.stop();
      await app.inTx((tx) => tx.query("DELETE FROM setting WHERE key LIKE 'test:large:%'"));
      execFileSync('umount', [disk]);
    }
  }, 20_000);

  it('is not put into a database that is in use, and leaves it as it is', async () => {
    await expect(restoreBackup(app.config.DATABASE_URL, file, keys())).rejects.toThrow('Databasen er i brug');
    expect(await rowsOf(app.config.DATABASE_URL, 'SELECT count(*)::int AS youths FROM youth')).toEqual([{ youths: 1 }]);
  });

  it('is not put in beside other keys than its own', async () => {
    await into(async (database) => {
      await expect(restoreBackup(database.url, file, { ...keys(), CPR_KEY: keys().AUDIT_KEY })).rejects.toThrow('CPR_KEY');
    });
  });

  it('is not put in without its keys, and the command then makes nothing', async () => {
    await into(async (database) => {
      const { AUDIT_KEY: _left, ...others } = keys();
      await expect(restoreBackup(database.url, file, others)).rejects.toThrow(/Nøglerne mangler: AUDIT_KEY\. .*secrets\.json/);
      expect(await rowsOf(database.url, 'SELECT 1 FROM youth')).toEqual([]);
    });
    const dataDir = path.join(folder, 'ny');
    const { CPR_KEY: _cpr, CPR_INDEX_KEY: _index, AUDIT_KEY: _audit, DATABASE_URL: _url, ...env } = process.env;
    const restore = promisify(execFile)(process.execPath, [
      '--import', './scripts/typescript.mjs', 'scripts/restore.ts', '--from', file,
    ], { cwd: PROJECT, env: { ...env, NODE_OPTIONS: '', DATA_DIR: dataDir } });
    await expect(restore).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('Nøglerne mangler: CPR_KEY, CPR_INDEX_KEY, AUDIT_KEY.') });
    expect(existsSync(dataDir)).toBe(false);
  }, 30_000);

  it('is not put in when a byte is lost or changed, or the end is missing', async () => {
    const { gzipSync } = await import('node:zlib');
    const whole = gunzipSync(await readFile(file));
    const changed = path.join(folder, 'aendret.gz');
    const cut = path.join(folder, 'afbrudt.gz');
    const text = whole.toString('utf8');
    await writeFile(changed, gzipSync(text.replace('Engbæk', 'Engbak')));
    await writeFile(cut, gzipSync(whole.subarray(0, whole.length - 200)));
    await into(async (database) => {
      await expect(restoreBackup(database.url, changed, keys())).rejects.toThrow('beskadiget: youth');
      await expect(restoreBackup(database.url, cut, keys())).rejects.toThrow('ikke en hel sikkerhedskopi');
      expect(await rowsOf(database.url, 'SELECT 1 FROM youth')).toEqual([]);
    });
  });

  it('is not put into another schema than its own', async () => {
    await into(async (database) => {
      await rowsOf(database.url, "DELETE FROM migrations WHERE name LIKE 'MigrationsReadable%'");
      await expect(restoreBackup(database.url, file, keys())).rejects.toThrow('andet skema');
    });
  });
});
