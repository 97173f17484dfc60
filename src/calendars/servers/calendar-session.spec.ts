import type { lookup, LookupAddress } from 'node:dns';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readHosts } from './calendar-hosts.js';
import { CalendarSession, lookupWithin } from './calendar-session.js';

let server: Server;
let other: Server;
const asked: { method: string; url: string; headers: IncomingMessage['headers']; body: string }[] = [];

beforeAll(async () => {
  server = await listen((request, reply) => {
    const url = request.url ?? '';
    if (url === '/til-sig-selv') reply.writeHead(307, { location: '/her' }).end();
    else if (url === '/i-ring') reply.writeHead(301, { location: '/i-ring' }).end();
    else if (url === '/ud') reply.writeHead(302, { location: `http://${hostOf(other)}/` }).end();
    else if (url === '/meta') reply.writeHead(302, { location: 'http://169.254.169.254/latest/' }).end();
    else if (url === '/stor') reply.end('x'.repeat(2_000));
    else if (url === '/dryp') reply.write('x');
    else if (url !== '/tavs') reply.writeHead(207, { etag: '"1"' }).end('svar');
  });
  other = await listen((_, reply) => void reply.end('ikke her'));
});
afterAll(() => {
  for (const each of [server, other]) {
    each.closeAllConnections();
    each.close();
  }
});

function listen(answer: (request: IncomingMessage, reply: ServerResponse) => void): Promise<Server> {
  const made = createServer((request, reply) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      asked.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body });
      answer(request, reply);
    });
  });
  return new Promise((done) => made.listen(0, '127.0.0.1', () => done(made)));
}

const hostOf = (one: Server) => `127.0.0.1:${(one.address() as AddressInfo).port}`;

async function within<T>(work: (session: CalendarSession) => Promise<T>, hosts = [hostOf(server), hostOf(other)].join()): Promise<T> {
  const session = new CalendarSession(readHosts(hosts), { timeoutMs: 400, mostBytes: 1_000 });
  try {
    return await work(session);
  } finally {
    session.close();
  }
}

const refusal = (path: string, init?: RequestInit) => within((session) => session.fetch(`http://${hostOf(server)}${path}`, init).then((answer) => answer.status, (error: { code: string }) => error.code));

describe('a request to a calendar server', () => {
  it('tells its length, asks for nothing compressed, and gives status, tags and text', async () => {
    const answer = await within((session) => session.fetch(`http://${hostOf(server)}/her`, { method: 'PUT', body: 'æøå', headers: { 'If-Match': '"0"' } }));
    expect([answer.status, answer.headers.get('etag'), await answer.text()]).toEqual([207, '"1"', 'svar']);
    const { headers, body } = asked.at(-1) ?? { headers: {}, body: '' };
    expect([headers['content-length'], headers['transfer-encoding'], headers['accept-encoding'], headers['if-match'], body]).toEqual(['6', undefined, 'identity', '"0"', 'æøå']);
  });

  it('follows the server to itself, for questions only, and not for ever', async () => {
    expect(await refusal('/til-sig-selv')).toBe(207);
    expect(await refusal('/til-sig-selv', { method: 'PUT', body: 'x' })).toBe('redirected');
    expect(await refusal('/i-ring')).toBe('redirected');
  });

  it('is not led anywhere else, not even to another listed server', async () => {
    const before = asked.filter(({ headers }) => headers.host === hostOf(other)).length;
    expect(await refusal('/ud', { headers: { authorization: 'Basic eA==' } })).toBe('redirected');
    expect(await refusal('/meta')).toBe('redirected');
    expect(asked.filter(({ headers }) => headers.host === hostOf(other))).toHaveLength(before);
  });

  it('ends in time and size', async () => {
    expect(await refusal('/stor')).toBe('too_large');
    expect(await refusal('/tavs')).toBe('timeout');
    expect(await refusal('/dryp')).toBe('timeout');
  });

  it('goes to no other server, and says when one is away', async () => {
    const code = (url: string, hosts: string) => within((session) => session.fetch(url).then(() => null, (error: { code: string }) => error.code), hosts);
    expect(await code(`http://${hostOf(server)}/her`, 'kalender.example')).toBe('host_not_allowed');
    expect(await code('http://127.0.0.1:9/her', '127.0.0.1:9')).toBe('unreachable');
    expect(await code('https://findes-ikke.invalid/', 'findes-ikke.invalid')).toBe('unreachable');
    expect(await code('https://10.0.0.1/', '10.0.0.1')).toBe('address_refused');
  });

  it('does not follow a public name that has been turned inwards, also beside a true address', async () => {
    const outcome = (reach: 'public' | 'internal', ...addresses: string[]) => new Promise((done) => {
      const resolver = ((_name: string, _options: object, answer: (error: null, found: LookupAddress[]) => void) =>
        answer(null, addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })))) as unknown as typeof lookup;
      lookupWithin({ reach }, resolver)('kalender.example', { all: false }, (error, address) => done(error === null ? address : error.message));
    });
    expect(await outcome('public', '13.107.6.152')).toBe('13.107.6.152');
    for (const turned of ['127.0.0.1', '10.0.0.5', '169.254.169.254', '::1']) expect(await outcome('public', '13.107.6.152', turned)).toBe('address_refused');
    expect(await outcome('internal', '10.0.0.5')).toBe('10.0.0.5');
    expect(await outcome('internal', '127.0.0.1')).toBe('address_refused');
    expect(await outcome('public')).toBe('address_refused');
  });
});
