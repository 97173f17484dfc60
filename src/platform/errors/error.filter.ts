import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { fromPostgres } from '../database/postgres-errors.js';
import { Logger } from '../logging/logger.js';
import { DomainError, type ErrorKind, notFound } from './domain-error.js';
import { httpStatus } from './http-status.js';

const TITLES: Readonly<Record<number, { kind: ErrorKind; code: string; title: string }>> = {
  400: { kind: 'invalid', code: 'malformed', title: 'Forespørgslen kan ikke læses. Ret den og prøv igen.' },
  413: { kind: 'too_large', code: 'too_large', title: 'Det, du sender, er for stort. Del det op.' },
  415: { kind: 'invalid', code: 'media_type', title: 'Formatet kan ikke bruges her.' },
  429: { kind: 'rate_limited', code: 'rate_limited', title: 'Du har prøvet for mange gange. Vent lidt og prøv igen.' },
};

/** Turns what was thrown into a refusal of ours; null when it is a fault that nobody foresaw. */
export function asDomainError(thrown: unknown): DomainError | null {
  const error = fromPostgres(thrown);
  if (error instanceof DomainError) return error;
  const status = error instanceof HttpException ? error.getStatus() : statusOf(error);
  if (status === 404) return notFound();
  const known = status === undefined ? undefined : TITLES[status];
  return known === undefined ? null : new DomainError(known.kind, known.code, known.title);
}

function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return undefined;
  return typeof error.statusCode === 'number' ? error.statusCode : undefined;
}

/** The body of RFC 9457 with a closed code, a Danish title and the fields. */
export function problemOf(error: DomainError | null, requestId: string): { status: number; body: Record<string, unknown> } {
  if (error === null) {
    const title = 'Noget gik galt hos os. Intet er gemt. Prøv igen, og giv dette nummer videre, hvis det sker igen.';
    return { status: 500, body: { type: 'about:blank', status: 500, code: 'internal', title, requestId } };
  }
  const status = httpStatus(error.kind);
  const errors = error.errors.length > 0 ? { errors: error.errors } : {};
  return { status, body: { type: 'about:blank', status, code: error.code, title: error.title, ...errors, ...error.extra } };
}

/** Answers every failed API request with `application/problem+json`; logs only what nobody foresaw, without its values. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const error = asDomainError(thrown);
    if (error === null) this.logger.fault('request failed', thrown, { requestId: request.id });
    const { status, body } = problemOf(error, request.id);
    if (status === 503) void reply.header('retry-after', '2');
    void reply.status(status).header('cache-control', 'no-store').type('application/problem+json; charset=utf-8').send(body);
  }
}
