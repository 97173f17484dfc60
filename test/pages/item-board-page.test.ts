import supertest from 'supertest';
import type { TestApp } from '../support/app.js';
import { startConclusionApp } from '../support/conclusion-app.js';
import { BOOKING_DAY, type ConclusionDesk, type HeldItem } from '../support/conclusion-desk.js';
import type { Organisation } from '../support/organisation.js';
import { openBrowser, type PageReader, textOf } from '../support/page-reader.js';
import { SessionStore } from '../../src/auth/session-store.js';

let app: TestApp;
let org: Organisation;
let desk: ConclusionDesk;
let freja: PageReader;
let solvej: PageReader;

beforeAll(async () => {
  ({ app, org, desk } = await startConclusionApp());
  [freja, solvej] = await Promise.all([openBrowser(app, org, 'freja'), openBrowser(app, org, 'solvej')]);
});
beforeEach(() => app.clock.moveTo(BOOKING_DAY));
afterAll(() => app.close());

const at = (item: HeldItem, part = ''): string => `/punkter/${item.id}${part}`;

async function said(item: HeldItem, text: string, heading = 'worries'): Promise<string> {
  await freja.send(at(item, '/udsagn'), at(item, '/moede'), { heading, voice: 'unit', text });
  const ids = [...(await freja.get(at(item, '/moede'))).text.matchAll(/id="udsagn-([0-9a-f-]{36})"/g)].map(([, id]) => id ?? '');
  return ids.at(-1) ?? '';
}

describe('the board of the meeting', () => {
  it('has the youth’s own words first, then the questions starting with what works', async () => {
    const text = textOf(await freja.get(at(await desk.booked(), '/moede')));
    const order = [
      'Den unges egne ord', 'Hvad virker godt?', 'Hvad er vi bekymrede for?', 'Hvad skal der ske?', 'Hvor tryg er du ved tiden efter 18?',
    ].map((title) => text.indexOf(title));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order).not.toContain(-1);
  });

  it('takes a statement and leads back to its column', async () => {
    const item = await desk.booked();
    const answer = await freja.send(at(item, '/udsagn'), at(item, '/moede'), { heading: 'working_well', voice: 'parent', voiceName: 'mor', text: 'Hun har <b>ro</b>' });
    expect(answer.headers['location']).toBe(`/punkter/${item.id}/moede#kolonne-working_well`);
    expect((await freja.get(at(item, '/moede'))).text).toContain('Hun har &lt;b>ro&lt;/b></textarea>');
  });

  it('keeps what was typed in the column whose statement was refused', async () => {
    const item = await desk.booked();
    const refused = await freja.send(at(item, '/udsagn'), at(item, '/moede'), { heading: 'worries', voice: 'parent', voiceName: 'mor', text: '' }, 400);
    expect(refused.text).toContain('href="#ny-worries-text"');
    expect(refused.text).toMatch(/id="ny-worries-voiceName"[^>]*|value="mor"/);
    expect((refused.text.match(/value="mor"/g) ?? []).length).toBe(1);
  });

  it('shows the second of two writers the other’s text beside his own', async () => {
    const item = await desk.booked();
    const id = await said(item, 'Den første tekst');
    await solvej.send(at(item, `/udsagn/${id}`), at(item, '/moede'), { text: 'Solvejs tekst', version: '1' });
    const late = await freja.send(at(item, `/udsagn/${id}`), at(item, '/moede'), { text: 'Frejas tekst', version: '1' }, 412);
    expect(textOf(late)).toContain('har rettet her imens: Solvejs tekst Din tekst står nedenfor');
    expect(late.text).toContain('Frejas tekst</textarea>');
    expect(late.text).toContain(`href="#udsagn-${id}-text"`);
    const version = /Frejas tekst<\/textarea><input type="hidden" name="version" value="(\d+)"/.exec(late.text)?.[1] ?? '';
    await freja.send(at(item, `/udsagn/${id}`), at(item, '/moede'), { text: 'Frejas tekst', version });
    expect((await solvej.get(at(item, '/moede'))).text).toContain('Frejas tekst</textarea>');
  });

  it('takes a statement away and puts it back as it was', async () => {
    const item = await desk.booked();
    const id = await said(item, 'Slettes ved en fejl');
    const removed = await freja.send(at(item, `/udsagn/${id}/slet`), at(item, '/moede'), { text: 'Slettes ved en fejl', version: '1' });
    const page = await freja.get(String(removed.headers['location']));
    expect(page.text).not.toContain('Slettes ved en fejl');
    expect(textOf(page)).toContain('Udsagnet er slettet. Fortryd');
    await freja.send(at(item, `/udsagn/${id}/fortryd`), at(item, '/moede'));
    await freja.send(at(item, `/udsagn/${id}/fortryd`), at(item, '/moede'));
    expect((await freja.get(at(item, '/moede'))).text).toContain('Slettes ved en fejl</textarea>');
  });

  it('lets nobody else put back what one has taken away', async () => {
    const item = await desk.booked();
    const id = await said(item, 'Mit eget');
    await freja.send(at(item, `/udsagn/${id}/slet`), at(item, '/moede'), { version: '1' });
    await solvej.send(at(item, `/udsagn/${id}/fortryd`), at(item, '/moede'), {}, 404);
  });

  it('draws the numbers, changes and removes one', async () => {
    const item = await desk.booked();
    await freja.send(at(item, '/tal'), at(item, '/moede'), { voice: 'youth', value: '4', because: 'Jeg ved ikke, hvor jeg skal bo' });
    await freja.send(at(item, '/tal'), at(item, '/moede'), { voice: 'youth', value: '5' }, 409);
    const page = await freja.get(at(item, '/moede'));
    expect(page.text).toMatch(/<svg class="scale-line" role="img" aria-labelledby="skala-titel skala-tekst"/);
    const id = /id="tal-([0-9a-f-]{36})"/.exec(page.text)?.[1] ?? '';
    await freja.send(at(item, `/tal/${id}`), at(item, '/moede'), { value: '6', because: '', oneUp: 'En bolig', version: '1' });
    await freja.send(at(item, `/tal/${id}`), at(item, '/moede'), { value: '2', version: '1' }, 412);
    expect(textOf(await freja.get(at(item, '/moede')))).toMatch(/den unge : .*: 6/);
    await freja.send(at(item, `/tal/${id}/slet`), at(item, '/moede'), { version: '2' });
    expect(textOf(await freja.get(at(item, '/moede')))).toContain('Ingen har givet et tal endnu.');
  });
});

