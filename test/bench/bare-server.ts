// What our server is measured against: plain Fastify and pg that do in the database exactly what ours did, and know what to answer.
import { createHash } from 'node:crypto';
import Fastify, { type FastifyInstance } from 'fastify';
import pg from 'pg';
import { connectionOptions, WEB_LIMITS } from '../../src/platform/database/data-source.js';
import { newId } from '../../src/platform/database/ids.js';
import type { BareOrders, Plan } from './bare-orders.js';
import type { Statement } from './record.js';
import { serveParent } from './serve-parent.js';

const AUDIT_COLUMNS = 14;

function startBare({ databaseUrl, pool: max, plans, feed }: BareOrders): Promise<string> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max, options: connectionOptions(WEB_LIMITS), keepAlive: true });
  const app = Fastify({ bodyLimit: 1024 * 1024 });
  const planned = new Map(plans.map((plan) => [plan.key, plan]));
  const answer = (key: string, authorization: string | undefined): Promise<unknown> => carryOut(pool, planned.get(key), authorization);
  app.get('/api/v1/docket', (request) => answer(request.url, request.headers.authorization));
  app.post<{ Body: { referralId: string } }>('/api/v1/bookings', async (request, reply) => {
    void reply.code(201);
    return answer(request.body.referralId, request.headers.authorization);
  });
  if (feed !== null) serveFeed(app, pool, feed.etag);
  return app.listen({ port: 0, host: '127.0.0.1' });
}

/** A calendar that has not changed: checks the token, compares the tag. */
function serveFeed(app: FastifyInstance, pool: pg.Pool, etag: string): void {
  app.get<{ Params: { token: string } }>('/k/:token/kalender.ics', async (request, reply) => {
    const values = [hashOf(request.params.token)];
    const text = 'SELECT id, scope FROM feed WHERE token_hash = $1 AND revoked_at IS NULL AND expires_at > now()';
    const { rows } = await pool.query({ name: 'feed-token', text, values });
    if (rows.length === 0 || request.headers['if-none-match'] !== etag) return reply.code(404).send();
    return reply.code(304).header('etag', etag).header('cache-control', 'private, no-cache').send();
  });
}

async function carryOut(pool: pg.Pool, plan: Plan | undefined, authorization: string | undefined): Promise<unknown> {
  if (plan === undefined || authorization === undefined) throw new Error('nothing was recorded for this request');
  const [, ...rest] = plan.lookup.values;
  const session = await pool.query({ ...plan.lookup, values: [hashOf(authorization.slice('Bearer '.length)), ...rest] });
  if (session.rows.length === 0) throw new Error('the session is over');
  const client = await pool.connect();
  try {
    for (const statement of plan.transaction) await client.query({ ...statement, values: valuesOf(statement) });
  } finally {
    client.release();
  }
  return plan.answer;
}

/** The same values, but for the ids of audit entries: the same request may come again. */
function valuesOf({ name, values }: Statement): unknown[] {
  if (name?.startsWith('audit-insert-') !== true) return [...values];
  return values.map((value, i) => (i % AUDIT_COLUMNS === 0 ? newId() : value));
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

serveParent(startBare);
