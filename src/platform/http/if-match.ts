import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { invalid, precondition } from '../errors/domain-error.js';

/** The row version that the caller last saw, from `If-Match: "7"`. Required where it is asked for. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  const version = /^(?:W\/)?"?(\d{1,9})"?$/.exec(typeof header === 'string' ? header : '')?.[1];
  if (version === undefined) {
    throw invalid([{ field: 'If-Match', code: 'required', message: 'Send rækkens version i If-Match.' }]);
  }
  return Number(version);
});

/**
 * Refuses a change to a row that somebody else has saved since.
 * @param present what stands now, sent along so that the caller can show both
 * @throws DomainError precondition `changed_meanwhile`
 */
export function requireVersion(actual: number, expected: number, present: Readonly<Record<string, unknown>>): void {
  if (actual !== expected) {
    throw precondition('En anden har gemt i mellemtiden. Se, hvad der står nu, og gem igen.', { present });
  }
}