describe('the screen in the room', () => {
  it('shows this youth alone: no menu, no search, no forms', async () => {
    const item = await desk.booked();
    await said(item, 'Bolig efter 18');
    const page = await freja.get(at(item, '/skaerm'));
    expect(textOf(page)).toContain('Bolig efter 18');
    expect(page.text).not.toMatch(/<nav|<form|<header|Log ud|Freja Holmgaard|CPR|\d{6}-|role="alert"/);
    expect(page.text).toContain('data-leave-on-escape');
  });

  it('is read again only when something has changed', async () => {
    const item = await desk.booked();
    const { token } = await app.inTx((tx) => app.get(SessionStore).open(tx, org.staff.freja, 'page'));
    const ask = (stamp: string): supertest.Test => supertest(app.url).get(at(item, '/skaerm')).set('cookie', `sid=${token}`).set('if-none-match', stamp);
    const first = await ask('').expect(200);
    await ask(String(first.headers['etag'])).expect(304);
    await said(item, 'Noget nyt');
    expect((await ask(String(first.headers['etag'])).expect(200)).text).toContain('Noget nyt');
  });

  it('shows what is being agreed while it is typed', async () => {
    const item = await desk.booked();
    await freja.send(at(item, '/afslutning'), at(item, '/afslutning'), {
      version: '0', 'actions.0.text': 'Søger bolig', 'actions.0.ownerId': org.staff.solvej, 'actions.0.dueOn': '2027-01-13',
    });
    expect(textOf(await freja.get(at(item, '/skaerm')))).toContain('Søger bolig: Solvej Marstrand, senest 13. januar 2027');
  });
});
