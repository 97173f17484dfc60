import { createHash } from 'node:crypto';

export type ResourceKind = 'staff' | 'youth' | 'room' | 'docket';

/** One resource taken from `from` up to, not including, `to`. A day's docket is itself a resource: its id is the day's. */
export interface Claim {
  readonly kind: ResourceKind;
  readonly resourceId: string;
  readonly from: Date;
  readonly to: Date;
  readonly meetingDayId: string;
  /** Null for what the day itself takes: the room, the chair and the standing members. */
  readonly bookingId: string | null;
}

/** A stretch of time in which a resource is already taken, and by what. */
export type Clash = Claim;

/** The key that a resource is locked by: 64 bits of a hash, the same in every process. */
export function lockKey(resourceId: string): bigint {
  return createHash('sha256').update(resourceId.toLowerCase()).digest().readBigInt64BE(0);
}

/** Every key once, in the one order in which all transactions take them. */
export function lockOrder(resourceIds: Iterable<string>): bigint[] {
  const keys = new Set<bigint>();
  for (const id of resourceIds) keys.add(lockKey(id));
  return [...keys].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** The claims without repetitions (a chair who also sits in the panel comes twice) in the order of their locks. */
export function inLockOrder(claims: readonly Claim[]): Claim[] {
  const once = new Map(claims.map((claim) => [`${claim.resourceId} ${claim.from.getTime()} ${claim.to.getTime()}`, claim]));
  const keyed = [...once.values()].map((claim) => ({ claim, key: lockKey(claim.resourceId) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.claim.from.getTime() - b.claim.from.getTime()));
  return keyed.map(({ claim }) => claim);
}
