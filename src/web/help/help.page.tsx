import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { definePolicy, Policy } from '../../auth/policy.js';
import { notFound } from '../../platform/errors/domain-error.js';
import { openTo } from '../layout/open-to.js';
import { Pages } from '../layout/pages.js';
import { HelpIndex, HelpPage } from './help.js';
import { helpTopic } from './help-topics.data.js';

const readHelp = definePolicy('pages.help', 'signed_in');

@Controller('hjaelp')
@Policy(readHelp)
export class HelpPages {
  constructor(private readonly pages: Pages) {}

  @Get()
  index(@Res() reply: FastifyReply): Promise<void> {
    return this.pages.show(reply, () => Promise.resolve({ title: 'Hjælp', current: '/hjaelp', content: <HelpIndex /> }));
  }

  @Get(':slug')
  topic(@Param('slug') slug: string, @Res() reply: FastifyReply): Promise<void> {
    const topic = helpTopic(slug);
    if (topic === undefined) throw notFound();
    return this.pages.show(reply, ({ actor }) => Promise.resolve({
      title: topic.title, current: '/hjaelp', content: <HelpPage {...topic} mayGo={topic.screen !== null && openTo(actor, topic.screen.href)} />,
    }));
  }
}
