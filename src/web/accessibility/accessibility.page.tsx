import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { definePolicy, Policy } from '../../auth/policy.js';
import { Config } from '../../platform/config/config.js';
import { Pages } from '../layout/pages.js';
import { AccessibilityStatement } from './accessibility.js';

const readStatement = definePolicy('pages.accessibility', 'public');

@Controller('tilgaengelighed')
export class AccessibilityPage {
  constructor(
    private readonly pages: Pages,
    private readonly config: Config,
  ) {}

  @Get()
  @Policy(readStatement)
  show(@Res() reply: FastifyReply): Promise<void> {
    return this.pages.show(reply, () => Promise.resolve({ title: 'Tilgængelighed', content: <AccessibilityStatement municipality={this.config.MUNICIPALITY} /> }));
  }
}
