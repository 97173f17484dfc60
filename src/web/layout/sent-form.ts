import { createHash, createHmac } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { isId } from '../../platform/database/ids.js';
import type { IdempotencyKey } from '../../platform/http/idempotency.js';

const nonces = new WeakMap<FastifyRequest, string>();

/** Takes a hidden field of the frame out of the body, so that the page's own input stays strict about unknown fields. */
export function takeHidden(request: FastifyRequest, name: '_csrf' | '_once'): string {
  const body = request.body;
  if (typeof body !== 'object' || body === null || !(name in body)) return '';
  const fields = body as Record<string, unknown>;
  const value = fields[name];
  delete fields[name];
  return typeof value === 'string' ? value : '';
}

/** Remembers the number that was drawn with the form, if it carries one. */
export function takeNonce(request: FastifyRequest): void {
  const nonce = takeHidden(request, '_once');
  if (isId(nonce)) nonces.set(request, nonce);
}

/**
 * What makes a form that was sent the same one (`oncePerForm`); null when it carries no number. The number itself is kept nowhere:
 * it is the key of the content's hash, so that nobody can try names or CPR numbers against what is kept.
 */
export function sentForm(request: FastifyRequest): IdempotencyKey | null {
  const nonce = nonces.get(request);
  if (nonce === undefined) return null;
  const content = JSON.stringify([request.url, request.body ?? null]);
  return {
    key: `form ${createHash('sha256').update(nonce).digest('hex')}`,
    route: `${request.method} ${request.routeOptions.url ?? ''}`,
    bodyHash: createHmac('sha256', nonce).update(content).digest(),
  };
}
