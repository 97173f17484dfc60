import { addDays, addYears, type CalendarDate } from '../../src/platform/clock/calendar-date.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Organisation, organisation, type StaffName } from '../support/organisation.js';
import { openBrowser, type PageReader, textOf } from '../support/page-reader.js';
import { recordMeasure, recordYouth, replacementCpr } from '../support/youth-builder.js';

let app: TestApp;
let org: Organisation;
let today: CalendarDate;
let id: string;
const readers = {} as Record<'freja' | 'tage' | 'bo', PageReader>;

beforeAll(async () => {
  app = await startApp();
  org = await organisation(app);
  today = await app.inTx((tx) => Promise.resolve(tx.today));
  for (const name of ['freja', 'tage', 'bo'] as const) readers[name] = await openBrowser(app, org, name);
});
beforeEach(async () => {
  id = await recordYouth(app, org, { born: addYears(today, -17), coordinator: 'freja', measure: { act: 'barnets lov', section: '§ 46', from: addYears(today, -1) } });
});
afterAll(() => app.close());

const address = (tail = ''): string => `/unge/${id}${tail}`;
const shown = async (name: keyof typeof readers = 'freja'): Promise<string> => textOf(await readers[name].get(address()));

/** Sends a form of the youth's page and reads the page that it leads to. */
async function sendAndRead(tail: string, fields: Readonly<Record<string, string>> = {}, name: keyof typeof readers = 'freja'): Promise<string> {
  const { headers } = await readers[name].send(address(tail), address(), fields);
  return (await readers[name].get(String(headers['location']).split('#')[0] ?? '')).text;
}

/** The button "Fortryd" of the notice. */
function undoIn(html: string): string {
  const notice = html.slice(html.indexOf('role="status"'));
  return (/action="([^"]+)"/.exec(notice)?.[1] ?? '').replace(address(), '');
}

async function cardsOf(name: StaffName): Promise<number> {
  return (await app.as(await org.token(name)).get(`/youths/${id}`)).status;
}

describe('the next step', () => {
  it('is to ask for a K-møde before the first deadline that a meeting meets', async () => {
    expect(await shown()).toMatch(/Næste skridt Bed om K-møde( inden \d+\. \S+ \d{4})? Fristen/);
  });
});

describe('indsatser', () => {
  const NEW = { title: 'Samtaler hos PPR', act: 'Barnets lov', section: '§ 32', startsOn: '2026-01-01' };

  it('begin with access for the unit, and are taken back with it', async () => {
    expect(await cardsOf('bo')).toBe(404);
    const html = await sendAndRead('/indsatser', { ...NEW, departmentId: org.unit.handicap, endsOn: '' });
    expect(html).toContain('<strong>Samtaler hos PPR</strong><br/>Handicapteamet · barnets lov § 32 · fra 1. januar 2026');
    expect(await cardsOf('bo')).toBe(200);
    expect(await sendAndRead(undoIn(html))).not.toContain('Samtaler hos PPR');
    expect(await cardsOf('bo')).toBe(404);
  });

  it('end on a day, and go on after all', async () => {
    const measure = await recordMeasure(app, org, id, { act: 'serviceloven', section: '§ 85', from: '2025-01-01', title: 'Bostøtte' });
    const ended = await sendAndRead(`/indsatser/${measure}/slut`, { endsOn: addDays(today, 3) });
    expect(ended).toMatch(/<strong>Bostøtte<\/strong><br\/>Ungeenheden · serviceloven § 85 · 1\. januar 2025 – /);
    expect(await sendAndRead(undoIn(ended))).toContain('Ungeenheden · serviceloven § 85 · fra 1. januar 2025');
  });

  it('say beside the field what is wrong and keep what was typed', async () => {
    const measure = await recordMeasure(app, org, id, { act: 'serviceloven', section: '§ 85', from: '2025-01-01', title: 'Bostøtte' });
    const early = await readers.freja.send(address(`/indsatser/${measure}/slut`), address(), { endsOn: '2024-01-01' }, 422);
    expect(early.text).toContain(`<a href="#indsatser-${measure}-slut-endsOn">Indsatsen kan ikke slutte`);
    expect(early.text).toContain('value="2024-01-01"');
    const nobody = await readers.freja.send(address('/indsatser'), address(), { ...NEW, departmentId: '' }, 400);
    expect(nobody.text).toContain('<a href="#indsatser-departmentId">Vælg den enhed, der giver indsatsen.</a>');
    expect(nobody.text).toContain('value="Samtaler hos PPR"');
  });
});

