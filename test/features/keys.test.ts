import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { localSecrets } from '../../src/local/local-secrets.js';
import { startWeb } from '../../src/main.js';
import { settleKeys } from '../../src/operations/keys/settle-keys.js';
import { EVERY_SEALED_COLUMN } from '../../src/operations/sealing/every-sealed-column.js';
import { KEYS } from '../../src/platform/config/key-prints.js';
import { reseal } from '../../src/platform/sealing/reseal.js';
import { prepareDatabase } from '../../src/prepare-database.js';
import { startWorker } from '../../src/worker.js';
import { startApp, type TestApp } from '../support/app.js';
import { createEmptyDatabase, type TestDatabase } from '../support/database.js';
import { organisation } from '../support/organisation.js';
import { testConfig } from '../support/test-config.js';
import { recordYouth } from '../support/youth-builder.js';

const key = (): string => randomBytes(32).toString('base64');

describe('the keys of an installation', () => {
  let app: TestApp;
  let owner: pg.Client;

  beforeAll(async () => {
    app = await startApp();
    await recordYouth(app, await organisation(app), { born: '2009-12-24' });
    owner = new pg.Client({ connectionString: app.config.DATABASE_URL });
    await owner.connect();
  });
  afterAll(async () => {
    await owner.end();
    await app.close();
  });

  const configWith = (keys: Record<string, string>) => testConfig(app.config.DATABASE_URL, keys);
  const settle = (keys: Record<string, string> = {}) => settleKeys(app.db, configWith(keys));
  const noted = async (): Promise<string[]> =>
    (await owner.query<{ name: string }>(`SELECT setting || ' ' || count(*) AS name FROM key_print GROUP BY setting ORDER BY 1`)).rows.map((row) => row.name);
  const rows = async (): Promise<unknown> => (await owner.query('SELECT (SELECT count(*) FROM audit_entry) AS trail, (SELECT count(*) FROM worker_sign) AS workers')).rows;

  it('are noted once, when the database is made, as prints that give nothing away', async () => {
    expect(await noted()).toEqual(['AUDIT_KEY 1', 'CPR_INDEX_KEY 1', 'CPR_KEY 1']);
    await settle();
    expect(await noted()).toEqual(['AUDIT_KEY 1', 'CPR_INDEX_KEY 1', 'CPR_KEY 1']);
    const { rows: prints } = await owner.query<{ print: string }>('SELECT print FROM key_print');
    for (const { print } of prints) expect(print).toMatch(/^[0-9a-f]{12}$/);
    await expect(app.inTx((tx) => tx.execute("UPDATE key_print SET print = ''"))).rejects.toThrow('permission denied');
  });

  it.each(KEYS)('keep web, worker and migration from starting when %s is another, and leave the data as they are', async (name) => {
    const before = await rows();
    const other = configWith({ [name]: key() });
    const words = new RegExp(`data er skrevet med: ${name}\\. Intet er ændret\\..* start igen`);
    await expect(startWeb(other)).rejects.toThrow(words);
    await expect(startWorker(other)).rejects.toThrow(words);
    await expect(prepareDatabase(other)).rejects.toThrow(words);
    expect(await rows()).toEqual(before);
    expect(await noted()).toEqual(['AUDIT_KEY 1', 'CPR_INDEX_KEY 1', 'CPR_KEY 1']);
  }, 30_000);

  it('are all named at once', async () => {
    await expect(settle({ CPR_KEY: key(), CPR_INDEX_KEY: key(), AUDIT_KEY: key() })).rejects.toThrow('CPR_KEY, CPR_INDEX_KEY, AUDIT_KEY');
  });

  it('that are older than the prints must open what is there before they are noted', async () => {
    await owner.query('DELETE FROM key_print');
    for (const name of KEYS) await expect(settle({ [name]: key() })).rejects.toThrow(`skrevet med: ${name}.`);
    expect(await noted()).toEqual([]);
    await settle();
    expect(await noted()).toEqual(['AUDIT_KEY 1', 'CPR_INDEX_KEY 1', 'CPR_KEY 1']);
  });

  it('may be changed where one seals: a new one in front is noted, the old one is missed until all is sealed anew', async () => {
    const [next, old] = [key(), app.config.CPR_KEY];
    await settle({ CPR_KEY: `${next},${old}` });
    expect(await noted()).toContain('CPR_KEY 2');
    await expect(settle({ CPR_KEY: next })).rejects.toThrow(/CPR_KEY mangler en nøgle, som 1 .* bagest i CPR_KEY/);
    await reseal(app.db, configWith({ CPR_KEY: `${next},${old}` }).sealingKeys, EVERY_SEALED_COLUMN);
    await settle({ CPR_KEY: next });
    await expect(settle({ CPR_KEY: old })).rejects.toThrow('CPR_KEY mangler en nøgle');
  });
});

describe('the keys that npm start makes', () => {
  let folder: string;
  let database: TestDatabase;
  let app: TestApp;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'overgang-keys-'));
    [database, app] = [await createEmptyDatabase(), await startApp()];
    await recordYouth(app, await organisation(app), { born: '2009-12-24' });
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
    await rm(folder, { recursive: true });
  });

  it('are made for an empty database and kept', async () => {
    const made = await localSecrets(folder, database.url, {});
    expect(Object.keys(made)).toEqual([...KEYS]);
    expect(JSON.parse(await readFile(path.join(folder, 'secrets.json'), 'utf8'))).toEqual(made);
    expect(await localSecrets(folder, database.url, {})).toEqual(made);
  });

  it('are not made for data that have theirs, nor where the environment has them', async () => {
    const fresh = path.join(folder, 'ny');
    await expect(localSecrets(fresh, app.config.DATABASE_URL, {})).rejects.toThrow(/CPR_KEY, CPR_INDEX_KEY, AUDIT_KEY.*secrets\.json/s);
    await expect(localSecrets(fresh, app.config.DATABASE_URL, { CPR_KEY: key(), CPR_INDEX_KEY: key() })).rejects.toThrow(/mangler: AUDIT_KEY/);
    expect(await localSecrets(fresh, app.config.DATABASE_URL, { CPR_KEY: key(), CPR_INDEX_KEY: key(), AUDIT_KEY: key() })).toEqual({});
    expect(await readdir(folder)).toEqual(['secrets.json']);
  });
});
