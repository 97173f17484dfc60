import { Body, Controller, Headers, HttpCode, Post, Req } from '@nestjs/common';
import { ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { definePolicy, Policy } from '../../auth/policy.js';
import { Config } from '../../platform/config/config.js';
import { systemActor } from '../../platform/database/actor.js';
import { Database } from '../../platform/database/database.js';
import { DomainError, invalid, notFound } from '../../platform/errors/domain-error.js';
import { bearsToken } from '../../platform/http/same-secret.js';
import { Logger } from '../../platform/logging/logger.js';
import { readReply } from './read-reply.js';
import { type ReplyOutcome, takeReply } from './take-reply.js';

/** A mail gateway with a token of its own; it is nobody who signs in. */
const handInReplies = definePolicy('invitations.hand_in_replies', 'public');

/** Takes mails that came to the service's mailbox. What is not an answer to an invitation has no effect, and gets the same 202. */
@ApiTags('invitations')
@Controller('api/v1/mail-replies')
export class MailRepliesController {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
    private readonly logger: Logger,
  ) {}

  @Post()
  @HttpCode(202)
  @ApiConsumes('message/rfc822')
  @Policy(handInReplies)
  async take(@Headers('authorization') authorization: string | undefined, @Body() body: unknown, @Req() request: FastifyRequest): Promise<void> {
    this.requireGateway(authorization);
    if (!Buffer.isBuffer(body)) throw invalid([{ field: 'body', code: 'media_type', message: 'Send mailen, som den kom, som message/rfc822.' }]);
    this.logger.info('mail reply', { requestId: request.id, code: await this.outcomeOf(body, request.id) });
  }

  private async outcomeOf(body: Buffer, requestId: string): Promise<ReplyOutcome | 'no_reply'> {
    const reply = await readReply(body);
    return reply === null ? 'no_reply' : this.db.transaction(systemActor(requestId), (tx) => takeReply(tx, reply));
  }

  private requireGateway(authorization: string | undefined): void {
    const { MAIL_REPLY_TOKEN: token } = this.config;
    if (token === undefined) throw notFound();
    if (bearsToken(authorization, token)) return;
    throw new DomainError('unauthenticated', 'not_signed_in', 'Adgangen mangler eller er forkert.');
  }
}
