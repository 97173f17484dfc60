import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Policy } from '../../../auth/policy.js';
import { readBookings } from '../../../meetings/bookings/bookings.policies.js';
import { Pages } from '../../layout/pages.js';
import { ItemQuery } from '../item-query.js';
import { PostFront } from './post-front.js';

/** What leaves the house about an item, and to whom. */
@Controller('punkter/:id/breve')
export class PostPage {
  constructor(
    private readonly pages: Pages,
    private readonly front: PostFront,
  ) {}

  @Get()
  @Policy(readBookings)
  show(@Param('id') id: string, @Query() query: ItemQuery, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.show(reply, (tx) => this.front.draw(tx, id, null, query));
  }
}
