import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { allows, Policy } from '../../auth/policy.js';
import { Pages } from '../layout/pages.js';
import { Administration } from './administration.js';
import { administer } from './administration.policies.js';
import { PARTS } from './administration-parts.data.js';

@Controller('administration')
@Policy(administer)
export class AdministrationPage {
  constructor(private readonly pages: Pages) {}

  @Get()
  show(@Res() reply: FastifyReply): Promise<void> {
    return this.pages.show(reply, ({ actor }) =>
      Promise.resolve({ title: 'Administration', current: '/administration', content: <Administration parts={PARTS.filter(({ policy }) => allows(policy, actor))} /> }));
  }
}