describe('the network', () => {
  const SISTER = { name: 'Maja', relation: 'storesøster', phone: '20 00 00 01', email: '', kind: 'private', closeness: '1' };

  it('takes a person, corrects, removes and takes back', async () => {
    const html = await sendAndRead('/netvaerk', SISTER);
    expect(html).toContain('<strong>Maja, storesøster</strong><br/>Privat · helt tæt på · 20 00 00 01');
    const person = /href="\/unge\/[\w-]+(\/netvaerk\/[\w-]+)"/.exec(html)?.[1] ?? '';
    expect((await readers.freja.get(address(person))).text).toContain('value="20 00 00 01"');
    expect(await sendAndRead(person, { ...SISTER, relation: 'søster', phone: '' })).toContain('<strong>Maja, søster</strong><br/>Privat · helt tæt på<');
    const removed = await sendAndRead(`${person}/fjern`);
    expect(removed).toContain('Ingen står på netværkskortet endnu.');
    expect(await sendAndRead(undoIn(removed))).toContain('<strong>Maja, søster</strong>');
  });

  it('keeps a wrong correction on its own page', async () => {
    const person = /(\/netvaerk\/[\w-]+)"/.exec(await sendAndRead('/netvaerk', SISTER))?.[1] ?? '';
    const refused = await readers.freja.send(address(person), address(person), { ...SISTER, email: 'ikke en adresse' }, 400);
    expect(textOf(refused)).toContain('Skriv en gyldig e-mailadresse.');
    expect(refused.text).toContain('value="ikke en adresse"');
  });
});

describe('custody and consents', () => {
  const consent = { recipient: 'UU', departmentId: '', scope: 'Skolegang', purpose: 'Vejledning', givenOn: '2026-01-05', expiresOn: '' };

  it('come together: a holder, the consent, its withdrawal and that taken back', async () => {
    const html = await sendAndRead('/foraeldre', { name: 'Amina', relation: 'mor', phone: '', email: '', invite: 'on' });
    expect(html).toContain('<strong>Amina, mor</strong><br/>Har forældremyndighed · inviteres · intet samtykke');
    const holder = /\/foraeldre\/([\w-]+)"/.exec(html)?.[1] ?? '';
    const given = await sendAndRead('/samtykker', { ...consent, givenBy: holder });
    expect(given).toContain('<strong>Amina til UU</strong> <span class="badge badge-success">Gælder</span>');
    const action = /action="\/unge\/[\w-]+(\/samtykker\/[\w-]+\/tilbagetraek)"/.exec(given)?.[1] ?? '';
    const withdrawn = await sendAndRead(action);
    expect(withdrawn).toContain('badge-error">Trukket tilbage');
    expect(await sendAndRead(undoIn(withdrawn))).toContain('badge-success">Gælder');
    await sendAndRead(`/foraeldre/${holder}/fjern`);
    expect(await shown()).toMatch(/Ingen forældremyndighedsindehaver er skrevet på\..*Amina til UU Udløbet/);
  });

  it('refuse a consent of tomorrow beside its date', async () => {
    const refused = await readers.freja.send(address('/samtykker'), address(), { ...consent, givenBy: 'youth', givenOn: addDays(today, 1) }, 422);
    expect(refused.text).toContain('<a href="#samtykker-givenOn">Et samtykke kan ikke være givet i fremtiden. Ret datoen.</a>');
    expect(refused.text).toContain('>Skolegang</textarea>');
  });
});

describe('deadlines', () => {
  it('are waived by a team leader with a reason, and opened again', async () => {
    const html = (await readers.tage.get(address())).text;
    const action = /action="\/unge\/[\w-]+(\/frister\/[\w-]+\/ikke-relevant)"/.exec(html)?.[1] ?? '';
    expect((await readers.freja.get(address())).text).not.toContain('ikke-relevant');
    expect(textOf(await readers.tage.send(address(action), address(), { reason: '' }, 400))).toContain('Feltet skal udfyldes.');
    const waived = await sendAndRead(action, { reason: 'Flytter til en anden kommune' }, 'tage');
    expect(waived).toContain('Begrundelse: Flytter til en anden kommune');
    expect(await sendAndRead(undoIn(waived), {}, 'tage')).toContain(`action="${address(action)}"`);
    await readers.freja.send(address(action), address(), { reason: 'Jeg må ikke' }, 403);
  });

  it('are counted anew from what a person tells has happened', async () => {
    const html = await sendAndRead('/milepaele', { kind: 'youth_plan_made', occurredOn: today });
    expect(html).toMatch(/Det er sket \(1\).*Ungeplan lavet, /s);
    expect(await sendAndRead(undoIn(html))).not.toContain('Ungeplan lavet, ');
  });
});

