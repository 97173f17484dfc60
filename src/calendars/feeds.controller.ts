import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { CurrentActor } from '../auth/current-actor.js';
import { definePolicy, Policy } from '../auth/policy.js';
import type { Actor } from '../platform/database/actor.js';
import { Database } from '../platform/database/database.js';
import { Idempotency, type IdempotencyKey, once } from '../platform/http/idempotency.js';
import { FEED_SCOPES, type FeedScope } from './feed.entity.js';
import { type FeedLine, FeedsService } from './feeds.service.js';

const ownFeeds = definePolicy('feeds.own', 'signed_in');

class FeedInput {
  @IsIn(FEED_SCOPES)
  scope!: FeedScope;

  /** The department or the series. */
  @IsOptional() @IsUUID()
  id?: string | null;
}

interface OpenedFeed {
  readonly id: string;
  /** Null in the answer to a repeated request: the address is shown once. */
  readonly url: string | null;
}

@Controller('api/v1/feeds')
export class FeedsController {
  constructor(
    private readonly db: Database,
    private readonly feeds: FeedsService,
  ) {}

  @Post()
  @Policy(ownFeeds)
  open(@CurrentActor() actor: Actor, @Body() input: FeedInput, @Idempotency() key: IdempotencyKey | null): Promise<OpenedFeed> {
    return this.db.transaction(actor, async (tx) => {
      let url: string | null = null;
      const id = await once(tx, key, async () => {
        const opened = await this.feeds.open(tx, { scope: input.scope, id: input.id ?? null });
        url = opened.url;
        return opened.id;
      });
      return { id, url };
    });
  }

  @Get()
  @Policy(ownFeeds)
  list(@CurrentActor() actor: Actor): Promise<{ items: FeedLine[]; nextCursor: null }> {
    return this.db.transaction(actor, async (tx) => ({ items: await this.feeds.list(tx), nextCursor: null }));
  }

  @Delete(':id')
  @HttpCode(204)
  @Policy(ownFeeds)
  revoke(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.db.transaction(actor, (tx) => this.feeds.revoke(tx, id));
  }
}
