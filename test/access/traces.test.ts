import { pino } from 'pino';
import { Logger } from '../../src/platform/logging/logger.js';
import { drainOutbox, runSchedule, startApp, type TestApp } from '../support/app.js';
import { organisation, type Organisation } from '../support/organisation.js';
import { SmtpSink } from '../support/smtp-sink.js';
import { frejasCase, openMeetings } from './case.js';
import { as, canariesIn, type YouthOfCase } from './case-youth.js';

let app: TestApp;
let org: Organisation;
let youth: YouthOfCase;
let sink: SmtpSink;
const logged: string[] = [];

/** What the log, the queue and the tasks are kept in: ids, dates and codes only. */
const TRACES = [
  'audit_entry', 'audit_segment', 'outbox_message', 'idempotency_key', 'task', 'occupancy', 'youth_access', 'feed', 'session', 'sign_in_attempt',
  'schedule_tick', 'mail_delivery', 'reminder',
];

beforeAll(async () => {
  sink = await SmtpSink.start();
  app = await startApp({ overrides: { SMTP_URL: sink.url } });
  Object.assign(app.get(Logger), { pino: pino({ level: 'trace', base: null }, { write: (line: string) => logged.push(line) }) });
  org = await organisation(app);
  const made = await frejasCase(app, org, await openMeetings(app, org));
  youth = { ...made.youth, ids: made.ids };
  await useKeys();
  await beRefused();
  app.clock.moveTo(null);
  for (const name of ['deadlines.sweep', 'conclusions.due-tasks', 'reports.monday-line', 'youths.handover-escalation', 'audit.seal']) await runSchedule(app, name);
  await drainOutbox(app);
}, 120_000);
afterAll(async () => {
  await app.close();
  await sink.stop();
});

const tail = (): string => youth.cpr.slice(7);
/** Without ids and hashes, in which any four digits may stand. */
const withoutIds = (text: string): string => text.replace(/[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9a-f]{16,}/gi, '');

/** The number's last four digits by themselves: not within a longer number, an id or a fraction of a second. */
const holdsTail = (text: string): boolean => new RegExp(`(?<![0-9a-f.])${tail()}(?![0-9a-f])`, 'i').test(withoutIds(text));

/** The same words under a key, a search, a look-up and a disclosure. */
async function useKeys(): Promise<void> {
  const freja = await as(app, org, 'freja');
  const under = `/youths/${youth.ids['youth']}`;
  await freja.post(`${under}/network`, { kind: 'private', closeness: 2, name: youth.canary('nøgle'), relation: 'ven' }).set('idempotency-key', 'netvaerk-1').expect(201);
  await freja.post('/youth-lookups', { cpr: youth.cpr, purpose: 'Vil rejse en sag' }).set('idempotency-key', 'opslag-en-gang').expect(200);
  await freja.post('/youth-searches', { text: youth.canary('fornavn') }).expect(200);
  await freja.post('/youth-searches', { text: youth.cpr }).expect(200);
  await freja.post(`${under}/cpr-disclosure`, { purpose: 'Fagsystem' }).expect(200);
}

