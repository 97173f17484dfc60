import { SetMetadata } from '@nestjs/common';
import { type Actor, hasRole, type Role } from '../platform/database/actor.js';

/** Who may call a route at all; what they may see behind it is decided by access rows. */
export interface AccessPolicy {
  readonly name: string;
  readonly who: 'public' | 'signed_in' | readonly Role[];
}

export const POLICY = 'overgang:policy';
const policies = new Map<string, AccessPolicy>();

/**
 * Declares a policy under a stable name.
 * @param who roles of which one is enough, everyone signed in, or the public
 * @throws Error when the name is taken
 */
export function definePolicy(name: string, who: AccessPolicy['who']): AccessPolicy {
  if (policies.has(name)) throw new Error(`two policies are named ${name}`);
  const policy = { name, who };
  policies.set(name, policy);
  return policy;
}

/** Names the policy of a route (or of all routes of a controller). A route without one is refused. */
export function Policy(policy: AccessPolicy): MethodDecorator & ClassDecorator {
  return SetMetadata(POLICY, policy);
}

/** Whether the actor may call the route at all; nobody but staff passes where it is not public. */
export function allows(policy: AccessPolicy, actor: Actor): boolean {
  if (policy.who === 'public') return true;
  if (actor.kind !== 'staff') return false;
  return policy.who === 'signed_in' || hasRole(actor, ...policy.who);
}
