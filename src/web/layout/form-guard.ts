import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { identityOf } from '../../auth/current-actor.js';
import { forbidden } from '../../platform/errors/domain-error.js';
import { sameSecret } from '../../platform/http/same-secret.js';
import { takeHidden, takeNonce } from './sent-form.js';

/** Lets a form through only from a page of ours: the same site, and the session's token when somebody is signed in. */
@Injectable()
export class FormGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (request.method === 'GET' || request.method === 'HEAD') return true;
    const { session } = identityOf(request);
    takeNonce(request);
    if (fromElsewhere(request) || (session !== null && !sameSecret(takeHidden(request, '_csrf'), session.csrfSecret))) {
      throw forbidden('foreign_form', 'Siden har været åben for længe eller kom fra et andet sted. Hent siden igen, og prøv en gang til.');
    }
    return true;
  }
}

function fromElsewhere(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  return site === 'cross-site' || site === 'same-site';
}
