import { randomBytes } from 'node:crypto';
import { get } from 'node:http';
import { hashOfToken } from '../../../src/auth/session-store.js';
import type { Stage } from './stage.js';

const WRITE = `
  INSERT INTO feed (id, token_hash, owner_id, scope, scope_id, created_at, expires_at)
  SELECT gen_random_uuid(), t.hash, owner.id, s.scope, CASE s.scope WHEN 'department' THEN owner.department_id WHEN 'series' THEN $3::uuid END, now(), now() + interval '1 year'
  FROM unnest($1::bytea[]) WITH ORDINALITY AS t (hash, n)
    JOIN LATERAL (SELECT ($2::uuid[])[1 + t.n % cardinality($2::uuid[])] AS id) picked ON true JOIN staff_member owner ON owner.id = picked.id
    CROSS JOIN LATERAL (SELECT (ARRAY['series', 'department', 'mine'])[1 + t.n % 3] AS scope) s`;

/** So many subscriptions of many people to calendars of every kind, written straight into the table; their addresses, without host. */
export async function subscriptions(stage: Stage, count: number): Promise<string[]> {
  const tokens = Array.from({ length: count }, () => unknownToken());
  await stage.query(WRITE, [tokens.map((token) => hashOfToken(token)), stage.world.extras, stage.world.seriesId]);
  return tokens.map((token) => addressOf(token));
}

export function unknownToken(): string {
  return randomBytes(32).toString('base64url');
}

/** The address of a token, without host. */
export function addressOf(token: string): string {
  return `/k/${token}/kalender.ics`;
}

/** The status that somebody at another address of this machine is answered. */
export async function statusFrom(localAddress: string, url: string): Promise<number> {
  return new Promise((answered, failed) => {
    get(url, { localAddress }, (answer) => answered(answer.resume().statusCode ?? 0)).on('error', failed);
  });
}
