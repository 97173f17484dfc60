import { newId } from '../../src/platform/database/ids.js';
import { drainOutbox, runSchedule, startApp, type TestApp } from '../support/app.js';
import { eventsIn, fetchFeed, readFeed, subscribe } from '../support/calendar.js';
import { takeByPerson } from '../support/mail-reader.js';
import { startSeries } from '../support/meeting-days.js';
import { organisation, type Organisation, type StaffName } from '../support/organisation.js';
import { SmtpSink } from '../support/smtp-sink.js';

let app: TestApp;
let org: Organisation;
let sink: SmtpSink;

beforeAll(async () => {
  sink = await SmtpSink.start();
  app = await startApp({ overrides: { SMTP_URL: sink.url, MAIL_FROM: 'k-moede@noerreborg.example' } });
  org = await organisation(app);
  await startSeries(app, org);
});
afterAll(async () => {
  await app.close();
  await sink.stop();
});
afterEach(() => app.clock.moveTo(null));

const as = async (name: StaffName) => app.as(await org.token(name));

describe('my meetings', () => {
  const channel = async (name: StaffName) => (await (await as(name)).get('/me/calendar-channel').expect(200)).body as { channel: string; open: string[]; worksAgain: string | null };
  const summaries = async (path: string) => [...new Set((await readFeed(app, path)).map((event) => event.summary.split(' ')[0]))].sort();

  /** Some days from now. */
  const after = (days: number) => app.clock.moveTo(new Date(Date.now() + days * 86_400_000));
  const told = async (name: StaffName) =>
    (await app.inTx((tx) => tx.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM outbox_message WHERE kind = 'calendars.channel_chosen' AND payload ->> 'staffId' = $1`, [org.staff[name]],
    )))[0]?.n;

  it('come by one way only: a subscription of my own chooses it once a program has fetched it, and holds them no more when I choose mail', async () => {
    expect(await channel('sonja')).toMatchObject({ channel: 'mail', open: ['mail'], ways: { feed: 'none' } });
    const { path } = await subscribe(app, org, 'sonja');
    expect(await channel('sonja')).toMatchObject({ channel: 'mail', open: ['mail'], ways: { feed: 'waiting' } });
    expect((await (await as('sonja')).put('/me/calendar-channel', { channel: 'feed' }).expect(422)).body).toMatchObject({ code: 'feed_not_fetched' });
    expect(await told('sonja')).toBe(0);
    expect(await summaries(path)).toContain('K-møde');
    expect(await channel('sonja')).toMatchObject({ channel: 'feed', open: ['mail', 'feed'], ways: { feed: 'open' } });
    expect(await told('sonja')).toBe(1);
    const chosen = await (await as('sonja')).put('/me/calendar-channel', { channel: 'mail' }).expect(200);
    expect(chosen.body).toMatchObject({ channel: 'mail' });
    expect(await summaries(path)).not.toContain('K-møde');
    expect(await channel('sonja')).toMatchObject({ channel: 'mail' });
    await (await as('sonja')).put('/me/calendar-channel', { channel: 'feed' }).expect(200);
    expect(await summaries(path)).toContain('K-møde');
  });

  it('come by mail again when the way is closed: the last subscription revoked or run out, the shared calendar taken away', async () => {
    const { id, path } = await subscribe(app, org, 'pia', { scope: 'mine' });
    await fetchFeed(app, path).expect(200);
    await (await as('pia')).delete(`/feeds/${id}`).expect(204);
    expect(await channel('pia')).toMatchObject({ channel: 'mail', open: ['mail'] });
    await fetchFeed(app, (await subscribe(app, org, 'pia')).path).expect(200);
    expect(await channel('pia')).toMatchObject({ channel: 'feed' });
    after(91);
    await runSchedule(app, 'calendars.closed_ways');
    expect(await channel('pia')).toMatchObject({ channel: 'mail', ways: { feed: 'none' } });
  });

  it('stay in the mailbox until a program has fetched the subscription, and come there again when none has for three days', async () => {
    const mails = async () => {
      await drainOutbox(app);
      return [...new Set(takeByPerson(sink)[org.email('henrik').split('@')[0] ?? '']?.map((line) => line.split(' ')[0]))];
    };
    expect(await mails()).toEqual(['REQUEST']);
    const { path } = await subscribe(app, org, 'henrik');
    expect(await mails()).toEqual([]);
    await fetchFeed(app, path).expect(200);
    expect(await mails()).toEqual(['CANCEL']);
    after(2.9);
    await runSchedule(app, 'calendars.closed_ways');
    expect(await channel('henrik')).toMatchObject({ channel: 'feed' });
    after(3.1);
    await runSchedule(app, 'calendars.closed_ways');
    expect(await channel('henrik')).toMatchObject({ channel: 'mail', open: ['mail'], ways: { feed: 'silent' } });
    expect(await mails()).toEqual(['REQUEST']);

    const look = async (days: number, fetches: boolean) => {
      after(days);
      if (fetches) await fetchFeed(app, path).expect(200);
      await runSchedule(app, 'calendars.closed_ways');
      expect(await mails()).toEqual([]);
      expect(await summaries(path)).not.toContain('K-møde');
      return (await channel('henrik')).worksAgain;
    };
    expect([await look(3.2, true), await look(4.1, true)]).toEqual([null, null]);
    expect(await look(4.3, true)).toBe('feed');
    await (await as('henrik')).put('/me/calendar-channel', { channel: 'feed' }).expect(200);
    expect(await channel('henrik')).toMatchObject({ channel: 'feed', worksAgain: null });
    expect(await mails()).toEqual(['CANCEL']);
    expect(await summaries(path)).toContain('K-møde');
  });

  it('are offered in a calendar only when it has worked for a day on end, and not to whoever has chosen mail', async () => {
    const { path } = await subscribe(app, org, 'solvej');
    const look = async (days: number, fetches: boolean) => {
      after(days);
      if (fetches) await fetchFeed(app, path).expect(200);
      await runSchedule(app, 'calendars.closed_ways');
      const { channel: by, worksAgain } = await channel('solvej');
      return [by, worksAgain];
    };
    expect(await look(0, true)).toEqual(['feed', null]);
    for (const [days, fetches] of [[3.1, false], [3.2, true], [6.3, false], [6.4, true], [7.3, true]] as const) expect(await look(days, fetches)).toEqual(['mail', null]);
    expect(await look(7.5, true)).toEqual(['mail', 'feed']);
    expect(await look(10.6, false)).toEqual(['mail', null]);
    expect(await look(10.7, true)).toEqual(['mail', null]);
    expect(await look(11.8, true)).toEqual(['mail', 'feed']);
    await (await as('solvej')).put('/me/calendar-channel', { channel: 'mail' }).expect(200);
    expect(await look(13, true)).toEqual(['mail', null]);
  });

  it('can be had in the shared calendar once it has worked, and come by mail again when it has not worked for three days', async () => {
    const [id, department] = [newId(), org.unit.jobcenter];
    await app.inTx((tx) => tx.query(
      `INSERT INTO calendar_target (id, department_id, url, username, password, created_at, failures) VALUES ($1, $2, 'https://kalender.example/dav/', 'overgang', '', now(), 1)`,
      [id, department]));
    const jonas = await as('jonas');
    const tasks = async () => ((await (await as('anker')).get('/tasks').expect(200)).body as { items: { kind: string }[] }).items.filter(({ kind }) => kind === 'shared_calendar_failing');
    expect((await jonas.put('/me/calendar-channel', { channel: 'caldav' }).expect(422)).body).toMatchObject({ code: 'shared_calendar_failing' });
    expect(await channel('jonas')).toMatchObject({ open: ['mail'], ways: { caldav: 'waiting' } });
    await app.inTx((tx) => tx.query('UPDATE calendar_target SET succeeded_at = $2 WHERE id = $1', [id, tx.now]));
    await jonas.put('/me/calendar-channel', { channel: 'caldav' }).expect(200);
    await app.inTx((tx) => tx.query(`UPDATE calendar_target SET problem = 'unreachable' WHERE id = $1`, [id]));
    for (const [days, by, asked] of [[2.9, 'caldav', 0], [3.1, 'mail', 1], [3.2, 'mail', 1]] as const) {
      after(days);
      for (const schedule of ['calendars.closed_ways', 'calendars.targets']) await runSchedule(app, schedule);
      expect(await channel('jonas')).toMatchObject({ channel: by });
      expect(await tasks()).toHaveLength(asked);
    }
    expect(await channel('jonas')).toMatchObject({ open: ['mail'], ways: { caldav: 'silent' } });
    await app.inTx((tx) => tx.query('UPDATE calendar_target SET problem = NULL, succeeded_at = $2 WHERE id = $1', [id, tx.now]));
    await runSchedule(app, 'calendars.targets');
    expect(await tasks()).toEqual([]);
    for (const [days, offered] of [[3.2, null], [4.3, 'caldav']] as const) {
      after(days);
      await runSchedule(app, 'calendars.closed_ways');
      expect(await channel('jonas')).toMatchObject({ channel: 'mail', worksAgain: offered });
    }
    await jonas.put('/me/calendar-channel', { channel: 'caldav' }).expect(200);
    expect(await channel('jonas')).toMatchObject({ channel: 'caldav', worksAgain: null });
  });

  it('come by no way that is not there', async () => {
    expect((await (await as('tage')).put('/me/calendar-channel', { channel: 'feed' }).expect(422)).body).toMatchObject({ code: 'no_own_feed' });
    expect((await (await as('tage')).put('/me/calendar-channel', { channel: 'caldav' }).expect(422)).body).toMatchObject({ code: 'no_shared_calendar' });
    await (await as('tage')).put('/me/calendar-channel', { channel: 'due' }).expect(400);
    await app.as(null).put('/me/calendar-channel', { channel: 'mail' }).expect(401);
  });
});

describe('a token', () => {
  it('is 256 random bits, shown once and kept as a hash', async () => {
    const { id, token } = await subscribe(app, org, 'karla');
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    const rows = await app.inTx((tx) => tx.query<{ row: string }>('SELECT feed::text AS row FROM feed WHERE id = $1', [id]));
    expect(rows[0]?.row).not.toContain(token);
    const list = await (await as('karla')).get('/feeds').expect(200);
    expect(JSON.stringify(list.body)).not.toContain(token);
    const key = 'abonnement-1';
    const first = await (await as('karla')).post('/feeds', { scope: 'mine' }).set('idempotency-key', key).expect(201);
    const second = await (await as('karla')).post('/feeds', { scope: 'mine' }).set('idempotency-key', key).expect(201);
    expect(second.body).toEqual({ id: (first.body as { id: string }).id, url: null });
  });

  it('is revoked at once by its owner, and by nobody else', async () => {
    const { id, path } = await subscribe(app, org, 'karla');
    await fetchFeed(app, path).expect(200);
    await (await as('henrik')).delete(`/feeds/${id}`).expect(404);
    await app.as(null).delete(`/feeds/${id}`).expect(401);
    expect((await readFeed(app, path)).length).toBeGreaterThan(0);
    const before = String((await fetchFeed(app, path)).headers['etag']);
    await (await as('karla')).delete(`/feeds/${id}`).expect(204);
    await over(path, 0, before);
    await (await as('karla')).delete(`/feeds/${id}`).expect(404);
  });

  /** An empty calendar for a week, so that programs let go of what they have, then nothing. */
  async function over(path: string, days: number, etag?: string): Promise<void> {
    app.clock.moveTo(new Date(Date.now() + days * 86_400_000 + 1_000));
    const empty = await fetchFeed(app, path, etag).expect(200);
    expect(eventsIn(empty.text)).toEqual([]);
    expect(empty.text).toContain('NAME:Abonnementet er slut');
    await fetchFeed(app, path, String(empty.headers['etag'])).expect(304);
    app.clock.moveTo(new Date(Date.now() + (days + 7.1) * 86_400_000));
    await fetchFeed(app, path).expect(404);
    app.clock.moveTo(null);
  }

  it('is over after twelve months, though it is fetched all the time', async () => {
    const { path } = await subscribe(app, org, 'bo');
    for (const day of [0, 80, 160, 240, 320]) {
      app.clock.moveTo(new Date(Date.now() + day * 86_400_000));
      expect((await fetchFeed(app, path).expect(200)).text).not.toContain('slut');
    }
    await over(path, 366);
  });

  it('is over when no program has fetched it for ninety days, and its owner sees when that will be', async () => {
    const { id, path } = await subscribe(app, org, 'bo');
    const line = async () => ((await (await as('bo')).get('/feeds').expect(200)).body as { items: { id: string; state: string; endsAt: string }[] }).items.find((each) => each.id === id);
    app.clock.moveTo(new Date(Date.now() + 9 * 86_400_000));
    await fetchFeed(app, path).expect(200);
    expect(Math.round((Date.parse((await line())?.endsAt ?? '') - Date.now()) / 86_400_000)).toBe(99);
    await over(path, 99);
    app.clock.moveTo(new Date(Date.now() + 100 * 86_400_000));
    expect(await line()).toMatchObject({ state: 'ended' });
  });

  it('is over when its owner has left', async () => {
    const { path } = await subscribe(app, org, 'bo');
    await fetchFeed(app, path).expect(200);
    await org.leave('bo');
    await over(path, 0);
    await org.comeBack('bo');
  });

  it('that is unknown is answered like one that is over, and guessing is stopped after thirty, also when all guess at once', async () => {
    const { path, id } = await subscribe(app, org, 'bo');
    await (await as('bo')).delete(`/feeds/${id}`).expect(204);
    app.clock.moveTo(new Date(Date.now() + 8 * 86_400_000));
    const over = await fetchFeed(app, path).expect(404);
    const unknown = await fetchFeed(app, `/k/${'x'.repeat(43)}/kalender.ics`).expect(404);
    const malformed = await fetchFeed(app, '/k/kort/kalender.ics').expect(404);
    expect([unknown.body, malformed.body]).toEqual([over.body, over.body]);
    const guesses = Array.from({ length: 60 }, (_, guess) => fetchFeed(app, `/k/${String(guess).padStart(43, 'y')}/kalender.ics`).then(({ status }) => status));
    const letThrough = (await Promise.all(guesses)).filter((status) => status === 404);
    expect(letThrough.length).toBeLessThanOrEqual(28);
    await fetchFeed(app, '/k/kort/kalender.ics').expect(429);
  });
});
