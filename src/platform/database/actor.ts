import { randomUUID } from 'node:crypto';

export const ROLES = ['caseworker', 'team_leader', 'meeting_secretary', 'chair', 'admin', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

/** Who stands behind a transaction: a signed-in person, the queue, a calendar feed or nobody yet. */
export interface Actor {
  readonly kind: 'staff' | 'system' | 'feed' | 'anonymous';
  readonly staffId: string | null;
  readonly name: string | null;
  readonly roles: readonly Role[];
  readonly departmentId: string | null;
  readonly requestId: string;
  /** The pattern of the route, the kind of message or the schedule at work: for the log of what went wrong. */
  readonly handler?: string;
}

/** The actor of queue jobs, sweeps and start-up work. */
export function systemActor(requestId: string = randomUUID(), handler?: string): Actor {
  return { kind: 'system', staffId: null, name: null, roles: [], departmentId: null, requestId, ...(handler !== undefined && { handler }) };
}

/** Somebody who has not signed in, or holds only a feed token. */
export function unknownActor(kind: 'anonymous' | 'feed', requestId: string): Actor {
  return { kind, staffId: null, name: null, roles: [], departmentId: null, requestId };
}

/** True when the actor holds at least one of the roles. */
export function hasRole(actor: Actor, ...roles: readonly Role[]): boolean {
  return roles.some((role) => actor.roles.includes(role));
}

/** The staff id of a signed-in actor; a route that reaches here without one is a programming error. */
export function staffIdOf(actor: Actor): string {
  if (actor.staffId === null) throw new Error('this action needs a signed-in person');
  return actor.staffId;
}
