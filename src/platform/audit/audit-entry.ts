import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Actor } from '../database/actor.js';

/** Dotted past tense: `referral.accepted`, `youth.opened`. */
export type AuditAction = `${string}.${string}`;

/** What was touched. Ids, dates and codes only: the trail holds no personal data. */
export interface AuditSubject {
  readonly type: string;
  readonly id: string | null;
  readonly youthIds?: readonly string[];
  /** The ground for access (= the purpose in the read log). */
  readonly ground?: string | null;
  readonly detail?: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
}

export interface AuditEntry {
  readonly id: string;
  readonly at: Date;
  readonly requestId: string;
  readonly actorKind: Actor['kind'];
  readonly actorId: string | null;
  readonly action: string;
  readonly outcome: 'done' | 'denied';
  readonly ground: string | null;
  readonly subjectType: string | null;
  readonly subjectId: string | null;
  readonly youthIds: readonly string[];
  readonly detail: Readonly<Record<string, unknown>>;
  readonly keyId: string;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}

/** The one text of an entry that its HMAC covers; independent of the order in which jsonb gives keys back. */
function canonicalText(entry: AuditEntry): string {
  return JSON.stringify([
    entry.id, entry.at.toISOString(), entry.requestId, entry.actorKind, entry.actorId, entry.action, entry.outcome,
    entry.ground, entry.subjectType, entry.subjectId, entry.youthIds, sorted(entry.detail), entry.keyId,
  ]);
}

/** HMAC-SHA256 of an entry, 32 bytes. */
export function auditHmac(entry: AuditEntry, key: Buffer): Buffer {
  return createHmac('sha256', key).update(canonicalText(entry)).digest();
}

/** The hash that closes a segment: the previous segment's hash, then each entry's id and HMAC in order. */
export function segmentHash(number: bigint, previous: Buffer, entries: readonly { id: string; hmac: Buffer }[], key: Buffer): Buffer {
  const hash = createHmac('sha256', key).update(String(number)).update(previous);
  for (const entry of entries) hash.update(entry.id).update(entry.hmac);
  return hash.digest();
}

/** Compares in a time that tells nothing of where they differ. */
export function sameBytes(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
