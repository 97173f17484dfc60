import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import { type DynamicModule, ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { ValidationError } from 'class-validator';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config/config.js';
import { invalid } from '../errors/domain-error.js';
import { ErrorFilter } from '../errors/error.filter.js';
import { fieldErrors } from '../errors/validation-messages.js';
import { Logger } from '../logging/logger.js';

const BODY_LIMIT = 1024 * 1024;
const MAIL_LIMIT = 512 * 1024;
const FILE_LIMIT = 20 * 1024 * 1024;

/** Headers of every answer; nothing inline, nothing framed, nothing from elsewhere. */
const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** What the application adds to the bare HTTP server. */
export interface HttpParts {
  readonly errors?: (logger: Logger) => ErrorFilter;
  readonly prepare?: (app: NestFastifyApplication) => Promise<void>;
}

/** Builds the HTTP application: closed by default, strict about input, silent about values. */
export async function createHttpApp(module: DynamicModule, config: Config, parts: HttpParts = {}): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT, trustProxy: (_address, hop) => hop < config.TRUST_PROXY, genReqId: () => randomUUID(), forceCloseConnections: 'idle', return503OnClosing: false,
    routerOptions: { maxParamLength: 200 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, { logger: false, abortOnError: false });
  const logger = app.get(Logger);
  app.useLogger(logger);
  await app.register(cookie);
  await app.register(multipart, { attachFieldsToBody: 'keyValues', limits: { fileSize: FILE_LIMIT, files: 1, fields: 50 } });
  prepareFastify(adapter.getInstance(), config, logger);
  app.useGlobalPipes(new ValidationPipe({
    whitelist: true, forbidNonWhitelisted: true, transform: true, stopAtFirstError: false,
    exceptionFactory: (errors: ValidationError[]) => invalid(fieldErrors(errors)),
  }));
  app.useGlobalFilters(parts.errors?.(logger) ?? new ErrorFilter(logger));
  await parts.prepare?.(app);
  app.enableShutdownHooks([]);
  return app;
}

function prepareFastify(fastify: FastifyInstance, config: Config, logger: Logger): void {
  fastify.addContentTypeParser('text/csv', { parseAs: 'buffer', bodyLimit: FILE_LIMIT }, (_request, body, done) => done(null, body));
  fastify.addContentTypeParser('message/rfc822', { parseAs: 'buffer', bodyLimit: MAIL_LIMIT }, (_request, body, done) => done(null, body));
  let closing = false;
  fastify.addHook('preClose', async () => {
    closing = true;
  });
  fastify.addHook('onSend', async (_request: FastifyRequest, reply: FastifyReply) => {
    for (const [name, value] of Object.entries(HEADERS)) if (!reply.hasHeader(name)) reply.header(name, value);
    if (config.secure) reply.header('strict-transport-security', 'max-age=31536000');
    if (closing) reply.header('connection', 'close'); // else the client's idle connection would keep the process alive
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  });
  fastify.addHook('onResponse', async (request: FastifyRequest, reply: FastifyReply) => {
    logger.info('request', {
      requestId: request.id, method: request.method, route: request.routeOptions.url ?? 'unknown', status: reply.statusCode, milliseconds: Math.round(reply.elapsedTime),
    });
  });
}
