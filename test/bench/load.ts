import { connect, type Socket } from 'node:net';
import { once } from 'node:events';

/** The next request as it goes over the wire; null when there are no more. */
export type NextRequest = () => Buffer | null;

/** What a server did under load. */
export interface Load {
  readonly requests: number;
  readonly perSecond: number;
  /** Milliseconds from a request to its whole answer. */
  readonly p50: number;
  readonly p99: number;
}

export interface LoadPlan {
  readonly url: string;
  readonly connections: number;
  readonly status: number;
  readonly next: NextRequest;
}

/**
 * Keeps some connections busy until there are no more requests. A client of its own, because it must cost little beside the two
 * servers: it speaks just enough HTTP for answers with a Content-Length.
 * @throws Error when an answer has another status
 */
export async function load({ url, connections, status, next }: LoadPlan): Promise<Load> {
  const times: number[] = [];
  const started = performance.now();
  await Promise.all(Array.from({ length: connections }, () => keepBusy(new URL(url), status, next, times)));
  const seconds = (performance.now() - started) / 1000;
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.min(times.length - 1, Math.ceil(times.length * share) - 1)] ?? 0;
  return { requests: times.length, perSecond: times.length / seconds, p50: at(0.5), p99: at(0.99) };
}

/** A request that is repeated for so many seconds. */
export function during(seconds: number, request: Buffer): NextRequest {
  const end = performance.now() + seconds * 1000;
  return () => (performance.now() < end ? request : null);
}

/** Each request once. */
export function eachOnce(requests: readonly Buffer[]): NextRequest {
  let sent = 0;
  return () => requests[sent++] ?? null;
}

/** The bytes of a request. */
export function requestOf(method: 'GET' | 'POST', path: string, headers: Readonly<Record<string, string>>, body?: object): Buffer {
  const content = body === undefined ? '' : JSON.stringify(body);
  const all = { host: '127.0.0.1', ...headers, ...(body !== undefined && { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(content)) }) };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${content}`);
}

async function keepBusy(url: URL, status: number, next: NextRequest, times: number[]): Promise<void> {
  const socket = connect(Number(url.port), url.hostname);
  socket.setNoDelay(true);
  await once(socket, 'connect');
  try {
    for (let request = next(); request !== null; request = next()) {
      const asked = performance.now();
      const answer = await exchange(socket, request);
      times.push(performance.now() - asked);
      if (answer.status !== status) throw new Error(`answered ${answer.status} in place of ${status}: ${answer.body}`);
    }
  } finally {
    socket.destroy();
  }
}

interface Answer {
  readonly status: number;
  readonly body: string;
}

function exchange(socket: Socket, request: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let received: Buffer = Buffer.alloc(0);
    const done = (settle: () => void): void => {
      socket.removeAllListeners();
      settle();
    };
    socket.on('data', (chunk: Buffer) => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
      const answer = wholeAnswer(received);
      if (answer !== null) done(() => resolve(answer));
    });
    socket.on('error', (error) => done(() => reject(error)));
    socket.on('close', () => done(() => reject(new Error('the server closed the connection'))));
    socket.write(request);
  });
}

/** The answer when all of it is here, else null. */
function wholeAnswer(received: Buffer): Answer | null {
  const end = received.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const head = received.toString('latin1', 0, end);
  const status = Number(head.slice(9, 12));
  const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
  if (received.length < end + 4 + length) return null;
  return { status, body: status < 400 ? '' : received.toString('utf8', end + 4) };
}
