import { createHash } from 'node:crypto';
import type { IdempotencyKey } from '../platform/http/idempotency.js';
import { invalid } from '../platform/errors/domain-error.js';
import { CPR_MESSAGES, Cpr } from './cpr/cpr.js';
import type { CprCipher } from './cpr/cpr-cipher.js';

/** Reads the field `cpr` of a request. @throws DomainError invalid that never repeats the number */
export function readCpr(text: string): Cpr {
  const reading = Cpr.read(text);
  if (reading.ok) return reading.cpr;
  throw invalid([{ field: 'cpr', code: reading.code, message: CPR_MESSAGES[reading.code] }]);
}

/**
 * An idempotency key whose body hash is taken over the blind index: a plain hash of a body with a CPR number could be
 * tried out against all numbers there are.
 */
export function keyOverBlindIndex(key: IdempotencyKey | null, cipher: CprCipher, cpr: Cpr, rest: object): IdempotencyKey | null {
  if (key === null) return null;
  const bodyHash = createHash('sha256').update(cipher.blindIndex(cpr)).update(JSON.stringify(rest)).digest();
  return { ...key, bodyHash };
}
