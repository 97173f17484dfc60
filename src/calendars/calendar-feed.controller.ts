import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { definePolicy, Policy } from '../auth/policy.js';
import { DomainError, notFound } from '../platform/errors/domain-error.js';
import { AddressBrake } from './address/address-brake.js';
import { FeedReader, type OpenFeed } from './feed-reader.js';

/** Whoever holds the token: calendar programs cannot sign in. The feed is harmless if it leaks. */
const fetchFeed = definePolicy('feeds.fetch', 'public');

const TOKEN = /^[\w-]{43}$/;
const HEADERS = { 'cache-control': 'private, no-cache', 'x-robots-tag': 'noindex, nofollow' } as const;

@Controller('k')
export class CalendarFeedController {
  private readonly brake = new AddressBrake();

  constructor(private readonly feeds: FeedReader) {}

  @Get(':token/kalender.ics')
  @Policy(fetchFeed)
  async serve(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const feed = await this.open(token, request.ip);
    if (feed.stale && !feed.ended) await this.feeds.noteFetch(feed, agentOf(request));
    const known = request.headers['if-none-match'];
    const current = known === undefined ? null : await this.feeds.etag(feed);
    if (current !== null && isKnown(known, current)) return void reply.code(304).headers({ ...HEADERS, etag: current }).send();
    const { body, etag } = await this.feeds.read(feed);
    void reply.headers({ ...HEADERS, etag, 'content-disposition': 'inline; filename="kalender.ics"' }).type('text/calendar; charset=utf-8').send(body);
  }

  private async open(token: string, address: string): Promise<OpenFeed> {
    this.stopGuesser(address);
    const feed = TOKEN.test(token) ? await this.feeds.find(token) : null;
    if (feed !== null) return feed;
    // Many guesses at once are all looked up before the first of them is known to be wrong.
    this.stopGuesser(address);
    this.brake.miss(address, Date.now());
    throw notFound();
  }

  private stopGuesser(address: string): void {
    if (this.brake.stops(address, Date.now())) throw new DomainError('rate_limited', 'too_many_unknown_feeds', 'For mange ukendte adresser. Vent et minut.');
  }
}

/** Whether the client already has this content (RFC 9110, section 13.1.2: weak comparison). */
function isKnown(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header === etag || header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag || tag.trim() === '*');
}

function agentOf(request: FastifyRequest): string | null {
  return request.headers['user-agent']?.slice(0, 100) ?? null;
}
