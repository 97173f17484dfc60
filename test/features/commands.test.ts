import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startApp, type TestApp } from '../support/app.js';
import { createEmptyDatabase, type TestDatabase } from '../support/database.js';
import { organisation } from '../support/organisation.js';
import { PROJECT } from '../support/source-files.js';
import { recordYouth } from '../support/youth-builder.js';

interface Ended {
  readonly code: unknown;
  readonly stdout: string;
  readonly stderr: string;
}

describe('a command that leads nowhere', () => {
  let folder: string;
  let empty: TestDatabase;
  let app: TestApp;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'overgang-commands-'));
    [empty, app] = [await createEmptyDatabase(), await startApp()];
    await recordYouth(app, await organisation(app), { born: '2009-12-24' });
  });
  afterAll(async () => {
    await app.close();
    await empty.drop();
    await rm(folder, { recursive: true });
  });

  const nowhere = (): string => path.join(folder, 'findes-ikke');
  const run = (script: string, env: Record<string, string> = {}): Promise<Ended> => new Promise((ended) => {
    const rest = { DATABASE_URL: '', CPR_KEY: '', CPR_INDEX_KEY: '', AUDIT_KEY: '', DATA_DIR: nowhere() };
    execFile(process.execPath, ['--import', './scripts/typescript.mjs', `${script.includes('/') ? script : `scripts/${script}`}.ts`], { cwd: PROJECT, env: { ...process.env, NODE_ENV: 'test', NODE_OPTIONS: '', ...rest, ...env } },
      (error, stdout, stderr) => ended({ code: error?.code ?? 0, stdout, stderr }));
  });

  it.each(['backup', 'reseal'])('%s says that there is no database, and makes none', async (script) => {
    expect(await run(script)).toEqual({ code: 1, stdout: '', stderr: `Der er ingen database i ${nowhere()}. Sæt DATA_DIR til mappen, som den ligger i, eller DATABASE_URL til dens adresse. Intet er lavet.\n` });
    expect(existsSync(nowhere())).toBe(false);
  }, 60_000);

  it('backup says that the database is empty, or lets nobody in', async () => {
    const [nothing, away] = await Promise.all([empty.url, 'postgres://nobody@127.0.0.1:1/none'].map((url) => run('backup', { DATABASE_URL: url })));
    expect(nothing).toEqual({ code: 1, stdout: '', stderr: 'Databasen er tom. Er det den rigtige, som DATABASE_URL eller DATA_DIR fører til?\n' });
    expect(away).toMatchObject({ code: 1, stderr: 'Databasen lader os ikke komme ind. Kører den, og er DATABASE_URL rigtig?\n' });
    expect(existsSync(nowhere())).toBe(false);
  }, 60_000);

  it.each(['src/main', 'src/worker', 'scripts/migrate'])('%s says in a line why it does not start', async (script) => {
    const { DATABASE_URL, CPR_KEY, CPR_INDEX_KEY } = app.config;
    const keys = { DATABASE_URL, CPR_KEY, CPR_INDEX_KEY, AUDIT_KEY: randomBytes(32).toString('base64'), PORT: '0' };
    const [other, missing] = await Promise.all([keys, { ...keys, AUDIT_KEY: '' }].map((env) => run(script, env)));
    expect(other).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/^Nøglerne er ikke dem, som databasens data er skrevet med: AUDIT_KEY\. .* start igen\.\n$/) });
    expect(missing).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/^Konfigurationen kan ikke bruges\. .*: AUDIT_KEY\n$/) });
  }, 60_000);

  it('audit:verify asks for its key, takes no other for a changed trail, and is content with the right one', async () => {
    const { DATABASE_URL, AUDIT_KEY } = app.config;
    const keys: Array<Record<string, string>> = [{}, { AUDIT_KEY: randomBytes(32).toString('base64') }, { AUDIT_KEY }];
    const [missing, other, right] = await Promise.all(keys.map((key) => run('audit-verify', { DATABASE_URL, ...key })));
    expect(missing).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/^AUDIT_KEY mangler\. .*\n$/) });
    expect(other).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/^AUDIT_KEY er ikke den nøgle, som loggen er skrevet med\. .*\n$/) });
    expect(right).toMatchObject({ code: 0, stdout: expect.stringContaining('"broken":null'), stderr: '' });
  }, 90_000);
});
