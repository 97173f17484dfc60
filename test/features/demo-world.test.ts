import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DemoCalendar } from '../../src/demo/demo-calendar.js';
import { loadDemoWorld } from '../../src/demo/load-demo-world.js';
import { addDays, addYears } from '../../src/platform/clock/calendar-date.js';
import { startApp, type ApiClient, type TestApp } from '../support/app.js';
import { importFile } from '../support/import-file/send-import.js';
import { DEMO_FIGURES, demoFigures, docketOf, everybody, itemsByName } from '../support/demo-reader.js';

const ACCOUNTS = {
  sagsbehandler: 'Freja Holmgaard', teamleder: 'Tage Lindekilde', uu: 'Ulla Engdal', social: 'Solvej Marstrand',
  jobcenter: 'Jonas Bakketoft',
  sekretaer: 'Karla Ødum', moedeleder: 'Henrik Aabling', admin: 'Anker Systoft', logkontrol: 'Regitze Lodahl',
};
type Account = keyof typeof ACCOUNTS;

interface LineBody {
  readonly id: string;
  readonly name: string;
  readonly birthDate: string;
  readonly coordinator: { readonly name: string } | null;
  readonly lastMeeting: unknown;
  readonly nextMeeting: unknown;
}

interface ReferralLine {
  readonly id: string;
  readonly youth: { readonly name: string } | null;
}

/** A mail server that is away. */
const NOBODY_THERE = 'smtp://127.0.0.1:1';

let app: TestApp;
let calendar: DemoCalendar;
let folder: string;
const said: string[] = [];
const tokens = new Map<Account, Promise<string>>();

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'overgang-demo-'));
  app = await startApp({ overrides: { DATA_DIR: folder, SMTP_URL: NOBODY_THERE } });
  const loaded = await loadDemoWorld(app.config, (line) => void said.push(line));
  if (loaded === null) throw new Error('the demo was not loaded');
  calendar = loaded;
}, 120_000);

afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

/** The demo as the holder of an account sees it. */
async function as(username: Account): Promise<ApiClient> {
  const token = tokens.get(username) ?? enter(username);
  tokens.set(username, token);
  return app.as(await token);
}

async function enter(username: Account): Promise<string> {
  return ((await app.as(null).post('/session', { username, password: 'demo' }).expect(201)).body as { token: string }).token;
}

async function youths(username: Account): Promise<LineBody[]> {
  const { items } = (await (await as(username)).get('/youths?limit=200').expect(200)).body as { items: LineBody[] };
  return items;
}

async function youth(username: Account, name: string): Promise<LineBody> {
  const found = (await youths(username)).find((line) => line.name === name);
  if (found === undefined) throw new Error(`${username} does not see ${name}`);
  return found;
}

it('lets every account in, each as its own person', async () => {
  for (const [username, name] of Object.entries(ACCOUNTS)) {
    const me = (await (await as(username as Account)).get('/me').expect(200)).body as { name: string };
    expect([username, me.name]).toEqual([username, name]);
  }
});

it('shows the figures of the target group, the urgent ones, the actions and every state of a referral', async () => {
  expect(await demoFigures(app, calendar.today)).toEqual(DEMO_FIGURES);
  const everyone = await everybody(app);
  expect(everyone.length).toBeGreaterThan(155);
  expect(everyone.filter(({ coordinator }) => coordinator === 'Gitte Thornfeldt')).toHaveLength(6);
});

describe('K1', () => {
  it('is full with the urgent slot; of the four, only Malik\'s is not ready: nobody can decide for PPR', async () => {
    const docket = await docketOf(app, calendar.today, calendar.k1);
    const day = docket.days.find(({ date }) => date === calendar.k1);
    expect(day).toMatchObject({ capacity: 4, free: 0, freeSlots: [] });
    const lacking = (day?.items ?? []).filter((item) => item.readiness?.ready === false);
    expect(lacking.map((item) => [item.youth?.name, item.urgent])).toEqual([['Malik Damgaard', false], ['Amina Vestermark', true]]);
    expect(lacking.map((item) => item.readiness)).toMatchObject([
      { basis: { ready: true }, decisionPower: { missing: ['ppr'] } },
      { basis: { missing: ['employment'] }, decisionPower: { ready: true } },
    ]);
  });

  it('has seven grown-ups around Sofie, who has said that it is too many, and her own words', async () => {
    const items = itemsByName(await docketOf(app, calendar.today, calendar.k1));
    const prepared = { ownWords: true, units: 3, plan: true };
    expect(items.get('Sofie')).toMatchObject({ adults: 7, youthComes: true, readiness: { ready: true }, prepared });
    expect(items.get('Tobias')).toMatchObject({ type: 'sparring', youthComes: false, readiness: { ready: true } });
    expect(items.get('-')).toMatchObject({ type: 'sparring', anonymous: true, areas: ['employment', 'social'] });
  });
});

