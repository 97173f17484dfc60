import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Histogram, Registry } from 'prom-client';

const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.3, 0.5, 1, 2, 5];

/** How long requests take, by the pattern of their route: the address itself may name a youth. */
@Injectable()
export class HttpDurations {
  readonly registry = new Registry();
  private readonly durations = new Histogram({
    name: 'overgang_http_request_seconds', help: 'Duration of requests by route pattern', labelNames: ['method', 'route', 'status'], buckets: BUCKETS, registers: [this.registry],
  });

  /** Measures from now on. */
  measure(fastify: FastifyInstance): void {
    fastify.addHook('onResponse', async (request: FastifyRequest, reply: FastifyReply) => {
      const labels = { method: request.method, route: request.routeOptions.url ?? 'unknown', status: String(reply.statusCode) };
      this.durations.observe(labels, reply.elapsedTime / 1_000);
    });
  }
}
