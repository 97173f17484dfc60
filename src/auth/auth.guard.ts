import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { type Actor, unknownActor } from '../platform/database/actor.js';
import { Database } from '../platform/database/database.js';
import { DomainError, forbidden } from '../platform/errors/domain-error.js';
import { matchedPath } from '../platform/http/matched-path.js';
import { rememberIdentity, type RequestIdentity } from './current-actor.js';
import { type AccessPolicy, allows, POLICY } from './policy.js';
import { SessionCookie } from './session-cookie.js';
import { SessionStore } from './session-store.js';

/** Denies by default: a route opens only to whom its policy names. The API takes Bearer tokens only, pages the cookie only. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionStore,
    private readonly cookie: SessionCookie,
    private readonly db: Database,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const policy = this.reflector.getAllAndOverride<AccessPolicy | undefined>(POLICY, [context.getHandler(), context.getClass()]);
    if (policy === undefined) throw forbidden('route_without_policy', 'Siden er ikke åbnet for nogen.');
    const identity = await this.identify(request);
    rememberIdentity(request, identity);
    if (!allows(policy, identity.actor)) await this.refuse(policy, identity.actor);
    return true;
  }

  private async identify(request: FastifyRequest): Promise<RequestIdentity> {
    const api = matchedPath(request).startsWith('/api/');
    const token = api ? /^Bearer ([\w-]{20,100})$/.exec(request.headers.authorization ?? '')?.[1] : this.cookie.read(request);
    const { url: handler } = request.routeOptions;
    const found = token === undefined ? null : await this.sessions.find(token, api ? 'bearer' : 'page', request.id);
    const { actor, session } = found ?? { actor: unknownActor('anonymous', request.id), session: null };
    return { actor: { ...actor, ...(handler !== undefined && { handler }) }, session };
  }

  private async refuse(policy: AccessPolicy, actor: Actor): Promise<never> {
    if (actor.kind !== 'staff') throw new DomainError('unauthenticated', 'not_signed_in', 'Du er ikke logget ind, eller din session er udløbet. Log ind igen.');
    const refusal = forbidden('not_allowed', 'Din rolle giver ikke adgang til dette.');
    await this.db.noteDenied(actor, refusal, { type: 'policy', id: policy.name });
    throw refusal;
  }
}
