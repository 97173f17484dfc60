import type { IncomingMessage } from 'node:http';
import supertest, { type Response } from 'supertest';
import { hashOfToken, SessionStore } from '../../src/auth/session-store.js';
import { signIn, type TestApp } from '../support/app.js';
import type { Route } from './routes.js';

export interface Sessions {
  readonly token: string;
  readonly cookie: string;
  readonly csrf: string;
}

export interface Sending {
  readonly path: string;
  readonly body?: object;
  readonly version?: number | undefined;
}

/** Asks as one person: the API with a token, pages with the cookie and the form's own token. Nobody when there are no sessions. */
export async function ask(app: TestApp, { method }: Pick<Route, 'method'>, { path, body, version }: Sending, who: Sessions | null): Promise<Response> {
  const page = !path.startsWith('/api/');
  const request = supertest(app.url)[method](path);
  if (who !== null) request.set(page ? { cookie: who.cookie } : { authorization: `Bearer ${who.token}` });
  if (version !== undefined) request.set('if-match', `"${version}"`);
  if (path.endsWith('.pdf')) return request.buffer(true).parse(readBytes);
  if (method === 'get' || method === 'delete') return request;
  return request.send({ ...body, ...(page && who !== null && { _csrf: who.csrf }) });
}

/** Opens both kinds of session for a person. */
export async function sessionsOf(app: TestApp, staffId: string): Promise<Sessions> {
  const token = await signIn(app, staffId);
  const page = await app.inTx((tx) => app.get(SessionStore).open(tx, staffId, 'page'));
  const [row] = await app.inTx((tx) => tx.query<{ csrf: string }>('SELECT csrf_secret AS csrf FROM session WHERE token_hash = $1', [hashOfToken(page.token)]));
  return { token, cookie: `sid=${page.token}`, csrf: row?.csrf ?? '' };
}

/** The answer's bytes; a refusal keeps its JSON. */
function readBytes(response: unknown, done: (error: Error | null, body: unknown) => void): void {
  const incoming = response as IncomingMessage;
  const parts: Buffer[] = [];
  incoming.on('data', (part: Buffer) => parts.push(part)).on('end', () => {
    const bytes = Buffer.concat(parts);
    done(null, incoming.headers['content-type'] === 'application/pdf' ? bytes : JSON.parse(bytes.toString('utf8')));
  });
}
