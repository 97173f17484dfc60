import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { definePolicy, Policy } from '../../auth/policy.js';
import { Database } from '../../platform/database/database.js';

const health = definePolicy('operations.health', 'public');

/** Is the process up, and can it work? Says which part is broken. */
@Controller()
export class HealthController {
  constructor(private readonly db: Database) {}

  @Get('healthz')
  @Policy(health)
  alive(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('readyz')
  @Policy(health)
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<{ status: 'ok' | 'unavailable'; broken: string[] }> {
    const broken: string[] = [];
    await this.db.statement('ready', 'SELECT 1').catch(() => broken.push('database'));
    void reply.status(broken.length === 0 ? 200 : 503);
    return { status: broken.length === 0 ? 'ok' : 'unavailable', broken };
  }
}
