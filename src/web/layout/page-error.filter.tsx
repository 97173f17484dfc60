import { type ArgumentsHost, Catch } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { identityOf } from '../../auth/current-actor.js';
import type { Config } from '../../platform/config/config.js';
import { asDomainError, ErrorFilter, problemOf } from '../../platform/errors/error.filter.js';
import { matchedPath } from '../../platform/http/matched-path.js';
import type { Logger } from '../../platform/logging/logger.js';
import { Document } from './document.js';
import { ErrorPage } from './error-page.js';
import { seeOther, sendPage } from './send-page.js';
import { signInFor } from './way-back.js';

/** A person who asked for a page gets a page back, also when it went wrong; programs get problem details. */
@Catch()
export class PageErrorFilter extends ErrorFilter {
  constructor(
    private readonly log: Logger,
    private readonly config: Config,
  ) {
    super(log);
  }

  override catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    if (!wantsPage(request)) return super.catch(thrown, host);
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const error = asDomainError(thrown);
    if (error?.kind === 'unauthenticated' && (request.method === 'GET' || matchedPath(request) === '/log-ud')) return seeOther(reply, signInFor(request.url));
    if (error === null) this.log.fault('page failed', thrown, { requestId: request.id });
    const { status, body } = problemOf(error, request.id);
    const { actor, session } = identityOf(request);
    const viewer = session === null ? null : { actor, csrf: session.csrfSecret };
    sendPage(reply, (
      <Document title="Det gik ikke" municipality={this.config.MUNICIPALITY} viewer={viewer}>
        <ErrorPage title={String(body['title'])} requestId={error === null ? request.id : null} unsent={error?.kind === 'unauthenticated'} />
      </Document>
    ), status);
  }
}

function wantsPage(request: FastifyRequest): boolean {
  const path = matchedPath(request);
  return !path.startsWith('/api/') && !path.startsWith('/k/') && (request.headers.accept ?? '').includes('text/html');
}
