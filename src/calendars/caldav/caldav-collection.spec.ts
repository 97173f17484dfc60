import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readHosts } from '../servers/calendar-hosts.js';
import { CalendarSession } from '../servers/calendar-session.js';
import { CaldavCollection } from './caldav-collection.js';

interface Answer {
  readonly status: number;
  readonly body?: string;
  readonly type?: string;
}

const UID = '7d1f0c1e-52a4-4b8c-9a53-0a4a7d9a1b11';
const XML = 'application/xml; charset=utf-8';
const multistatus = (...responses: string[]) => `<?xml version="1.0"?><d:multistatus xmlns:d="DAV:">${responses.join('')}</d:multistatus>`;
const resource = (path: string, etag: string | null) =>
  `<d:response><d:href>${path}</d:href><d:propstat><d:prop>${etag === null ? '' : `<d:getetag>${etag}</d:getetag>`}</d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>`;
const refused = (condition: string) => `<?xml version="1.0"?><d:error xmlns:d="DAV:" xmlns:cal="urn:ietf:params:xml:ns:caldav"><${condition}/></d:error>`;

let server: Server;
let answer: Answer = { status: 500 };

beforeAll(async () => {
  server = createServer((request, reply) => {
    request.resume().on('end', () => reply.writeHead(answer.status, { 'content-type': answer.type ?? 'text/html' }).end(answer.body ?? ''));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** What the work comes to where the server gives that answer: its result, or the code of the problem. */
async function answered<T>(given: Answer, work: (collection: CaldavCollection) => Promise<T>): Promise<T | string> {
  answer = given;
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const session = new CalendarSession(readHosts(host), { timeoutMs: 2_000, mostBytes: 100_000 });
  try {
    return await work(new CaldavCollection({ url: `http://${host}/kalender/`, username: 'overgang', password: 'kode' }, session));
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    session.close();
  }
}

describe('the list of what a collection holds of ours', () => {
  const list = (given: Answer) => answered(given, async (collection) => [...(await collection.list())]);

  it('names our resources with their tags, and none in an empty collection', async () => {
    const own = resource('/kalender/', null);
    const ours = resource(`/kalender/overgang-${UID}.ics`, '"1"');
    expect(await list({ status: 207, type: XML, body: multistatus(own, ours, resource('/kalender/fremmed.ics', '"2"')) })).toEqual([[UID, '"1"']]);
    expect(await list({ status: 207, type: XML, body: multistatus(own) })).toEqual([]);
  });

  it.each([
    ['a page that says that the server is being mended', { status: 200, body: '<h1>Vi er snart tilbage</h1>' }],
    ['an answer about something else', { status: 200, type: XML, body: '<?xml version="1.0"?><status>ok</status>' }],
    ['an empty answer', { status: 207, type: XML, body: multistatus() }],
    ['a list cut short (RFC 4918, section 11.5)', {
      status: 207, type: XML, body: multistatus(resource('/kalender/', null), '<d:response><d:href>/kalender/</d:href><d:status>HTTP/1.1 507 Insufficient Storage</d:status></d:response>'),
    }],
  ])('is unknown after %s: nothing is taken for gone', async (_, given) => {
    expect(await list(given)).toBe('unreadable');
  });
});

describe('a write that is refused', () => {
  const write = (given: Answer) => answered(given, (collection) => collection.write(UID, 'BEGIN:VCALENDAR', null));

  it.each([[403, 'cal:no-uid-conflict', 'foreign_event'], [409, 'cal:no-uid-conflict', 'foreign_event'], [403, 'cal:max-date-time', 'event_refused'], [403, 'C:valid-calendar-data', 'event_refused']])(
    'for the event’s own sake (%s %s) is no refusal of the sign-in (RFC 4791, section 5.3.2.1)', async (status, condition, problem) => {
      expect(await write({ status, type: XML, body: refused(condition) })).toBe(problem);
    });

  it.each([[401, undefined], [403, undefined], [403, refused('d:need-privileges')]])('for the person’s sake (%s) is one', async (status, body) => {
    expect(await write({ status, type: XML, ...(body !== undefined && { body }) })).toBe('sign_in_refused');
  });
});
