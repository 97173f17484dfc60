import { timingSafeEqual } from 'node:crypto';

/** Whether two secrets are the same, in a time that tells nothing of where they differ. */
export function sameSecret(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** Whether the header `authorization` holds the token. */
export function bearsToken(authorization: string | undefined, token: string): boolean {
  return sameSecret(authorization ?? '', `Bearer ${token}`);
}