/** Requests that are refused in every way: the answers speak of fields and codes, not of what was sent. */
async function beRefused(): Promise<void> {
  const [freja, tage] = [await as(app, org, 'freja'), await as(app, org, 'tage')];
  const { cpr, canary, ids } = youth;
  const answers = [
    await tage.post('/youths', { cpr, firstName: canary('fornavn'), lastName: canary('efternavn'), departmentId: org.unit.ungeenhed }),
    await tage.post('/youths', { cpr: `${cpr}9`, firstName: canary('fornavn'), lastName: canary('efternavn'), departmentId: org.unit.ungeenhed }),
    await freja.post('/youth-lookups', { cpr, purpose: canary('formål').repeat(30) }),
    await freja.post('/youth-lookups', { cpr, purpose: 'Sag', [canary('felt')]: cpr }),
    await freja.patch(`/youths/${ids['youth']}`, { firstName: canary('fornavn').repeat(20) }),
    await freja.patch(`/youths/${ids['youth']}`, { birthDate: canary('dato') }),
    await freja.post(`/youths/${ids['youth']}/measures`, { departmentId: canary('enhed'), title: 'x', startsOn: '2026-01-01' }),
    await freja.post(`/youths/${ids['youth']}/network`, { kind: canary('slags'), name: canary('navn'), relation: 'x', email: canary('mail') }),
    await freja.post(`/bookings/${ids['booking'] ?? 'x'}/agenda/statements`, { heading: canary('overskrift'), voice: 'unit', text: canary('udsagn').repeat(300) }),
    await freja.get(`/youths/${encodeURIComponent(canary('sti'))}`),
    await freja.get(`/youths?status=${encodeURIComponent(canary('filter'))}&cursor=${encodeURIComponent(canary('markør'))}`),
    await freja.post('/referrals', { youthId: ids['youth'], type: 'coordination', purpose: 'coordinate', reason: canary('begrundelse') }),
  ];
  const told = answers.map(({ status, text }) => ({ status, found: [...canariesIn(text).filter((word) => word !== 'kanariefelt'), ...(holdsTail(text) ? ['cpr'] : [])] }));
  expect(told.filter(({ status }) => status < 400 || status >= 500)).toEqual([]);
  expect(told.flatMap(({ found }) => found)).toEqual([]);
}

async function textOfTable(schema: string, table: string): Promise<string> {
  return app.inTx(async (tx) => {
    const [row] = await tx.query<{ text: string | null }>(`SELECT string_agg(t::text, E'\\n') AS text FROM "${schema}"."${table}" t`);
    return row?.text ?? '';
  });
}

describe('what the case leaves behind', () => {
  it.each(TRACES)('%s holds no word and no number of the youth', async (table) => {
    const text = await textOfTable('public', table);
    expect({ canaries: canariesIn(text), cpr: holdsTail(text) || text.includes(youth.cpr.replace('-', '')) }).toEqual({ canaries: [], cpr: false });
  });

  it('really has rows in the tables that are looked through', async () => {
    for (const table of [
      'audit_entry', 'outbox_message', 'idempotency_key', 'task', 'youth_access',
    ]) expect([table, (await textOfTable('public', table)).length > 0]).toEqual([table, true]);
    expect(canariesIn(await textOfTable('public', 'network_person'))).toContain('kanarienetværk');
  });

  it('the queue holds no word and no number, if it has tables here', async () => {
    const tables = await app.inTx((tx) => tx.query<{ schema: string; name: string }>(
      "SELECT schemaname AS schema, tablename AS name FROM pg_tables WHERE schemaname NOT IN ('public', 'pg_catalog', 'information_schema') AND has_table_privilege(quote_ident(schemaname) || '.' || quote_ident(tablename), 'SELECT')",
    ));
    for (const { schema, name } of tables) {
      const text = await textOfTable(schema, name);
      expect([name, canariesIn(text), holdsTail(text)]).toEqual([name, [], false]);
    }
  });

  it('the log of the program holds no word, no number and no id of a path', () => {
    expect(logged.length).toBeGreaterThan(60);
    const text = logged.join('');
    expect([canariesIn(text), holdsTail(text), text.includes(youth.ids['youth'] ?? '-')]).toEqual([[], false, false]);
  });

  it('no mail holds a word or a number, in any of its parts', () => {
    expect(sink.mails.length).toBeGreaterThan(10);
    const text = sink.mails.map(({ raw, parsed }) => [
      raw.split('\r\n\r\n')[0], parsed.subject, parsed.text, ...parsed.attachments.map(({ content }) => content.toString('utf8')),
    ].join('\n')).join('\n');
    expect([canariesIn(text), holdsTail(text), text.includes(youth.ids['youth'] ?? '-')]).toEqual([[], false, false]);
  });

  it('a CPR number stands in clear in no table at all', async () => {
    const tables = await app.inTx((tx) => tx.query<{ name: string }>("SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migrations'"));
    const found: string[] = [];
    for (const { name } of tables) {
      const text = await textOfTable('public', name);
      if (text.includes(youth.cpr) || text.includes(youth.cpr.replace('-', ''))) found.push(name);
    }
    expect(found).toEqual([]);
  });
});
