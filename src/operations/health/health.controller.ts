import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { definePolicy, Policy } from '../../auth/policy.js';
import { type Readiness, ReadinessReader } from './readiness.js';

const health = definePolicy('operations.health', 'public');

/** Is the process up, and can it work? Says which part is broken. */
@Controller()
export class HealthController {
  constructor(private readonly readiness: ReadinessReader) {}

  @Get('healthz')
  @Policy(health)
  alive(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('readyz')
  @Policy(health)
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Readiness> {
    const readiness = await this.readiness.read();
    void reply.status(readiness.status === 'unavailable' ? 503 : 200);
    return readiness;
  }
}
