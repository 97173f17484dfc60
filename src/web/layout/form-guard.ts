import { timingSafeEqual } from 'node:crypto';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { identityOf } from '../../auth/current-actor.js';
import { forbidden } from '../../platform/errors/domain-error.js';

/** Lets a form through only from a page of ours: the same site, and the session's token when somebody is signed in. */
@Injectable()
export class FormGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (request.method === 'GET' || request.method === 'HEAD') return true;
    const { session } = identityOf(request);
    if (fromElsewhere(request) || (session !== null && !sameText(tokenOf(request), session.csrfSecret))) {
      throw forbidden('foreign_form', 'Siden har været åben for længe eller kom fra et andet sted. Hent siden igen, og prøv en gang til.');
    }
    return true;
  }
}

function fromElsewhere(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  return site === 'cross-site' || site === 'same-site';
}

/** Takes the token out of the body, so that the page's own input stays strict about unknown fields. */
function tokenOf(request: FastifyRequest): string {
  const body = request.body;
  if (typeof body !== 'object' || body === null || !('_csrf' in body)) return '';
  const token = body._csrf;
  delete (body as { _csrf?: unknown })._csrf;
  return typeof token === 'string' ? token : '';
}

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
