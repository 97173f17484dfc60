import supertest from 'supertest';
import { SessionStore } from '../../src/auth/session-store.js';
import type { TestApp } from '../support/app.js';
import { startConclusionApp } from '../support/conclusion-app.js';
import { BOOKING_DAY, type ConclusionDesk, type HeldItem } from '../support/conclusion-desk.js';
import type { Organisation } from '../support/organisation.js';
import { openBrowser, type PageReader, textOf } from '../support/page-reader.js';
import { readPdf } from '../support/read-pdf.js';

let app: TestApp;
let org: Organisation;
let desk: ConclusionDesk;
let freja: PageReader;
let karla: PageReader;

beforeAll(async () => {
  ({ app, org, desk } = await startConclusionApp());
  [freja, karla] = await Promise.all([openBrowser(app, org, 'freja'), openBrowser(app, org, 'karla')]);
});
beforeEach(() => app.clock.moveTo(BOOKING_DAY));
afterAll(() => app.close());

const at = (item: HeldItem, part = ''): string => `/punkter/${item.id}${part}`;

/** All fields of a conclusion that lacks nothing. */
async function filledIn(item: HeldItem, version = '0'): Promise<Record<string, string>> {
  const { staff } = await desk.draft(item);
  return {
    version, outcome: 'plan_agreed', 'attendance.youth.present': 'ja', ...Object.fromEntries(staff.map(({ staffId }) => [`attendance.staff.${staffId}.present`, 'ja'])),
    'decisions.0.text': 'Vi søger ungestøtte.', 'actions.0.text': 'Søger ungestøtte', 'actions.0.ownerId': org.staff.solvej, 'actions.0.dueOn': '2027-05-20',
    coordinatorId: org.staff.freja, nextKind: 'check', 'next.checkOn': '2027-05-25',
  };
}

describe('the conclusion on the page', () => {
  it('shows what the type needs and names each gap with a way to it', async () => {
    const item = await desk.held();
    const page = await freja.get(at(item, '/afslutning'));
    expect(page.text).toContain('<a href="#decisions">Skriv, hvad I blev enige om.</a>');
    expect(page.text).toContain(`<a href="#attendance.staff.${org.staff.solvej}">Solvej Marstrand: Skriv, om personen var med.</a>`);
    for (const field of ['decisions', 'actions', 'next', 'outcome', 'attendance.youth', `attendance.staff.${org.staff.solvej}`]) expect(page.text).toContain(`id="${field}"`);
    expect(page.text).not.toContain('Steder at vælge mellem');
  });

  it('takes a draft of a meeting that has not begun, and offers no conclusion of it', async () => {
    const item = await desk.booked();
    const page = await karla.get(at(item, '/afslutning'));
    expect(textOf(page)).toMatch(/Mødet begynder \w+dag .* kl\. \d+\.\d\d\. Du kan skrive en kladde nu\./);
    expect(page.text).not.toContain('Afslut punktet');
    expect(page.text).not.toContain('Det mangler i kladden');
    expect(page.text).toContain('Gem kladden');
  });

  it('keeps what was written when it cannot be closed yet, and says what is missing beside the fields', async () => {
    const item = await desk.held();
    const answer = await freja.send(at(item, '/afslutning/luk'), at(item, '/afslutning'), { version: '0', 'actions.4.text': 'Ringer til skolen' });
    expect(answer.headers['location']).toBe(`/punkter/${item.id}/afslutning?besked=mangler`);
    const page = await freja.get(String(answer.headers['location']));
    expect(page.text).toContain('value="Ringer til skolen"');
    expect(page.text).toContain('href="#actions.0.ownerId"');
    expect(page.text).toMatch(/id="actions\.0\.ownerId-fejl"><span class="sr-only">Fejl: <\/span>Vælg den ene, der er ansvarlig\./);
  });

  it('fills in everybody of whom nothing has been said', async () => {
    const item = await desk.held();
    await freja.send(at(item, '/afslutning'), at(item, '/afslutning'), { version: '0', everybody: 'ja', [`attendance.staff.${org.staff.ulla}.present`]: 'nej' });
    const { content } = await desk.draft(item);
    const staff = (content['attendance'] as { staff: { staffId: string; present: boolean }[] }).staff;
    expect(staff.filter(({ present }) => !present).map(({ staffId }) => staffId)).toEqual([org.staff.ulla]);
    expect(staff.length).toBeGreaterThan(3);
  });

  it('shows the second of two writers what the other wrote, beside his own', async () => {
    const item = await desk.held();
    await karla.send(at(item, '/afslutning'), at(item, '/afslutning'), {
      version: '0', 'decisions.0.text': 'Karlas beslutning', 'actions.0.text': 'Ringer', 'actions.0.ownerId': org.staff.ulla,
    });
    const late = await freja.send(at(item, '/afslutning'), at(item, '/afslutning'), { version: '0', 'decisions.0.text': 'Frejas beslutning' }, 412);
    expect(textOf(late)).toMatch(/En anden har skrevet i kladden imens .*Beslutning 1 Karlas beslutning/);
    expect(textOf(late)).toContain('Aftale 1 Ulla Engdal');
    expect(late.text).toContain('value="Frejas beslutning"');
    await freja.send(at(item, '/afslutning'), at(item, '/afslutning'), { version: '1', 'decisions.0.text': 'Frejas beslutning' });
    expect((await desk.draft(item)).content).toMatchObject({ decisions: [{ text: 'Frejas beslutning' }] });
  });

  it('offers everybody as owner when that is asked for', async () => {
    const item = await desk.held();
    expect((await freja.get(at(item, '/afslutning'))).text).not.toMatch(/actions\.0\.ownerId.*Jonas Bakketoft.*actions\.0\.dueOn/s);
    expect((await freja.get(at(item, '/afslutning?alle=ja'))).text).toMatch(/actions\.0\.ownerId.*Jonas Bakketoft.*actions\.0\.dueOn/s);
  });

  it('closes, and the page of the item then says how it ended', async () => {
    const item = await desk.held();
    const answer = await freja.send(at(item, '/afslutning/luk'), at(item, '/afslutning'), await filledIn(item));
    expect(answer.headers['location']).toBe(`/punkter/${item.id}?besked=afsluttet`);
    const page = textOf(await freja.get(String(answer.headers['location'])));
    expect(page).toMatch(/Punktet er afsluttet.*Planen er aftalt.*Det blev I enige om.*Vi søger ungestøtte\..*Søger ungestøtte Solvej Marstrand 20\. maj 2027 Åben/);
    expect(page).toContain('Aftalerne tjekkes tirsdag 25. maj 2027');
    expect(textOf(await freja.get(at(item, '/afslutning')))).toContain('Planen er aftalt');
  });

  it('takes the next slot in the same step, and tells when somebody else has got it', async () => {
    const [first, second] = [await desk.booked(), await desk.booked()];
    await desk.hold(second);
    const slot = desk.lateSlot();
    const next = { nextKind: 'slot', 'next.slotId': slot, 'next.lateReason': 'Aftalt på mødet' };
    const answer = await freja.send(at(first, '/afslutning/luk'), at(first, '/afslutning'), { ...(await filledIn(first)), ...next });
    expect(textOf(await freja.get(String(answer.headers['location'])))).toMatch(/Nyt møde \S+ \d+\. \S+ 2027 kl\./);
    const refused = await freja.send(at(second, '/afslutning/luk'), at(second, '/afslutning'), { ...(await filledIn(second)), ...next }, 409);
    expect(refused.text).toContain('value="Søger ungestøtte"');
    expect((await desk.draft(second)).version).toBe(0);
  });
});

