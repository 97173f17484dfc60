import type supertest from 'supertest';
import { addDays, addYears, type CalendarDate, daysBetween } from '../../src/platform/clock/calendar-date.js';
import { newId } from '../../src/platform/database/ids.js';
import { startApp, type TestApp } from '../support/app.js';
import { BookingDesk, slotIds } from '../support/bookings.js';
import { deadlinesOf } from '../support/deadline-reader.js';
import { startSeries } from '../support/meeting-days.js';
import { type Organisation, organisation, type StaffName } from '../support/organisation.js';
import { openBrowser, type PageReader, statementsOf } from '../support/page-reader.js';
import { recordMeasure, recordYouth } from '../support/youth-builder.js';

let app: TestApp;
let org: Organisation;
let today: CalendarDate;
const readers = new Map<StaffName, PageReader>();

beforeAll(async () => {
  app = await startApp();
  org = await organisation(app);
  today = await app.inTx((tx) => Promise.resolve(tx.today));
});

afterAll(() => app.close());

async function reader(name: StaffName): Promise<PageReader> {
  const known = readers.get(name) ?? (await openBrowser(app, org, name));
  readers.set(name, known);
  return known;
}

async function page(name: StaffName, path: string, status = 200): Promise<string> {
  return (await (await reader(name)).get(path, status)).text;
}

async function send(name: StaffName, from: string, action: string, fields: Readonly<Record<string, string>> = {}, status = 303): Promise<supertest.Response> {
  return (await reader(name)).send(action, from, fields, status);
}

const youth17 = (over: object = {}) => recordYouth(app, org, { born: addYears(today, -17), coordinator: 'freja', ...over });

