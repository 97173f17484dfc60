import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import pg from 'pg';
import { BusyCalendarsService } from '../../src/calendars/busy/busy-calendars.service.js';
import { CalendarTarget } from '../../src/calendars/caldav/calendar-target.entity.js';
import { CalendarTargetsService } from '../../src/calendars/caldav/calendar-targets.service.js';
import { CalendarSeal } from '../../src/calendars/servers/calendar-seal.js';
import { BUSY_ADDRESS, TARGET_PASSWORD } from '../../src/calendars/servers/sealed-columns.js';
import { EVERY_SEALED_COLUMN } from '../../src/operations/sealing/every-sealed-column.js';
import { newId } from '../../src/platform/database/ids.js';
import { readKeys } from '../../src/platform/config/keys.js';
import { countSealed } from '../../src/platform/sealing/count-sealed.js';
import { reseal, type ResealOptions } from '../../src/platform/sealing/reseal.js';
import { nameOfColumn, placeOf } from '../../src/platform/sealing/sealed-column.js';
import { Cpr } from '../../src/youths/cpr/cpr.js';
import { CprCipher } from '../../src/youths/cpr/cpr-cipher.js';
import { startApp, type TestApp } from '../support/app.js';
import { organisation, type Organisation } from '../support/organisation.js';
import { PROJECT } from '../support/source-files.js';
import { replacementCpr } from '../support/youth-builder.js';

const YOUTHS = 450;
const key = (): string => randomBytes(32).toString('base64');

let app: TestApp;
let org: Organisation;
let owner: pg.Client;
let youthIds: string[];
let targetId: string;
let importId: string;
let sealedBefore: Buffer[];

beforeAll(async () => {
  app = await startApp();
  org = await organisation(app);
  owner = new pg.Client({ connectionString: app.config.DATABASE_URL });
  await owner.connect();
  youthIds = await putYouths();
  [targetId, importId] = [newId(), newId()];
  const seal = app.get(CalendarSeal);
  await owner.query(
    `INSERT INTO calendar_target (id, department_id, url, username, password, created_at, failures) VALUES ($1, $2, 'https://dav.example.org/k/', 'koe', $3, now(), 0)`,
    [targetId, org.unit.ungeenhed, seal.seal(placeOf(TARGET_PASSWORD, targetId), 'kode')],
  );
  await owner.query(
    `INSERT INTO busy_calendar (staff_id, address, host, set_at, due_at, failures) VALUES ($1, $2, 'dav.example.org', now(), now(), 0)`,
    [org.staff.freja, seal.seal(placeOf(BUSY_ADDRESS, org.staff.freja), 'https://dav.example.org/freja')],
  );
  await owner.query(
    `INSERT INTO youth_import (id, imported_by, state, total_lines, processed_lines, created, updated, unchanged, rejected, warnings, started_at)
     VALUES ($1, $2, 'running', 3, 0, 0, 0, 0, '[]', '[]', now())`, [importId, org.staff.tage],
  );
  for (const part of [0, 1, 2]) {
    await owner.query(
      'INSERT INTO youth_import_part (import_id, part, lines) VALUES ($1, $2, $3)', [importId, part, app.get(CprCipher).sealLines(importId, part, Buffer.from(`del ${part}`))],
    );
  }
  sealedBefore = await cprBlobs();
});
afterAll(async () => {
  await owner.end();
  await app.close();
});

const SEALED = YOUTHS + 5;
const numbers = Array.from({ length: YOUTHS }, () => replacementCpr('2009-03-14'));

async function putYouths(): Promise<string[]> {
  const cipher = app.get(CprCipher);
  const ids = Array.from({ length: YOUTHS }, () => newId());
  const sealed = ids.map((id, at) => {
    const cpr = Cpr.checked(numbers[at] ?? '');
    return [cipher.encrypt(id, cpr), cipher.blindIndex(cpr)] as const;
  });
  await owner.query(
    `INSERT INTO youth (id, cpr_cipher, cpr_index, first_name, last_name, birth_date, department_id, status, known_since, created_at, updated_at)
     SELECT id, sealed, index, 'Ask', 'Engbæk', '2009-01-01', $4, 'not_planned', '2026-01-01', now(), now() FROM unnest($1::uuid[], $2::bytea[], $3::bytea[]) AS t (id, sealed, index)`,
    [ids, sealed.map(([blob]) => blob), sealed.map(([, index]) => index), org.unit.ungeenhed],
  );
  return ids;
}

