import { newId } from '../../src/platform/database/ids.js';
import { addDays, addYears, type CalendarDate, parseCalendarDate } from '../../src/platform/clock/calendar-date.js';
import { formatDateDanish } from '../../src/platform/clock/danish-format.js';
import { XLSX_TYPE } from '../../src/platform/xlsx/write-sheet.js';
import { startApp, type TestApp } from '../support/app.js';
import { type BookingBody, BookingDesk, slotIds } from '../support/bookings.js';
import { type DayBody, startSeries } from '../support/meeting-days.js';
import { organisation, type Organisation } from '../support/organisation.js';
import { openBrowser, type PageReader, statementsOf, textOf } from '../support/page-reader.js';
import { readPdf } from '../support/read-pdf.js';
import { readSheet } from '../support/read-sheet.js';

describe('the docket as a page', () => {
  let app: TestApp;
  let org: Organisation;
  let desk: BookingDesk;
  let days: DayBody[];
  let item: BookingBody;
  let youthId: string;
  let freja: PageReader;
  let karla: PageReader;

  beforeAll(async () => {
    app = await startApp();
    org = await organisation(app);
    desk = new BookingDesk(app, org);
    await startSeries(app, org, { intervalDays: 14 });
    days = await desk.openDays();
    youthId = await desk.youth();
    item = await desk.book(await desk.referral(youthId), slotIds(days[0])[0]);
    [freja, karla] = await Promise.all([openBrowser(app, org, 'freja'), openBrowser(app, org, 'karla')]);
  });
  afterAll(() => app.close());

  const dateOf = (index: number): CalendarDate => parseCalendarDate(days[index]?.date ?? '');
  const at = (index = 0): string => `/dagsorden?date=${dateOf(index)}`;
  const move = (id: string, slotId: string | undefined, over: Record<string, string> = {}) => ({ path: `/dagsorden/punkter/${id}/flyt`, fields: { dato: dateOf(0), slotId: slotId ?? '', ...over } });
  const slotOf = async (id: string): Promise<string> => ((await app.as(await org.token('karla')).get(`/bookings/${id}`).expect(200)).body as BookingBody).slotId;

  it('says at the top what is not ready, and what each item lacks with a link to where it is mended', async () => {
    const page = await freja.get(at());
    const name = formatDateDanish(dateOf(0));
    expect(textOf(page)).toContain(`${name.charAt(0).toUpperCase()}${name.slice(1)}: 1 punkt, ✕ 1 ikke klar , 3 frie pladser, hasteplads fri`);
    expect(textOf(page)).toMatch(/Sofie Birkholt .*4 voksne, 1 ung Koordinerende sagsbehandler: Freja Holmgaard/);
    expect(page.text).toContain(`<a href="/unge/${youthId}">Sofie Birkholt</a>`);
    expect(page.text).toMatch(new RegExp(`<a href="/punkter/${item.id}#grundlag">Grundlag mangler: [^<]+</a><span class="sr-only"> \\(mangler\\)`));
    expect(page.text).toContain(`<a href="/punkter/${item.id}#den-unge">Den unge er ikke spurgt</a>`);
  });

  it('shows the next fortnight beside it', async () => {
    const page = await freja.get(at());
    const aside = page.text.slice(page.text.indexOf('<aside'));
    expect(aside).toContain('De næste 14 dage');
    expect(aside).toContain(`href="/dagsorden?date=${dateOf(1)}"`);
    expect(aside).toMatch(/0 punkter, .*4 frie pladser, hasteplads fri/s);
  });

  it('names nobody to those without access, and offers them nothing', async () => {
    const page = await (await openBrowser(app, org, 'bo')).get(at());
    expect(textOf(page)).toContain('Navn vises ikke for dig (Social)');
    expect(textOf(page)).toContain('1 vises uden navn for dig');
    expect(page.text).not.toMatch(/Sofie|Flyt punktet|\/punkter\//);
  });

  it('is not for administrators and auditors', async () => {
    for (const name of ['anker', 'regitze'] as const) {
      const reader = await openBrowser(app, org, name);
      for (const path of ['/dagsorden', '/dagsorden.pdf', '/dagsorden.xlsx', '/dagsorden/dage/ny']) await reader.get(path, 403);
    }
  });

  it('says when a fortnight is empty, and refuses a date that is none', async () => {
    expect(textOf(await freja.get('/dagsorden?date=2019-01-01'))).toContain('Der er ingen K-mødedage i perioden.');
    await freja.get('/dagsorden?date=2026-02-30', 400);
  });

  describe('moving an item', () => {
    it('offers the free places of both fortnights, the urgent one to the urgent alone, and moves back again', async () => {
      const page = await freja.get(at());
      expect(textOf(page)).toContain('Flyt til den næste dag uden kendte aftaler');
      expect(textOf(page)).not.toMatch(/hvor alle kan/i); // whose calendar is not read may be busy all the same
      const offered = [...page.text.matchAll(/<option value="([0-9a-f-]{36})"/g)].map(([, id]) => id);
      expect(offered).toEqual([...slotIds(days[0]).slice(1, 4), ...slotIds(days[1]).slice(0, 4)]);
      const { path, fields } = move(item.id, slotIds(days[1])[2]);
      const next = (await freja.send(path, at(), fields)).headers['location'] ?? '';
      expect(next).toBe(`/dagsorden?date=${dateOf(0)}&besked=flyttet&punkt=${item.id}&fra=${item.slotId}`);
      const after = await freja.get(next);
      expect(textOf(after)).toMatch(/Punktet er flyttet. .*Fortryd flytningen/);
      expect(after.text.slice(after.text.indexOf('<aside'))).toContain('Sofie Birkholt');
      const undone = await freja.send(path, next, { dato: dateOf(0), slotId: item.slotId, fortryd: 'ja' });
      expect(undone.headers['location']).toMatch(/besked=lagt-tilbage$/);
      expect(await slotOf(item.id)).toBe(item.slotId);
    });

    it('names who is busy, keeps what was chosen, and moves nothing', async () => {
      await app.as(await org.token('freja')).post(`/staff/${org.staff.freja}/absences`, { startsOn: dateOf(1), endsOn: dateOf(1) }).expect(201);
      const { path, fields } = move(item.id, slotIds(days[1])[0]);
      const refused = await freja.send(path, at(), fields, 409);
      expect(textOf(refused)).toContain('En, der skal med, kan ikke den dag.');
      expect(refused.text).toContain(`<a href="#flyt-${item.id}-slotId">Freja Holmgaard kan ikke ${formatDateDanish(dateOf(1))}.</a>`);
      expect(refused.text).toMatch(new RegExp(`<details class="item-menu[^>]* open`));
      expect(refused.text).toMatch(new RegExp(`<option value="${fields.slotId}" selected`));
      expect(await slotOf(item.id)).toBe(item.slotId);
    });

    it('carries an item over to the next day on which all can come', async () => {
      const back = await freja.send(`/dagsorden/punkter/${item.id}/naeste-dag`, at(), { dato: dateOf(0) });
      expect(back.headers['location']).toContain(`besked=flyttet&punkt=${item.id}&fra=${item.slotId}`);
      expect(slotIds(days[2])).toContain(await slotOf(item.id));
      await freja.send(`/dagsorden/punkter/${item.id}/flyt`, at(), { dato: dateOf(0), slotId: item.slotId, fortryd: 'ja' });
    });

    it('asks for a place when none was chosen', async () => {
      const refused = await freja.send(`/dagsorden/punkter/${item.id}/flyt`, at(), { dato: dateOf(0), slotId: '' }, 400);
      expect(refused.text).toContain(`<a href="#flyt-${item.id}-slotId">Vælg en gyldig post.</a>`);
    });

    it('marks an item as held once it has begun', async () => {
      expect((await freja.get(at())).text).not.toContain('Meld afholdt');
      const held = await desk.book(await desk.caseReady({}, {}), slotIds(days[0])[3]);
      const refused = await freja.send(`/dagsorden/punkter/${held.id}/afholdt`, at(), { dato: dateOf(0) }, 422);
      expect(textOf(refused)).toContain('Punktet er ikke begyndt endnu.');
      await app.inTx((tx) => tx.query("UPDATE booking SET starts_at = $2::timestamptz - interval '1 hour' WHERE id = $1", [held.id, tx.now]));
      expect((await freja.get(at())).text).toContain('Meld afholdt');
      const next = await freja.send(`/dagsorden/punkter/${held.id}/afholdt`, at(), { dato: dateOf(0) });
      expect(textOf(await freja.get(next.headers['location'] ?? ''))).toContain('Afholdt, mangler afslutning');
    });
  });

  describe('the page of a day', () => {
    const dayAt = (index: number): string => `/dagsorden/dage/${days[index]?.id ?? ''}`;

    it('is for the secretary and the chair of that day', async () => {
      expect((await karla.get(at())).text).toContain(`href="${dayAt(0)}"`);
      expect((await freja.get(at())).text).not.toContain(dayAt(0));
      await freja.get(dayAt(0), 403);
      expect(textOf(await (await openBrowser(app, org, 'henrik')).get(dayAt(0)))).toContain('Luk dagsordenen nu');
      await karla.get('/dagsorden/dage/01a21497-558b-72e2-a6f4-68c10c3c0c5a', 404);
    });

    it('closes the docket, takes a late item with a reason only, and opens it again', async () => {
      const [day, waiting] = [dayAt(3), await desk.referral(await desk.youth({ name: 'Malik Damgaard' }))];
      expect((await karla.send(`${day}/luk`, day)).headers['location']).toBe(`${day}?besked=lukket`);
      const page = await karla.get(`${day}?besked=lukket`);
      expect(textOf(page)).toMatch(/Dagsordenen er lukket\. .*Malik Damgaard, koordinering/i);
      const late = { referralId: waiting, slotId: slotIds(days[3])[0] ?? '' };
      const refused = await karla.send(`${day}/sent-punkt`, day, { ...late, lateReason: ' ' }, 400);
      expect(refused.text).toContain('<a href="#sent-punkt-lateReason">Feltet skal udfyldes.</a>');
      expect(refused.text).toMatch(new RegExp(`<option value="${waiting}" selected`));
      const taken = await karla.send(`${day}/sent-punkt`, day, { ...late, lateReason: 'Flyttede hertil i går' });
      expect(textOf(await karla.get(taken.headers['location'] ?? ''))).toMatch(/Malik Damgaard .*For sent .*Sent punkt: Flyttede hertil i går/);
      expect(textOf(await karla.send(`${day}/aabn`, day, { closesOn: addDays(dateOf(3), 1) }, 422))).toContain('Vælg en dato efter i dag og senest mødedagen.');
      await karla.send(`${day}/aabn`, day, { closesOn: '' });
      expect(textOf(await karla.get(day))).toContain('Luk dagsordenen nu');
    });

    it('moves the whole day with its items, and says who is busy', async () => {
      const day = dayAt(3);
      const fields = { date: dateOf(4), startsAt: '09:00', room: '', reason: 'Kursus' };
      const refused = await karla.send(`${day}/flyt`, day, fields, 409);
      expect(refused.text).toMatch(/<a href="#flyt-date">Henrik Aabling er optaget/);
      expect(refused.text).toContain('>Kursus</textarea>');
      const next = addDays(dateOf(3), 1);
      await app.inTx((tx) => tx.query("INSERT INTO closed_day (id, date, kind, label, created_at) VALUES ($1, $2, 'closed', 'Lukket', $3) ON CONFLICT DO NOTHING", [newId(), next, tx.now]));
      expect((await karla.send(`${day}/flyt`, day, { ...fields, date: next })).headers['location']).toBe(`/dagsorden?date=${next}&besked=dag-flyttet-lukkedag&dag=${days[3]?.id ?? ''}`);
      expect(textOf(await karla.get(`/dagsorden?date=${next}&besked=dag-flyttet-lukkedag`))).toContain('Bemærk, at datoen er en lukkedag.');
      expect(textOf(await karla.get(`/dagsorden?date=${next}`))).toMatch(/Bemærkning: Kursus .*Malik Damgaard/);
    });

    it('asks before the day is carried past a deadline', async () => {
      const [day, date] = [dayAt(5), addDays(dateOf(5), 1)];
      const turns17 = await desk.youth({ born: addYears(date, -17), measure: { act: 'barnets lov', section: '§ 46', from: '2020-01-01' } });
      await desk.book(await desk.referral(turns17, { type: 'transition', areas: undefined }), slotIds(days[5])[0]);
      const fields = { date, startsAt: '09:00', room: '', reason: 'Kursus' };
      expect((await karla.get(day)).text).not.toContain('acceptPastDeadlines');
      const refused = await karla.send(`${day}/flyt`, day, fields, 422);
      expect(refused.text).toMatch(/<a href="#flyt-date">Efter fristen kommer punktet kl\. 9\.00 \(frist /);
      expect(refused.text).toContain('Flyt dagen, selv om punkter kommer efter deres frist');
      await karla.send(`${day}/flyt`, day, { ...fields, acceptPastDeadlines: 'on' });
      expect(textOf(await karla.get(`/dagsorden?date=${date}`))).toMatch(/Bemærkning: Kursus .*For sent/);
    });

    it('is cancelled with a reason, and no item is forgotten', async () => {
      const day = dayAt(3);
      const booked = /name="unplace" value="([0-9a-f-]{36})"/.exec((await karla.get(day)).text)?.[1] ?? '';
      const refused = await karla.send(`${day}/aflys`, day, { reason: 'Sygdom' }, 409);
      expect(refused.text).toContain('<a href="#aflys-unplace">Sæt kryds ved de punkter, der mister deres tid.</a>');
      const next = await karla.send(`${day}/aflys`, day, { reason: 'Sygdom', unplace: booked });
      expect(textOf(await karla.get(next.headers['location'] ?? ''))).toMatch(/Dagen er aflyst\..*Aflyst: Sygdom/);
      expect(textOf(await karla.get(day))).toContain('Dagen kan ikke ændres mere.');
    });

    it('is made outside the rhythm, as in the series', async () => {
      const date = addDays(dateOf(4), 1);
      const refused = await karla.send('/dagsorden/dage', '/dagsorden/dage/ny', { date: '', seriesId: '' }, 400);
      expect(refused.text).toContain('<a href="#date">Vælg en dato, der findes.</a>');
      const series = /<option value="([0-9a-f-]{36})" selected/.exec((await karla.get('/dagsorden/dage/ny')).text)?.[1] ?? '';
      const next = await karla.send('/dagsorden/dage', '/dagsorden/dage/ny', { date, seriesId: series, startsAt: '12:30', room: '' });
      expect(textOf(await karla.get(next.headers['location'] ?? ''))).toMatch(/Dagen er lagt ind .*kl\. 12\.30–16\.00 · Møllestuen · mødeleder Henrik Aabling/);
    });
  });

  describe('as a file', () => {
    it('is a PDF with what its reader may see', async () => {
      const file = await freja.download(`/dagsorden.pdf?date=${dateOf(0)}`);
      expect(file.headers['content-disposition']).toBe(`attachment; filename="dagsorden-${dateOf(0)}.pdf"`);
      expect(readPdf(file.body as Buffer).text).toContain('Sofie Birkholt');
      const bo = await (await openBrowser(app, org, 'bo')).download(`/dagsorden.pdf?date=${dateOf(0)}`);
      const { text } = readPdf(bo.body as Buffer);
      expect(text).toContain('Navn vises ikke for dig');
      expect(text).not.toContain('Sofie');
    });

    it('is a spreadsheet with real dates and no formula, and is logged as exported', async () => {
      const file = await freja.download(`/dagsorden.xlsx?date=${dateOf(0)}`);
      expect(file.headers['content-type']).toBe(XLSX_TYPE);
      const { rows, formulas } = readSheet(file.body as Buffer);
      expect(formulas).toBe(0);
      expect(rows.find(([, from]) => from === '9.00')?.slice(1, 5)).toEqual(['9.00', '9.40', 'Sofie Birkholt', expect.stringMatching(/koordinering/i)]);
      const logged = await app.inTx((tx) => tx.query<{ youths: string[]; format: string }>(
        "SELECT youth_ids AS youths, detail->>'format' AS format FROM audit_entry WHERE action = 'docket.exported' AND actor_id = $1 ORDER BY at", [org.staff.freja],
      ));
      expect(logged.map(({ format }) => format)).toEqual(['pdf', 'xlsx']);
      expect(logged[1]?.youths).toContain(youthId);
    });
  });

  it('weighs less than 60 kB when both fortnights are full, and sends as many statements as for an empty one', async () => {
    await karla.get('/dagsorden?date=2019-01-01');
    const empty = await statementsOf(() => karla.get('/dagsorden?date=2019-01-01'));
    for (const slot of [...slotIds(days[1]).slice(0, 4), ...slotIds(days[2]).slice(0, 2)]) await desk.book(await desk.caseReady({}, { coordinator: 'gitte' }), slot, {}, 'gitte');
    const page = await karla.get(at(1));
    expect(textOf(page)).toContain('ingen frie pladser');
    expect(Buffer.byteLength(page.text)).toBeLessThan(60_000);
    expect(await statementsOf(() => karla.get(at(1)))).toBe(empty);
  });
});

describe('the docket where there are two series', () => {
  let app: TestApp;
  let karla: PageReader;
  let series: { north: string; south: string };

  beforeAll(async () => {
    app = await startApp();
    const org = await organisation(app);
    const { bo, gitte } = org.staff;
    const north = await startSeries(app, org, { name: 'K-møde Nord' });
    series = { north, south: await startSeries(app, org, { name: 'K-møde Syd', anchorDate: '2020-09-10', chairId: gitte, minuteTakerId: bo, panel: [], room: null }) };
    karla = await openBrowser(app, org, 'karla');
  });
  afterAll(() => app.close());

  const firstDayOf = async (seriesId: string): Promise<string> => {
    const [row] = await app.inTx((tx) => tx.query<{ date: string }>('SELECT min(date)::text AS date FROM meeting_day WHERE series_id = $1', [seriesId]));
    return row?.date ?? '';
  };

  it('shows the one that meets on the day that a link leads to', async () => {
    for (const [id, name] of [[series.north, 'Nord'], [series.south, 'Syd']] as const) {
      const page = await karla.get(`/dagsorden?date=${await firstDayOf(id)}`);
      expect(page.text).toMatch(new RegExp(`<a href="/dagsorden\\?date=[^"]+series=${id}" aria-current="page">K-møde ${name}</a>`));
    }
  });

  it('leads to the other, which stays when the period changes', async () => {
    const first = await karla.get(`/dagsorden?date=${await firstDayOf(series.north)}`);
    const [, link = ''] = new RegExp(`<a href="([^"]+series=${series.south})">K-møde Syd</a>`).exec(first.text) ?? [];
    const other = await karla.get(link.replaceAll('&amp;', '&'));
    expect(other.text).toMatch(/aria-current="page">K-møde Syd<\/a>/);
    expect(other.text).toContain(`<a href="/dagsorden?series=${series.south}">I dag</a>`);
    expect(textOf(other)).toMatch(/Torsdag/i);
    expect(textOf(other)).not.toMatch(/Onsdag/i);
  });
});