describe('the page of a youth', () => {
  it('says who it is, how old, who coordinates and whom to call', async () => {
    const id = await recordYouth(app, org, { born: addDays(addYears(today, -17), -40), name: 'Sofie Birkholt', coordinator: 'freja' });
    const text = await page('freja', `/unge/${id}`);
    expect(text).toContain('<h1>Sofie Birkholt</h1>');
    expect(text).toMatch(/17 år og 1 måned · CPR \d{6}-••••/);
    expect(text).toContain('<strong>Freja Holmgaard</strong> er koordinerende sagsbehandler');
    expect(text).toContain('href="tel:87000000"');
    expect(text).not.toMatch(/<script(?! src="\/)|style="|\b\d{6}-\d{4}\b/);
  });

  it('draws measures and deadlines, and says the same as a list', async () => {
    const id = await youth17({ measure: { act: 'barnets lov', section: '§ 32', from: addYears(today, -1), title: 'Fast kontaktperson' } });
    const text = await page('freja', `/unge/${id}`);
    expect(text).toMatch(/<svg class="timeline" role="img" aria-labelledby="tidslinje-titel tidslinje-tekst"/);
    expect(text).toContain('>I dag</text>');
    expect(text).toMatch(/<li>Fast kontaktperson \(barnets lov § 32\), Ungeenheden, fra /);
    expect(text).toContain('Læs tidslinjen som liste');
  });

  it('names act, section and state of each deadline', async () => {
    const id = await youth17({ measure: { act: 'barnets lov', section: '§ 46', from: addYears(today, -1) } });
    const lines = await deadlinesOf(app, org, id);
    const text = await page('freja', `/unge/${id}`);
    expect(lines.length).toBeGreaterThan(1);
    for (const { title } of lines.filter(({ state }) => state === 'open')) expect(text).toContain(title);
    expect(text).toMatch(/<td>Barnets lov § \d+/);
  });

  it('draws the network with a list beside it', async () => {
    const id = await youth17();
    await app.as(await org.token('freja')).post(`/youths/${id}/network`, { kind: 'private', name: 'Maja', relation: 'storesøster', closeness: 1 }).expect(201);
    const text = await page('freja', `/unge/${id}`);
    expect(text).toContain('1 private til venstre og 0 professionelle til højre');
    expect(text).toContain('<strong>Maja, storesøster</strong><br/>Privat · helt tæt på');
  });

  it('shows the coming item and what lets each area hear it', async () => {
    await startSeries(app, org);
    const desk = new BookingDesk(app, org);
    const id = await youth17();
    const [day] = (await desk.openDays()).filter(({ date }) => daysBetween(today, date as CalendarDate) > 21);
    await desk.book(await desk.referral(id), slotIds(day)[0]);
    const text = await page('freja', `/unge/${id}`);
    expect(text).toMatch(/<li><a href="\/punkter\/[\w-]+">onsdag \d+\. \S+ \d{4} kl\. \d+\.\d{2}–\d+\.\d{2}, uge \d+<\/a><br\/>/);
    expect(text).toContain('<strong>Social</strong> <span class="badge badge-error">Grundlag mangler</span>');
    expect(text).not.toContain('Møllestuen');
  });

  it('has the same page for a youth that is unknown and one that is another’s', async () => {
    const id = await youth17();
    const foreign = await page('pia', `/unge/${id}`, 404);
    expect(foreign).toContain('Det findes ikke, eller du har ikke adgang til det.');
    expect(foreign).not.toContain('Birkholt');
    const withoutIds = (text: string) => text.replaceAll(/value="[^"]+"/g, '');
    expect(withoutIds(await page('pia', `/unge/${newId()}`, 404))).toBe(withoutIds(foreign));
    await page('pia', '/unge/hvem-som-helst', 404);
  });

  it('is logged part by part with the ground', async () => {
    const id = await youth17();
    await page('freja', `/unge/${id}`);
    const rows = await app.inTx((tx) => tx.query<{ action: string; ground: string }>(
      'SELECT action, ground FROM audit_entry WHERE actor_id = $1 AND subject_id = $2', [org.staff.freja, id],
    ));
    expect(rows.map(({ action }) => action)).toEqual(expect.arrayContaining(['youth.opened', 'network.read', 'consents.read', 'deadlines.read', 'bookings.listed']));
    expect(new Set(rows.map(({ ground }) => ground))).toEqual(new Set(['coordinating_caseworker']));
  });
});

describe('the page of a protected youth', () => {
  it('tells nowhere where the youth is', async () => {
    const id = await youth17({ name: 'Zahra Holmstrøm', protected: true });
    const freja = app.as(await org.token('freja'));
    await freja.patch(`/youths/${id}`, { school: 'Engskolen', schoolGrade: '9. A', actingMunicipality: 'Østkær Kommune' }).expect(200);
    await recordMeasure(app, org, id, { act: 'barnets lov', section: '§ 46', from: '2024-01-01', title: 'Opholdsstedet Lindegården' });
    await freja.post(`/youths/${id}/network`, { kind: 'professional', name: 'Lone', relation: 'pædagog', phone: '86 11 22 33', closeness: 2 }).expect(201);
    await freja.put(`/youths/${id}/custody-holders/1`, { name: 'Amina', relation: 'mor', phone: '86 44 55 66', livesWithYouth: true, invite: true });
    const text = await page('freja', `/unge/${id}`);
    expect(text).not.toMatch(/Engskolen|9\. A|Østkær|Lindegården|86 11 22 33|86 44 55 66|bor med den unge/);
    expect(text).toContain('Skjult på grund af beskyttelse');
    expect(text).toContain('Navne- og adressebeskyttelse');
  });
});

describe('handing a youth over on the page', () => {
  it('offers, and says so without a name in the address', async () => {
    const id = await youth17();
    const answer = await send('freja', `/unge/${id}`, `/unge/${id}/overdragelse`, { to: org.staff.gitte });
    expect(answer.status).toBe(303);
    expect(answer.headers['location']).toBe(`/unge/${id}?besked=tilbudt#koordinering`);
    const text = await page('freja', `/unge/${id}?besked=tilbudt`);
    expect(text).toContain('role="status"');
    expect(text).toContain('Tilbudt til Gitte Thornfeldt');
    expect(text).not.toContain('Hvem skal overtage?');
  });

  it('lets the receiver say yes', async () => {
    const id = await youth17();
    await send('freja', `/unge/${id}`, `/unge/${id}/overdragelse`, { to: org.staff.solvej });
    const asked = await page('solvej', `/unge/${id}`);
    expect(asked).toContain('Vil du overtage en ung?');
    expect(asked).not.toContain('Tidslinje');
    const action = /action="(\/unge\/[\w-]+\/overdragelse\/[\w-]+\/ja)"/.exec(asked)?.[1] ?? '';
    const answer = await send('solvej', `/unge/${id}`, action);
    expect(answer.headers['location']).toBe(`/unge/${id}?besked=overtaget#koordinering`);
    expect(await page('solvej', `/unge/${id}`)).toContain('<strong>Solvej Marstrand</strong> er koordinerende sagsbehandler');
  });

  it('lets the receiver say no, and then no longer see the youth', async () => {
    const id = await youth17();
    await send('freja', `/unge/${id}`, `/unge/${id}/overdragelse`, { to: org.staff.solvej });
    const action = /action="([^"]+\/nej)"/.exec(await page('solvej', `/unge/${id}`))?.[1] ?? '';
    const answer = await send('solvej', `/unge/${id}`, action);
    expect(answer.headers['location']).toBe('/overdragelser/afvist');
    expect(await page('solvej', '/overdragelser/afvist')).toContain('Du har sagt nej');
    await page('solvej', `/unge/${id}`, 404);
  });

  it('points at the field when nobody is chosen', async () => {
    const id = await youth17();
    const answer = await send('freja', `/unge/${id}`, `/unge/${id}/overdragelse`, { to: '' }, 400);
    expect(answer.text).toContain('<a href="#overdragelse-to">Vælg, hvem der skal overtage.</a>');
    expect(answer.text).toContain('aria-invalid="true"');
  });

  it('takes no form without the session’s token', async () => {
    const id = await youth17();
    await send('freja', `/unge/${id}`, `/unge/${id}/overdragelse`, { to: org.staff.gitte, _csrf: 'en-andens' }, 403);
    expect(await page('freja', `/unge/${id}`)).not.toContain('Tilbudt til');
  });
});

