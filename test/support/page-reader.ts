import type { IncomingMessage } from 'node:http';
import pg from 'pg';
import supertest from 'supertest';
import { signIn, type TestApp } from './app.js';
import type { Organisation, StaffName } from './organisation.js';

const HTML = 'text/html,application/xhtml+xml';

/** A person at a browser: signed in with the cookie, asks for pages and sends forms with the session's token. */
export interface PageReader {
  get(path: string, status?: number): Promise<supertest.Response>;
  /** A file, as bytes in `body`. */
  download(path: string): Promise<supertest.Response>;
  /** Sends a form from a page of ours; by default it is taken, and the answer names the next page. */
  send(path: string, from: string, fields?: Readonly<Record<string, string | readonly string[]>>, status?: number): Promise<supertest.Response>;
  /** Sends a form that carries a file in its field `file`. */
  upload(path: string, content: string, status?: number): Promise<supertest.Response>;
}

export async function openBrowser(app: TestApp, org: Organisation, name: StaffName): Promise<PageReader> {
  const agent = supertest.agent(app.url).set('cookie', `sid=${await signIn(app, org.staff[name], 'page')}`);
  const get = async (path: string, status = 200): Promise<supertest.Response> => agent.get(path).set('accept', HTML).expect(status);
  const tokenOn = async (page: string): Promise<string> => /name="_csrf" value="([^"]+)"/.exec((await get(page)).text)?.[1] ?? '';
  return {
    get,
    download: async (path) => agent.get(path).buffer(true).parse(readBytes).expect(200),
    send: async (path, from, fields = {}, status = 303) =>
      agent.post(path).type('form').set('accept', HTML).send({ _csrf: await tokenOn(from), ...fields }).expect(status),
    upload: async (path, content, status = 303) =>
      agent.post(path).set('accept', HTML).field('_csrf', await tokenOn(path)).attach('file', Buffer.from(content), 'fil.csv').expect(status),
  };
}

function readBytes(response: unknown, done: (error: Error | null, body: unknown) => void): void {
  const parts: Buffer[] = [];
  (response as IncomingMessage).on('data', (part: Buffer) => parts.push(part)).on('end', () => done(null, Buffer.concat(parts)));
}

/** How many statements the database is sent while the work runs. */
export async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const client = pg.Client.prototype as unknown as { query: (...args: unknown[]) => unknown };
  const { query } = client;
  let sent = 0;
  client.query = function counted(this: unknown, ...args: unknown[]) {
    sent += 1;
    return query.apply(this, args);
  };
  try {
    await work();
  } finally {
    client.query = query;
  }
  return sent;
}

/** The text of a page's main part, tags and doubled spaces left out. */
export function textOf({ text }: supertest.Response): string {
  return text.slice(text.indexOf('<main')).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').replaceAll('&amp;', '&').trim();
}
