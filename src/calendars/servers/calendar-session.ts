import { lookup as resolve } from 'node:dns';
import { Agent as PlainAgent, type IncomingMessage, type RequestOptions, request as plainRequest } from 'node:http';
import { Agent as TlsAgent, request as tlsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { mayConnect } from './address-range.js';
import { type AllowedAddress, allowedAddress, type CalendarHost, literalAddress } from './calendar-hosts.js';
import { secondsToWait } from './retry-after.js';
import { problemOfStatus, ServerProblem, type ServerProblemCode } from './server-problem.js';

export interface SessionLimits {
  /** For one request with its whole answer, in milliseconds. */
  readonly timeoutMs: number;
  readonly mostBytes: number;
}

interface Asked {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
}

const MOST_REDIRECTS = 3;
/** Only what changes nothing is asked again at another address. */
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS', 'PROPFIND', 'REPORT']);
const WITHOUT_BODY = new Set([204, 205, 304]);

/**
 * Speaks with calendar servers in the form of `fetch`, within limits: listed hosts only, also after their name is resolved and
 * after a redirect; a time and a size; Content-Length always (Radicale refuses chunks); nothing compressed.
 */
export class CalendarSession {
  private readonly agents = {
    'http:': new PlainAgent({ keepAlive: true, maxSockets: 1 }),
    'https:': new TlsAgent({ keepAlive: true, maxSockets: 1, minVersion: 'TLSv1.2' }),
  };

  constructor(
    private readonly hosts: readonly CalendarHost[],
    private readonly limits: SessionLimits,
  ) {}

  /** @throws ServerProblem; an answer of any status is no problem here, but that of a server that is too busy */
  readonly fetch = async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    if (input instanceof Request) throw new TypeError('a calendar session takes an address');
    const body = typeof init.body === 'string' ? Buffer.from(init.body) : null;
    const headers = { ...Object.fromEntries(new Headers(init.headers)), 'accept-encoding': 'identity', ...(body !== null && { 'content-length': String(body.length) }) };
    return this.ask(allowedAddress(this.hosts, String(input)), { method: init.method ?? 'GET', headers, body }, MOST_REDIRECTS);
  };

  /** Closes the connections. */
  close(): void {
    for (const agent of Object.values(this.agents)) agent.destroy();
  }

  private async ask(address: AllowedAddress, asked: Asked, redirects: number): Promise<Response> {
    const signal = AbortSignal.timeout(this.limits.timeoutMs);
    const answer = await this.send(address, asked, signal);
    const { statusCode: status = 500, headers } = answer;
    if (status >= 300 && status < 400 && status !== 304) {
      answer.destroy();
      return this.follow(address, headers.location, asked, redirects);
    }
    if (problemOfStatus(status) === 'busy') {
      answer.destroy();
      throw new ServerProblem('busy', secondsToWait(headers['retry-after'], Date.now()));
    }
    const bytes = await this.read(answer, signal);
    return new Response(WITHOUT_BODY.has(status) ? null : new Uint8Array(bytes), { status, headers: headersOf(answer) });
  }

  /** Only to the same server: another one would get the password. */
  private async follow({ url }: AllowedAddress, location: string | undefined, asked: Asked, redirects: number): Promise<Response> {
    if (location === undefined || redirects === 0 || !SAFE.has(asked.method) || !URL.canParse(location, url)) throw new ServerProblem('redirected');
    const next = new URL(location, url);
    if (next.origin !== url.origin) throw new ServerProblem('redirected');
    return this.ask(allowedAddress(this.hosts, next.href), asked, redirects - 1);
  }

  private send({ url, host }: AllowedAddress, { method, headers, body }: Asked, signal: AbortSignal): Promise<IncomingMessage> {
    const literal = literalAddress(url.hostname);
    if (literal !== null && !mayConnect(literal, host.reach)) throw new ServerProblem('address_refused');
    const options: RequestOptions = { method, headers, signal, lookup: lookupWithin(host) };
    return new Promise((done, fail) => {
      const failed = (error: Error): void => fail(problemOf(error));
      const request = url.protocol === 'https:'
        ? tlsRequest(url, { ...options, agent: this.agents['https:'] }, done)
        : plainRequest(url, { ...options, agent: this.agents['http:'] }, done);
      request.on('error', failed).end(body ?? undefined);
    });
  }

  private async read(answer: IncomingMessage, signal: AbortSignal): Promise<Buffer> {
    const parts: Buffer[] = [];
    let size = 0;
    try {
      for await (const part of answer) {
        size += (part as Buffer).length;
        if (size > this.limits.mostBytes) throw new ServerProblem('too_large');
        parts.push(part as Buffer);
      }
    } catch (error) {
      throw signal.aborted ? new ServerProblem('timeout') : problemOf(error);
    }
    return Buffer.concat(parts);
  }
}

/** Resolves a name and refuses it when any of its addresses lies outside what was allowed, so that a name cannot be turned inwards later. */
export function lookupWithin(host: Pick<CalendarHost, 'reach'>, resolver: typeof resolve = resolve): LookupFunction {
  return (hostname, options, callback) => {
    resolver(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return callback(error, '', 0);
      const [first] = addresses;
      if (first === undefined || addresses.some(({ address }) => !mayConnect(address, host.reach))) {
        return callback(new ServerProblem('address_refused'), '', 0);
      }
      if (options.all === true) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}

function headersOf(answer: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(answer.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}

function problemOf(error: unknown): ServerProblem {
  if (error instanceof ServerProblem) return error;
  const { name, code } = error as { name?: string; code?: string };
  return new ServerProblem(codeOf(name ?? '', code ?? ''));
}

function codeOf(name: string, code: string): ServerProblemCode {
  if (name === 'AbortError' || name === 'TimeoutError' || code === 'ABORT_ERR' || code === 'ETIMEDOUT') return 'timeout';
  return /CERT|SELF_SIGNED|TLS|SSL|UNABLE_TO_/.test(code) ? 'certificate' : 'unreachable';
}