describe('what the youth takes home', () => {
  it('says in plain words what was agreed, who does what by when, whom to call and what is next', async () => {
    const item = await desk.held();
    await freja.send(at(item, '/udsagn'), at(item, '/moede'), { heading: 'own_words', voice: 'youth', text: 'Jeg vil bo selv.' });
    await desk.conclude(item);
    const text = textOf(await freja.get(at(item, '/det-aftalte-vi')));
    expect(text).toMatch(
      /Med dine egne ord Jeg vil bo selv\. .*Søger ungestøtte: Solvej Marstrand, senest 20\. maj 2027.*Din koordinerende sagsbehandler Freja Holmgaard, telefon 87 00 00 00/,
    );
    expect(text).toContain('Freja Holmgaard ser, om aftalerne er holdt, tirsdag 25. maj 2027.');
    expect(text).toContain('DET AFTALTE VI');
    const { token } = await app.inTx((tx) => app.get(SessionStore).open(tx, org.staff.freja, 'page'));
    const file = await supertest(app.url).get(at(item, '/det-aftalte-vi.pdf')).set('cookie', `sid=${token}`).responseType('blob').expect(200);
    expect(file.headers['content-disposition']).toMatch(/filename="det-aftalte-vi-[0-9A-Z-]+\.pdf"/);
    expect(readPdf(file.body as Buffer)).toMatchObject({ title: 'Det aftalte vi', language: 'da-DK', tagged: true });
  });

  it('is not there before the item is closed', async () => {
    await freja.get(at(await desk.held(), '/det-aftalte-vi'), 404);
  });
});

describe('the minutes on the page', () => {
  it('are corrected while they are a draft, and approved', async () => {
    const item = await desk.held();
    await desk.conclude(item);
    await karla.send(at(item, '/referat'), at(item, '/referat'), { version: '1', 'decisions.0.text': 'Vi søger ungestøtte i januar.' });
    await karla.send(at(item, '/referat'), at(item, '/referat'), { version: '1', 'decisions.0.text': 'For sent' }, 412);
    const approved = await karla.send(at(item, '/referat/godkend'), at(item, '/referat'));
    const page = await freja.get(String(approved.headers['location']));
    expect(textOf(page)).toMatch(/Referatet er godkendt \d+\. \S+ 202\d af Karla Ødum\. .*Vi søger ungestøtte i januar\./);
    expect(page.text).not.toContain('referat/godkend');
    await karla.send(at(item, '/referat/godkend'), at(item, '/moede').replace('/moede', '/referat'), {}, 409);
  });
});