describe('ticking a deadline off', () => {
  const openTick = async (): Promise<{ id: string; action: string }> => {
    const id = await youth17({ measure: { act: 'barnets lov', section: '§ 46', from: addYears(today, -1) } });
    const action = /action="(\/unge\/[\w-]+\/frister\/[\w-]+\/klaret)"/.exec(await page('freja', `/unge/${id}`))?.[1] ?? '';
    expect(action).not.toBe('');
    return { id, action };
  };

  it('records it, and takes it back', async () => {
    const { id, action } = await openTick();
    const answer = await send('freja', `/unge/${id}`, action, { occurredOn: today });
    expect(answer.headers['location']).toMatch(new RegExp(`^/unge/${id}\\?besked=klaret&fortryd=[\\w-]+#frister$`));
    const ticked = await page('freja', `/unge/${id}`);
    expect(ticked).not.toContain(`action="${action}"`);
    const undo = /action="([^"]+\/fortryd)"/.exec(ticked)?.[1] ?? '';
    expect((await send('freja', `/unge/${id}`, undo)).headers['location']).toBe(`/unge/${id}?besked=fortrudt#frister`);
    expect(await page('freja', `/unge/${id}`)).toContain(`action="${action}"`);
  });

  it('points at the date that lies ahead, and keeps what was written', async () => {
    const { id, action } = await openTick();
    const tomorrow = addDays(today, 1);
    const answer = await send('freja', `/unge/${id}`, action, { occurredOn: tomorrow }, 422);
    expect(answer.text).toMatch(/<a href="#frister-[\w-]+-klaret-occurredOn">Datoen ligger ude i fremtiden/);
    expect(answer.text).toContain(`value="${tomorrow}"`);
  });
});

describe('the plan', () => {
  it('comes as a PDF once it is approved', async () => {
    const id = await youth17();
    const freja = app.as(await org.token('freja'));
    await freja.post(`/youths/${id}/plan/goals`, { topic: 'housing', title: 'Egen lejlighed' }).expect(201);
    await freja.post(`/youths/${id}/plan/versions`).expect(201);
    expect(await page('freja', `/unge/${id}`)).toContain(`href="/unge/${id}/plan.pdf?version=1"`);
    const file = await (await reader('freja')).download(`/unge/${id}/plan.pdf?version=1`);
    expect(file.headers['content-type']).toBe('application/pdf');
    expect(file.headers['content-disposition']).not.toContain('Sofie');
    await page('pia', `/unge/${id}/plan.pdf`, 404);
  });
});

describe('the work of one look', () => {
  it('is the same number of queries for few rows and for many', async () => {
    const [few, many] = [await youth17(), await youth17()];
    await fill(few, 1);
    await fill(many, 200);
    await page('freja', `/unge/${few}`);
    const counts = [await statementsOf(() => page('freja', `/unge/${few}`)), await statementsOf(() => page('freja', `/unge/${many}`))];
    expect(counts[1]).toBe(counts[0]);
    expect(counts[0]).toBeLessThanOrEqual(46);
    expect((await page('freja', `/unge/${many}`)).length).toBeLessThan(550_000);
  });
});

/** Rows of each kind that the page lists, straight into the tables. */
async function fill(youthId: string, count: number): Promise<void> {
  await app.inTx(async (tx) => {
    for (let index = 0; index < count; index += 1) {
      await tx.query(
        `INSERT INTO network_person (id, youth_id, kind, name, relation, closeness, created_at) VALUES ($1, $2, 'private', $3, 'ven', $4, $5)`,
        [newId(), youthId, `Ven ${index}`, (index % 3) + 1, tx.now],
      );
      await tx.query(
        `INSERT INTO measure (id, youth_id, department_id, title, act, section, starts_on, created_at) VALUES ($1, $2, $3, 'Kontaktperson', 'barnets lov', '§ 32', $4, $5)`,
        [newId(), youthId, org.unit.ungeenhed, addDays(tx.today, -index - 1), tx.now],
      );
      await tx.query(
        `INSERT INTO consent (id, youth_id, given_by, recipient, scope, purpose, given_on, recorded_by, created_at) VALUES ($1, $2, 'youth', 'UU', 'skolegang', 'vejledning', $3, $4, $5)`,
        [newId(), youthId, tx.today, org.staff.freja, tx.now],
      );
    }
  });
}
