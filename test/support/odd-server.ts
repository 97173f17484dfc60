import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that answers each request as told, with a status and nothing else. */
export interface OddServer {
  /** Name and port. */
  readonly host: string;
  answer: (method: string) => number | 'hang';
  stop(): Promise<void>;
}

/** What goes with a status: another server, or that it wants to be left alone for a quarter of an hour. */
const HEADERS: Readonly<Record<number, Record<string, string>>> = { 302: { location: 'http://169.254.169.254/' }, 429: { 'retry-after': '900' } };

export async function startOddServer(): Promise<OddServer> {
  const server = createServer((request, reply) => {
    const status = odd.answer(request.method ?? '');
    if (status !== 'hang') reply.writeHead(status, HEADERS[status] ?? {}).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const odd: OddServer = {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    answer: () => 500,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
  return odd;
}
