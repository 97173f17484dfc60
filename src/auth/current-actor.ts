import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Actor, unknownActor } from '../platform/database/actor.js';
import type { Session } from './session-store.js';

/** What the guard has found out about a request. */
export interface RequestIdentity {
  readonly actor: Actor;
  readonly session: Session | null;
}

const identities = new WeakMap<FastifyRequest, RequestIdentity>();

/** Keeps who the guard found for the rest of the request. */
export function rememberIdentity(request: FastifyRequest, identity: RequestIdentity): void {
  identities.set(request, identity);
}

/** The identity that the guard found, or nobody. */
export function identityOf(request: FastifyRequest): RequestIdentity {
  return identities.get(request) ?? { actor: unknownActor('anonymous', request.id), session: null };
}

/** The actor of the request, for `db.transaction(actor, …)`. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor =>
  identityOf(context.switchToHttp().getRequest<FastifyRequest>()).actor);

/** The session of the request, for pages (CSRF) and sign-out; null where nobody is signed in. */
export const CurrentSession = createParamDecorator((_: unknown, context: ExecutionContext): Session | null =>
  identityOf(context.switchToHttp().getRequest<FastifyRequest>()).session);
