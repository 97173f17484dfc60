import { randomBytes } from 'node:crypto';
import { newId } from '../../src/platform/database/ids.js';
import { seal } from '../../src/platform/sealing/sealed-bytes.js';
import { placeOf } from '../../src/platform/sealing/sealed-column.js';
import { YOUTH_CPR } from '../../src/youths/cpr/sealed-columns.js';
import type { TestApp } from './app.js';
import type { Organisation } from './organisation.js';

/** One request of a storm: where it goes and what it says. */
export interface Shot {
  readonly path: string;
  readonly body: object;
  /** Another process than the test's own. */
  readonly app?: Pick<TestApp, 'url'>;
}

export interface Landed {
  readonly status: number;
  readonly code: string | null;
  readonly id: string | null;
  readonly milliseconds: number;
}

export interface StormFigures {
  readonly statuses: Readonly<Record<string, number>>;
  readonly p50: number;
  readonly p99: number;
}

/** Sends all requests at once with one token and waits for every answer. */
export async function storm(app: TestApp, token: string, shots: readonly Shot[]): Promise<Landed[]> {
  return Promise.all(shots.map((shot) => fire(shot.app ?? app, token, shot)));
}

async function fire(app: Pick<TestApp, 'url'>, token: string, { path, body }: Shot): Promise<Landed> {
  const started = performance.now();
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const answer = await fetch(`${app.url}/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  const { code, id } = (await answer.json()) as { code?: string; id?: string };
  return { status: answer.status, code: code ?? null, id: id ?? null, milliseconds: performance.now() - started };
}

/** Counts by status and code, and the percentiles in whole milliseconds. */
export function figuresOf(landed: readonly Landed[]): StormFigures {
  const statuses: Record<string, number> = {};
  for (const { status, code } of landed) {
    const key = code === null ? String(status) : `${status} ${code}`;
    statuses[key] = (statuses[key] ?? 0) + 1;
  }
  const times = landed.map((each) => each.milliseconds).sort((a, b) => a - b);
  const at = (share: number): number => Math.round(times[Math.min(times.length - 1, Math.ceil(times.length * share) - 1)] ?? 0);
  return { statuses, p50: at(0.5), p99: at(0.99) };
}

/** Accepted referrals about as many youths, written straight into the tables: a storm is not about raising them. */
export async function acceptedReferrals(app: TestApp, org: Organisation, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId());
  const youths = ids.map(() => newId());
  await app.inTx(async (tx) => {
    await tx.query(
      `INSERT INTO youth (id, cpr_cipher, cpr_index, first_name, last_name, birth_date, department_id, status, known_since, created_at, updated_at)
       SELECT id, sealed, mark, 'Ung', 'Nummer', $3::date - interval '20 years', $4, 'referred', $3, $5, $5 FROM unnest($1::uuid[], $2::bytea[], $6::bytea[]) AS y (id, mark, sealed)`,
      [youths, youths.map(() => randomBytes(32)), tx.today, org.unit.ungeenhed, tx.now, youths.map((id) => seal(app.config.sealingKeys, placeOf(YOUTH_CPR, id), randomBytes(10)))],
    );
    await tx.query(
      `INSERT INTO referral (id, youth_id, type, type_id, purpose, reason, areas, belongs, belongs_outcome, author_id, author_department_id, state, created_at, accepted_at)
       SELECT r.id, r.youth_id, 'coordination', t.id, 'coordinate', 'Storm', '{social}', '{}', 'yes', $3, $4, 'accepted', $5, $5
       FROM unnest($1::uuid[], $2::uuid[]) AS r (id, youth_id), referral_type t WHERE t.code = 'coordination' AND t.in_force_to IS NULL`,
      [ids, youths, org.staff.freja, org.unit.ungeenhed, tx.now],
    );
    await tx.query(
      `INSERT INTO youth_access (id, youth_id, role, scope, ground, source_id, from_at)
       SELECT a.id, a.youth_id, 'meeting_secretary', 'full', 'open_referral', a.source_id, $4 FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS a (id, youth_id, source_id)`,
      [youths.map(() => newId()), youths, ids, tx.now],
    );
  });
  return ids;
}

/** More staff of Ungeenheden, for days and items that must not share people by accident. */
export async function moreStaff(app: TestApp, org: Organisation, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId());
  await app.inTx((tx) => tx.query(
    `INSERT INTO staff_member (id, name, email, department_id, created_at)
     SELECT id, 'Vikar ' || n, 'vikar-' || id || '@noerreborg.example', $2, $3 FROM unnest($1::uuid[]) WITH ORDINALITY AS s (id, n)`,
    [ids, org.unit.ungeenhed, tx.now],
  ));
  return ids;
}

/** Deadlocks that the database has seen so far. */
export async function deadlocks(app: TestApp): Promise<number> {
  const [row] = await app.inTx((tx) => tx.query<{ n: number }>('SELECT deadlocks::int AS n FROM pg_stat_database WHERE datname = current_database()'));
  return row?.n ?? -1;
}