it('leaves Emil to be raised by Ulla: no coordinating caseworker, no meeting, 18 in 61 days', async () => {
  const emil = await youth('uu', 'Emil Krogsbøl');
  const birthDate = addYears(addDays(calendar.today, 61), -18);
  expect(emil).toMatchObject({ coordinator: null, lastMeeting: null, nextMeeting: null, birthDate });
  expect((await youths('sagsbehandler')).map(({ name }) => name)).not.toContain('Emil Krogsbøl');
});

it('hands over Nanna\'s plan in its third version as a PDF, with 4, 6 and 8 on the scale', async () => {
  const freja = await as('sagsbehandler');
  const { id } = await youth('sagsbehandler', 'Nanna Lyngbæk');
  const pdf = await freja.get(`/youths/${id}/plan.pdf?version=3`).expect(200).expect('content-type', 'application/pdf');
  expect(pdf.headers['content-disposition']).toMatch(/-v3\.pdf/);
  const plan = (await freja.get(`/youths/${id}/plan`).expect(200)).body as { scale: { value: number }[] };
  expect(plan.scale.map(({ value }) => value)).toEqual([4, 6, 8]);
});

it('tells Viggo\'s caseworker why K1 and K2 are out', async () => {
  const freja = await as('sagsbehandler');
  const { items } = (await freja.get('/referrals?state=accepted').expect(200)).body as { items: ReferralLine[] };
  const viggo = items.find((line) => line.youth?.name === 'Viggo Astrup');
  const answer = await freja.get(`/referrals/${viggo?.id}/slot-proposals`).expect(200);
  const { excluded } = answer.body as { excluded: { date: string; reasons: string[] }[] };
  const reasons = (date: string): string => excluded.find((day) => day.date === date)?.reasons.join(' ') ?? '';
  expect(reasons(calendar.k1)).toMatch(/Alle tider er taget|Dagsordenen er lukket/);
  expect(reasons(calendar.k2)).toContain('Jonas Bakketoft kan ikke den dag.');
});

it('has a gap where K3 would be, with two deadlines in it', async () => {
  const karla = await as('sekretaer');
  const answer = await karla.get(`/meeting-days?from=${calendar.k2}&to=${addDays(calendar.k2, 60)}`).expect(200);
  const { items: days } = answer.body as { items: { date: string }[] };
  expect(days.map(({ date }) => date)).not.toContain(calendar.skipped);
  const after = days.find(({ date }) => date > calendar.skipped)?.date ?? '';
  const inGap = await app.inTx((tx) => tx.query<{ name: string }>(
    `SELECT y.first_name AS name FROM deadline d JOIN youth y ON y.id = d.youth_id
     WHERE d.rule_code = 'R13' AND d.state = 'open' AND d.due_on BETWEEN $1 AND $2`, [calendar.skipped, after],
  ));
  expect(inGap.map(({ name }) => name)).toEqual(expect.arrayContaining(['Karoline', 'Oliver']));
});

it('waits for Solvej to take over Laust, since six days', async () => {
  const { id } = await youth('sagsbehandler', 'Laust Pilegaard');
  const answer = await (await as('sagsbehandler')).get(`/youths/${id}`).expect(200);
  const { openHandover } = answer.body as { openHandover: { to: { name: string }; offeredAt: string } };
  expect([openHandover.to.name, openHandover.offeredAt.slice(0, 10)]).toEqual(['Solvej Marstrand', addDays(calendar.today, -6)]);
});

