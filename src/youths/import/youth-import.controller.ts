import { Body, Controller, Get, Headers, HttpCode, HttpStatus, Param, Post, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentActor } from '../../auth/current-actor.js';
import { Policy } from '../../auth/policy.js';
import type { Actor } from '../../platform/database/actor.js';
import { invalid } from '../../platform/errors/domain-error.js';
import { Idempotency, type IdempotencyKey } from '../../platform/http/idempotency.js';
import { importYouths } from '../youths.policies.js';
import { toAnswer, type YouthImportAnswer } from './youth-import.answer.js';
import { YouthImportService, type SentFile } from './youth-import.service.js';

@ApiTags('youths')
@Controller('api/v1/youth-imports')
@Policy(importYouths)
export class YouthImportController {
  constructor(private readonly imports: YouthImportService) {}

  /** 200 with the outcome; 202 for a file so large that its lines land as jobs: ask again by its id. */
  @Post()
  @HttpCode(HttpStatus.OK)
  @ApiConsumes('text/csv')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  async create(
    @CurrentActor() actor: Actor,
    @Body() body: unknown,
    @Headers('content-type') contentType: string | undefined,
    @Idempotency() key: IdempotencyKey | null,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<YouthImportAnswer> {
    const answer = toAnswer(await this.imports.import(actor, sentFile(body, contentType), key));
    if (answer.state === 'running') reply.status(HttpStatus.ACCEPTED);
    return answer;
  }

  @Get(':id')
  async get(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<YouthImportAnswer> {
    return toAnswer(await this.imports.read(actor, id));
  }
}

function sentFile(body: unknown, contentType: string | undefined): SentFile {
  if (!Buffer.isBuffer(body)) {
    throw invalid([{ field: 'file', code: 'media_type', message: 'Send filen som text/csv.' }]);
  }
  return { bytes: body, charset: /;\s*charset="?([\w-]+)"?/i.exec(contentType ?? '')?.[1] };
}