const cprBlobs = async (): Promise<Buffer[]> => (await owner.query<{ cpr_cipher: Buffer }>('SELECT cpr_cipher FROM youth ORDER BY id')).rows.map((row) => row.cpr_cipher);
const sealedAs = (keys: string) => app.inTx((tx) => countSealed(tx, readKeys(keys), EVERY_SEALED_COLUMN));
const resealTo = (keys: string, options: ResealOptions = {}) => reseal(app.db, readKeys(keys), EVERY_SEALED_COLUMN, options);

describe('what is sealed', () => {
  it('is every column of bytes that is no hash: none is forgotten when a key is changed', async () => {
    const { rows } = await owner.query<{ name: string }>(
      `SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND data_type = 'bytea' ORDER BY 1`,
    );
    const hashes = /hash$|^audit_entry\.hmac$|^youth\.cpr_index$/;
    expect(rows.map((row) => row.name).filter((name) => !hashes.test(name))).toEqual(EVERY_SEALED_COLUMN.map(nameOfColumn).sort());
  });
});

describe('a new key', () => {
  const old = (): string => app.config.CPR_KEY;
  const [second, third] = [key(), key()];

  it('reaches every value in small transactions, each with a line in the trail that names nobody', async () => {
    expect(await sealedAs(`${second},${old()}`)).toEqual({ newest: 0, older: SEALED, lost: 0 });
    const told: Array<[string, number]> = [];
    const report = await resealTo(`${second},${old()}`, { told: (column, resealed) => told.push([column, resealed]) });
    expect(report).toEqual({ resealed: SEALED, broken: [], count: { newest: SEALED, older: 0, lost: 0 } });
    expect(told.slice(0, 3)).toEqual([['youth.cpr_cipher', 200], ['youth.cpr_cipher', 400], ['youth.cpr_cipher', YOUTHS]]);
    const { rows } = await owner.query(`SELECT actor_kind, youth_ids, detail FROM audit_entry WHERE action = 'sealed_values.resealed' ORDER BY id`);
    expect(rows).toHaveLength(6);
    expect(rows[0]).toEqual({ actor_kind: 'system', youth_ids: [], detail: { column: 'youth.cpr_cipher', rows: 200 } });
  });

  it('opens all of it alone, for the place that it was sealed for', async () => {
    const after = await startApp({ databaseUrl: app.config.DATABASE_URL, overrides: { CPR_KEY: second } });
    try {
      const blobs = await cprBlobs();
      const opened = [...youthIds].sort().map((id, at) => after.get(CprCipher).decrypt(id, blobs[at] ?? Buffer.alloc(0)).reveal());
      expect(opened.sort()).toEqual(numbers.map((number) => number.replace('-', '')).sort());
      const target = await after.inTx((tx) => tx.find(CalendarTarget, targetId));
      expect(after.get(CalendarTargetsService).accessTo(target).password).toBe('kode');
      const { rows: [busy] } = await owner.query<{ address: Buffer }>('SELECT address FROM busy_calendar');
      expect(after.get(BusyCalendarsService).addressOf(org.staff.freja, busy?.address ?? Buffer.alloc(0))).toBe('https://dav.example.org/freja');
      const { rows: parts } = await owner.query<{ part: number; lines: Buffer }>('SELECT part, lines FROM youth_import_part ORDER BY part');
      expect(parts.map(({ part, lines }) => after.get(CprCipher).openLines(importId, part, lines).toString())).toEqual(['del 0', 'del 1', 'del 2']);
      expect((await after.as(await org.token('anker')).get('/jobs').expect(200)).body).toMatchObject({ sealed: { newest: SEALED, older: 0, lost: 0 } });
    } finally {
      await after.close();
    }
  });

  it('is stopped after a batch and goes on where it was, and finds nothing to do a third time', async () => {
    const stop = new AbortController();
    const first = await resealTo(`${third},${second}`, { signal: stop.signal, told: () => stop.abort() });
    expect(first).toMatchObject({ resealed: 200, count: { newest: 200, older: SEALED - 200, lost: 0 } });
    expect(await resealTo(`${third},${second}`)).toMatchObject({ resealed: SEALED - 200, count: { older: 0, lost: 0 } });
    const trail = async () => (await owner.query(`SELECT 1 FROM audit_entry WHERE action = 'sealed_values.resealed'`)).rowCount;
    const lines = await trail();
    expect((await resealTo(`${third},${second}`)).resealed).toBe(0);
    expect(await trail()).toBe(lines);
  });

  it('passes a row by that somebody holds, without waiting for it, and comes back to it', async () => {
    const fourth = key();
    await owner.query('BEGIN');
    await owner.query('SELECT 1 FROM youth WHERE id = $1 FOR UPDATE', [youthIds[3]]);
    const told: number[] = [];
    const report = await resealTo(`${fourth},${third}`, { told: (column, resealed) => {
      if (column !== 'youth.cpr_cipher') return;
      told.push(resealed);
      if (resealed === YOUTHS - 1) void owner.query('COMMIT');
    } });
    expect(told).toEqual([200, 400, YOUTHS - 1, YOUTHS]);
    expect(report).toMatchObject({ resealed: SEALED, count: { newest: SEALED, older: 0, lost: 0 } });
    await resealTo(`${third},${fourth}`);
  });

  it('leaves a value alone that does not open, names its row, and does not call the old key free', async () => {
    const [moved, from] = youthIds;
    await owner.query('UPDATE youth SET cpr_cipher = (SELECT cpr_cipher FROM youth WHERE id = $2) WHERE id = $1', [moved, from]);
    const report = await resealTo(`${key()},${third}`);
    expect(report).toMatchObject({ resealed: SEALED - 1, broken: [`youth ${moved}`], count: { older: 1, lost: 0 } });
  });

  it('tells what is sealed with a key that is not in the list, and touches none of it', async () => {
    const before = await cprBlobs();
    expect(await resealTo(`${key()},${key()}`)).toMatchObject({ resealed: 0, count: { newest: 0, older: 0, lost: SEALED } });
    expect(await cprBlobs()).toEqual(before);
  });

  it('is reached by the command, which says when the old key may go', async () => {
    await owner.query(
      'UPDATE youth SET cpr_cipher = blob.sealed FROM unnest($1::uuid[], $2::bytea[]) AS blob (id, sealed) WHERE youth.id = blob.id', [[...youthIds].sort(), sealedBefore],
    );
    await owner.query('DELETE FROM youth_import_part; DELETE FROM calendar_target; DELETE FROM busy_calendar');
    const { DATABASE_URL, CPR_INDEX_KEY, AUDIT_KEY } = app.config;
    const command = (keys: string) => promisify(execFile)(process.execPath, ['--import', './scripts/typescript.mjs', 'scripts/reseal.ts'], {
      cwd: PROJECT, env: { ...process.env, NODE_ENV: 'test', NODE_OPTIONS: '', DATABASE_URL, CPR_KEY: keys, CPR_INDEX_KEY, AUDIT_KEY },
    });
    const { stdout } = await command(`${second},${old()}`);
    expect(stdout).toContain(`youth.cpr_cipher: ${YOUTHS}\nKrypteret igen: ${YOUTHS}. Nu er ${YOUTHS} krypteret med den nyeste nøgle, 0 med en ældre`);
    expect(stdout).toContain('må de ældre fjernes fra CPR_KEY');
    await expect(command(key())).rejects.toMatchObject({ code: 1, stdout: expect.stringContaining('Sæt den manglende nøgle tilbage') });
  }, 60_000);
});