it('has a subscription of Freja’s that no program has fetched for nine days', async () => {
  const { items } = (await (await as('sagsbehandler')).get('/feeds').expect(200)).body as { items: { lastFetchedAt: string; state: string }[] };
  expect(items.map(({ state, lastFetchedAt }) => [state, lastFetchedAt.slice(0, 10)])).toEqual([['open', addDays(calendar.today, -9)]]);
});

it('shows what became of the invitations, two of them undeliverable', async () => {
  const [row] = await app.inTx((tx) => tx.query<{ sent: number; failed: number; asked: number }>(
    `SELECT count(*) FILTER (WHERE state = 'sent')::int AS sent, count(*) FILTER (WHERE state = 'failed')::int AS failed,
       (SELECT count(*)::int FROM task WHERE kind = 'mail_undeliverable' AND done_at IS NULL) AS asked FROM mail_delivery`));
  expect(row).toEqual({ sent: 3, failed: 2, asked: 2 });
});

it('has letters that wait, have gone and were replaced, and minutes for two who did not come, one of them without a basis', async () => {
  const freja = await as('sagsbehandler');
  const of = async (name: string, part: string): Promise<object[]> => {
    const [item] = await app.inTx((tx) => tx.query<{ id: string }>(
      `SELECT booking.id FROM booking JOIN youth ON youth.id = booking.youth_id WHERE youth.first_name || ' ' || youth.last_name = $1 ORDER BY booking.starts_at DESC LIMIT 1`,
      [name]));
    return ((await freja.get(`/bookings/${item?.id}/${part}`).expect(200)).body as { items: object[] }).items;
  };
  const sent = expect.objectContaining({ by: 'Freja Holmgaard' }) as object;
  expect(await of('Sofie Birkholt', 'letters')).toMatchObject([{ recipient: { kind: 'youth' }, handedOver: sent }, { recipient: { name: 'Dorthe Birkholt' }, handedOver: null }]);
  expect(await of('Zahra Holmstrøm', 'letters')).toMatchObject([{ outdated: false, handedOver: null }, { outdated: true, handedOver: sent }]);
  expect(await of('Nanna Lyngbæk', 'minutes-copies')).toMatchObject([
    { guest: { name: 'Dorte Kvist' }, basis: null, handedOver: null }, { guest: { name: 'Mia Solbakke' }, basis: { act: 'forvaltningsloven' }, handedOver: sent },
  ]);
});

it('sorts Line Aagaard last, and tells the two named Mikkel Overby apart', async () => {
  const lines = await youths('sekretaer');
  expect(lines.at(-1)?.name).toBe('Line Aagaard');
  expect(new Set(lines.filter(({ name }) => name === 'Mikkel Overby').map(({ birthDate }) => birthDate)).size).toBe(2);
});

it('tells nobody by mail of what is past, also where a mail server is set', async () => {
  expect(await app.inTx((tx) => tx.query("SELECT state FROM outbox_message WHERE kind = 'mail.due' AND attempts > 0"))).toEqual([]);
  expect(await app.inTx((tx) => tx.query("SELECT DISTINCT state FROM mail_delivery WHERE state NOT IN ('sent', 'failed')"))).toEqual([]); // what the demo says of the past
});

it('writes an example file beside it: 35 new youths, two known and three faults', async () => {
  const file = await readFile(path.join(folder, 'eksempel-import.csv'));
  const token = await enter('sekretaer');
  const outcome = await importFile(app, token, file);
  expect([outcome.created, outcome.updated + outcome.unchanged, outcome.rejected.map(({ code }) => code)]).toEqual([
    35, 2, ['birth_date_disagrees', 'unknown_email', 'unknown_department'],
  ]);
});

it('is written once, and never into a database that somebody works in', async () => {
  const before = (await everybody(app)).length;
  expect(await loadDemoWorld(app.config, (line) => void said.push(line))).toBeNull();
  await app.inTx((tx) => tx.query(`DELETE FROM setting WHERE key = 'demo'`));
  expect(await loadDemoWorld(app.config, (line) => void said.push(line))).toBeNull();
  expect(said.at(-1)).toBe('Databasen har data i forvejen. Demokommunen skrives ikke.');
  expect((await everybody(app)).length).toBe(before);
});
