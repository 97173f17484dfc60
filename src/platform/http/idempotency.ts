import { createHash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { staffIdOf } from '../database/actor.js';
import type { Tx } from '../database/tx.js';
import { invalid, rule } from '../errors/domain-error.js';

/** What makes a repeated POST the same one. `null` when the caller sent no key. */
export interface IdempotencyKey {
  readonly key: string;
  readonly route: string;
  readonly bodyHash: Buffer;
}

/** Hands a controller the request's `Idempotency-Key` (8 to 200 characters) with its route and body hash. */
export const Idempotency = createParamDecorator((_: unknown, context: ExecutionContext): IdempotencyKey | null => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const key = request.headers['idempotency-key'];
  if (key === undefined) return null;
  if (typeof key !== 'string' || key.length < 8 || key.length > 200) {
    throw invalid([{ field: 'Idempotency-Key', code: 'length', message: 'Nøglen skal være 8 til 200 tegn.' }]);
  }
  const route = `${request.method} ${request.routeOptions.url ?? ''} ${JSON.stringify(request.params ?? {})}`;
  const body = Buffer.isBuffer(request.body) ? request.body : JSON.stringify(request.body ?? null);
  const bodyHash = createHash('sha256').update(body).digest();
  return { key, route, bodyHash };
});

/**
 * Does the work once for a key: the key is written first, in the same transaction; a replay returns the first result's id
 * and the caller reads that result anew under today's access.
 * @throws DomainError rule `idempotency_key_reused` when the key came with another route or body
 */
export async function once(tx: Tx, key: IdempotencyKey | null, work: () => Promise<string>): Promise<string> {
  if (key === null) return work();
  const actorId = staffIdOf(tx.actor);
  const claimed = await tx.execute(
    `INSERT INTO idempotency_key (actor_id, key, route, body_hash, created_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
    [actorId, key.key, key.route, key.bodyHash, tx.now],
  );
  if (claimed === 0) return firstResult(tx, actorId, key);
  const resultId = await work();
  await tx.execute('UPDATE idempotency_key SET result_id = $3 WHERE actor_id = $1 AND key = $2', [actorId, key.key, resultId]);
  return resultId;
}

async function firstResult(tx: Tx, actorId: string, key: IdempotencyKey): Promise<string> {
  const [row] = await tx.query<{ route: string; body_hash: Buffer; result_id: string }>(
    'SELECT route, body_hash, result_id FROM idempotency_key WHERE actor_id = $1 AND key = $2', [actorId, key.key],
  );
  if (row === undefined || row.route !== key.route || !row.body_hash.equals(key.bodyHash)) {
    throw rule('idempotency_key_reused', 'Nøglen er brugt til noget andet. Send en ny Idempotency-Key.');
  }
  return row.result_id;
}
