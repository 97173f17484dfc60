import { randomUUID } from 'node:crypto';
import { addYears } from '../../src/platform/clock/calendar-date.js';
import { canariesIn } from '../access/case-youth.js';
import { runSchedule, startApp, type TestApp } from '../support/app.js';
import { BookingDesk } from '../support/bookings.js';
import { startSeries } from '../support/meeting-days.js';
import { organisation, type Organisation } from '../support/organisation.js';
import { openBrowser, type PageReader, statementsOf } from '../support/page-reader.js';
import { recordMeasure, recordYouth, replacementCpr } from '../support/youth-builder.js';

const SISTER = { name: 'Maja Kanarienetværk', relation: 'storesøster', phone: '20 00 00 01', email: '', kind: 'private', closeness: '1' };
const COUSIN = { ...SISTER, name: 'Selma', relation: 'kusine' };
const MINUTE_MS = 60_000;

describe('a form of a page that is sent twice', () => {
  let app: TestApp;
  let org: Organisation;
  let freja: PageReader;
  let id: string;

  beforeAll(async () => {
    app = await startApp();
    org = await organisation(app);
    freja = await openBrowser(app, org, 'freja');
  });
  beforeEach(async () => {
    id = await recordYouth(app, org, { born: addYears(await app.inTx((tx) => Promise.resolve(tx.today)), -17), coordinator: 'freja' });
  });
  afterAll(() => app.close());

  const here = (): string => `/unge/${id}`;
  const send = async (form: object, as = freja): Promise<string> => String((await as.send(`${here()}/netvaerk`, here(), { ...form })).headers['location']);
  const count = async (sql: string, params: unknown[]): Promise<number> => (await app.inTx((tx) => tx.query<{ n: number }>(sql, params)))[0]?.n ?? 0;
  const people = (): Promise<number> => count('SELECT count(*)::int AS n FROM network_person WHERE youth_id = $1', [id]);

  /** The number of the form with this address, as the page draws it. */
  async function drawn(page: string, action: string): Promise<string> {
    const html = (await freja.get(page)).text;
    return /name="_once" value="([^"]+)"/.exec(html.slice(html.indexOf(`action="${action}"`)))?.[1] ?? '';
  }

  it('makes one person, whether the second comes afterwards or at the same time', async () => {
    const once = await drawn(here(), `${here()}/netvaerk`);
    const first = await send({ ...SISTER, _once: once });
    expect(await send({ ...SISTER, _once: once })).toBe(first);
    expect(await people()).toBe(1);
    const other = await drawn(here(), `${here()}/netvaerk`);
    const answers = await Promise.all([1, 2, 3].map(() => send({ ...COUSIN, _once: other })));
    expect(new Set(answers)).toEqual(new Set([first]));
    expect(await people()).toBe(2);
  });

  it('makes one booking, and shows it to both', async () => {
    const desk = new BookingDesk(app, org);
    await startSeries(app, org, { intervalDays: 14 });
    const referral = await desk.caseReady();
    const at = `/anmodninger/${referral}/tid`;
    const html = (await freja.get(at)).text;
    const form = { slotId: /name="slotId" value="([^"]+)"/.exec(html)?.[1] ?? '', _once: await drawn(at, at) };
    const answers = await Promise.all([1, 2].map(async () => String((await freja.send(at, at, form)).headers['location'])));
    answers.push(String((await freja.send(at, at, form)).headers['location']));
    expect(answers[0]).toMatch(/^\/punkter\/[0-9a-f-]{36}\/tid\?besked=booket$/);
    expect(new Set(answers).size).toBe(1);
    expect(await count('SELECT count(*)::int AS n FROM booking WHERE referral_id = $1', [referral])).toBe(1);
  });

  it('looks a number up once, whether somebody has it or nobody', async () => {
    const purpose = 'Vil rejse en sag';
    const known = replacementCpr('2009-05-06');
    const tage = await openBrowser(app, org, 'tage');
    await tage.send('/opslag/opret', '/opslag', { cpr: known, firstName: 'Ellen', lastName: 'Krogh', departmentId: org.unit.ungeenhed });
    const form = { cpr: known, purpose, _once: await drawn('/opslag', '/opslag') };
    const [first, second] = [await freja.send('/opslag', '/opslag', form), await freja.send('/opslag', '/opslag', form)];
    expect(second.headers['location']).toBe(first.headers['location']);
    const nobody = { cpr: replacementCpr('2010-02-03'), purpose, _once: randomUUID() };
    for (const _ of [1, 2]) expect((await freja.send('/opslag', '/opslag', nobody, 422)).text).toContain('Vi kender ingen ung med det nummer.');
    expect(await count('SELECT count(*)::int AS n FROM youth_lookup WHERE staff_id = $1', [org.staff.freja])).toBe(2);
  });

  it('carries other content out, and also what was sent before that', async () => {
    const _once = randomUUID();
    for (const form of [SISTER, COUSIN, SISTER, SISTER]) await send({ ...form, _once });
    expect(await people()).toBe(3);
  });

  it('is an act of its own at another address', async () => {
    const _once = randomUUID();
    await send({ ...SISTER, _once });
    const first = here();
    id = await recordYouth(app, org, { born: '2009-03-04', coordinator: 'freja' });
    expect(here()).not.toBe(first);
    await send({ ...SISTER, _once });
    expect(await people()).toBe(1);
  });

  it('may mean it again after five minutes', async () => {
    const form = { ...SISTER, _once: randomUUID() };
    const begun = Date.now();
    await send(form);
    app.clock.moveTo(new Date(begun + 4 * MINUTE_MS));
    await send(form);
    expect(await people()).toBe(1);
    app.clock.moveTo(new Date(begun + 6 * MINUTE_MS));
    await send(form);
    app.clock.moveTo(null);
    expect(await people()).toBe(2);
  });

  it('leaves no trace when it was refused, and is drawn again with another number', async () => {
    const _once = await drawn(here(), `${here()}/netvaerk`);
    const wrong = { ...SISTER, email: 'ikke en adresse', _once };
    const refused = await freja.send(`${here()}/netvaerk`, here(), wrong, 400);
    expect(refused.text).toContain('value="ikke en adresse"');
    expect(refused.text).not.toContain(_once);
    await freja.send(`${here()}/netvaerk`, here(), wrong, 400);
    await send({ ...SISTER, _once });
    expect(await people()).toBe(1);
  });

  it('means nothing for somebody else, and neither does a number that is none', async () => {
    const _once = randomUUID();
    await send({ ...SISTER, _once });
    await recordMeasure(app, org, id, { act: 'barnets lov', section: '§ 32', from: '2026-01-01', unit: 'handicap' });
    await send({ ...SISTER, _once }, await openBrowser(app, org, 'bo'));
    expect(await people()).toBe(2);
    for (const none of ['', 'x', 'x'.repeat(5_000), [_once, _once]]) await send({ ...SISTER, _once: none });
    expect(await people()).toBe(6);
  });

  it('is known by hashes alone, for two days', async () => {
    const _once = randomUUID();
    await send({ ...SISTER, _once });
    const rows = await app.inTx((tx) => tx.query<{ text: string }>("SELECT row_to_json(k)::text AS text FROM idempotency_key k WHERE key LIKE 'form %'"));
    const text = rows.map((row) => row.text).join('\n');
    expect(text).toContain('POST /unge/:id/netvaerk');
    expect([canariesIn(text), text.includes(_once), text.includes('Maja')]).toEqual([[], false, false]);
    await app.inTx((tx) => tx.query("UPDATE idempotency_key SET created_at = created_at - interval '49 hours'"));
    await runSchedule(app, 'idempotency.expiry');
    expect(await count('SELECT count(*)::int AS n FROM idempotency_key', [])).toBe(0);
  });

  it('costs two statements', async () => {
    await send(SISTER);
    const without = await statementsOf(() => send(SISTER));
    expect((await statementsOf(() => send({ ...SISTER, _once: randomUUID() }))) - without).toBe(2);
  });
});