describe('what is known of a youth', () => {
  it('is corrected, an empty field taken away', async () => {
    const values = { firstName: 'Sofie', lastName: 'Birkholt-Dam', school: 'Engskolen', schoolGrade: '', actingMunicipality: '', specialSchool: 'on' };
    expect(textOf(await readers.freja.get(String((await readers.freja.send(address('/oplysninger'), address(), values)).headers['location']).split('#')[0] ?? '')))
      .toMatch(/Oplysningerne er rettet\. Sofie Birkholt-Dam .*Skole Engskolen/);
    await sendAndRead('/oplysninger', { ...values, school: '' });
    expect(await shown()).not.toContain('Engskolen');
  });

  it('hides where a protected youth is, also from the forms, and keeps what is hidden', async () => {
    await sendAndRead('/oplysninger', { firstName: 'Zahra', lastName: 'Holm', school: 'Engskolen', schoolGrade: '9. A', actingMunicipality: '' });
    await sendAndRead('/netvaerk', { name: 'Lone', relation: 'pædagog', phone: '86 11 22 33', email: '', kind: 'professional', closeness: '2' });
    const html = await sendAndRead('/beskyttelse', { protection: 'til' });
    expect(html).not.toMatch(/Engskolen|9\. A|86 11 22 33/);
    const person = /(\/netvaerk\/[\w-]+)"/.exec(html)?.[1] ?? '';
    expect((await readers.freja.get(address(person))).text).not.toContain('86 11 22 33');
    await sendAndRead(person, { name: 'Lone', relation: 'kontaktpædagog', phone: '', email: '', kind: 'professional', closeness: '2' });
    await sendAndRead('/oplysninger', { firstName: 'Zahra', lastName: 'Holm', school: '', schoolGrade: '', actingMunicipality: '' });
    expect(await sendAndRead('/beskyttelse', { protection: 'fra' })).toMatch(/Engskolen, 9\. A.*kontaktpædagog<\/strong><br\/>Professionel · tæt på · 86 11 22 33/s);
  });

  it('lets only who answers for the youth lift the protection', async () => {
    await recordMeasure(app, org, id, { act: 'serviceloven', section: '§ 85', from: '2025-01-01', unit: 'handicap' });
    await sendAndRead('/beskyttelse', { protection: 'til' });
    expect(await shown('bo')).not.toContain('Slå beskyttelse fra');
    expect(textOf(await readers.bo.send(address('/beskyttelse'), address(), { protection: 'fra' }, 403))).toContain('Kun den koordinerende sagsbehandler');
  });

  it('shows the CPR number once, for a purpose that is logged, and never in an address', async () => {
    const cpr = replacementCpr('2010-01-01');
    const { body } = await app.as(await org.token('karla')).post('/youths', {
      cpr, firstName: 'Ny', lastName: 'Ung', departmentId: org.unit.ungeenhed, coordinatorId: org.staff.freja,
    }).expect(201);
    id = (body as { id: string }).id;
    const refused = await readers.freja.send(address('/cpr'), address(), { purpose: '' }, 400);
    expect(refused.text).not.toContain(cpr);
    const answer = await readers.freja.send(address('/cpr'), address(), { purpose: 'Skal bruges i fagsystemet' }, 200);
    expect(answer.text).toContain(cpr);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect((await readers.freja.get(address())).text).not.toContain(cpr);
    const [row] = await app.inTx((tx) => tx.query<{ purpose: string }>('SELECT purpose FROM cpr_disclosure WHERE youth_id = $1', [id]));
    expect(row?.purpose).toBe('Skal bruges i fagsystemet');
  });
});

describe('who has no ground', () => {
  it('gets the same answer as for what does not exist, also from a form', async () => {
    const pia = await openBrowser(app, org, 'pia');
    await pia.get(address(), 404);
    await pia.send(address('/netvaerk'), '/unge', { name: 'X' }, 404);
  });
});
