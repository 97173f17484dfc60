import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Config } from '../../platform/config/config.js';
import type { Logger } from '../../platform/logging/logger.js';
import { mayReadMetrics } from './metrics-token.js';
import type { ProcessMetrics } from './process-metrics.js';

/**
 * Answers `GET /metrics` with the worker's own figures, on `HOST` and `WORKER_METRICS_PORT`, to whoever holds `METRICS_TOKEN`. Without
 * both settings no port is opened; one that is taken is logged, and the work goes on. Returns what closes it.
 */
export async function serveWorkerMetrics(config: Config, metrics: ProcessMetrics, logger: Logger): Promise<() => Promise<void>> {
  if (config.METRICS_TOKEN === undefined || config.WORKER_METRICS_PORT === undefined) return async () => undefined;
  const server = createServer((request, response) => void answer(config, metrics, request, response));
  server.listen(config.WORKER_METRICS_PORT, config.HOST);
  await once(server, 'listening').catch((error: unknown) => logger.fault("the worker's metrics cannot be served", error));
  return async () => {
    server.closeAllConnections();
    if (server.listening) await new Promise((closed) => server.close(closed));
  };
}

async function answer(config: Config, metrics: ProcessMetrics, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'GET' || request.url !== '/metrics' || !mayReadMetrics(config, request.headers.authorization)) {
    response.writeHead(404).end();
    return;
  }
  const registry = metrics.read();
  response.writeHead(200, { 'content-type': registry.contentType }).end(await registry.metrics());
}
