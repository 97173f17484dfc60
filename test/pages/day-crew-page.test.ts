import { slotIds } from '../support/bookings.js';
import { brokenOccupancy, OCCUPANCY_IN_ORDER } from '../support/occupancy.js';
import { type MailingApp, startMailingApp } from '../support/mailing-app.js';
import type { DayBody } from '../support/meeting-days.js';
import type { StaffName } from '../support/organisation.js';
import { openBrowser, type PageReader, statementsOf, textOf } from '../support/page-reader.js';

let mailing: MailingApp;
let karla: PageReader;

beforeAll(async () => {
  mailing = await startMailingApp();
  await mailing.told();
  karla = await openBrowser(mailing.app, mailing.org, 'karla');
});
afterAll(() => mailing.stop());
afterEach(async () => expect(await brokenOccupancy(mailing.app)).toEqual(OCCUPANCY_IN_ORDER));

const at = ({ id }: DayBody): string => `/dagsorden/dage/${id}`;
const as = async (name: StaffName) => mailing.app.as(await mailing.org.token(name));
const who = (name: StaffName): string => mailing.org.staff[name];
const away = async (name: StaffName, { date }: DayBody) => (await as(name)).post(`/staff/${who(name)}/absences`, { startsOn: date, endsOn: date }).expect(201);
/** Puts people into places, as the form sends it: the others stay. */
const put = (day: DayBody, places: Record<string, string>, status = 303) =>
  karla.send(`${at(day)}/personer`, at(day), { chair: 'bliver', minute_taker: 'bliver', 'panel.family': 'bliver', 'panel.social': 'bliver', ...places }, status);
const taskLink = (day: DayBody): string => `href="${at(day)}#personer"`;

/** The choices of a place: the names that stand in its list. */
function choices(text: string, place: string): string[] {
  const list = new RegExp(`<select[^>]*name="${place.replace('.', '\\.')}".*?</select>`, 's').exec(text)?.[0] ?? '';
  return [...list.matchAll(/<option[^>]*>([^<]*)</g)].map(([, name]) => name ?? '');
}

it('says who sits in each place, what they answered, and who may sit there instead', async () => {
  const day = mailing.desk.nextDay();
  const page = await karla.get(at(day));
  expect(textOf(page)).toMatch(/Sæt en anden ind .*Mødeleder Henrik Aabling: har ikke svaret\./);
  expect(textOf(page)).toMatch(/Panel, Social \(med beslutningskraft\) Sonja Vinterberg: har ikke svaret\./);
  expect(choices(page.text, 'chair')).toEqual(['Henrik Aabling bliver', 'Karla Ødum']);
  expect(choices(page.text, 'panel.social')).toEqual(['Sonja Vinterberg bliver', 'Solvej Marstrand']);
  expect(choices(page.text, 'panel.family')).toEqual(['Tage Lindekilde bliver', 'Bo Kjelding', 'Freja Holmgaard', 'Gitte Thornfeldt']);
  expect(page.text).toMatch(/<section id="personer">.*?<details>/s);
});

it('closes the task of a declined place once somebody else sits there, tells the two, and lets the items follow', async () => {
  const day = mailing.desk.nextDay();
  const item = await mailing.desk.book(await mailing.desk.caseReady(), slotIds(day)[0]);
  await (await as('sonja')).post(`/meeting-days/${day.id}/invitation-answer`, { answer: 'declined' }).expect(200);
  await mailing.told();
  expect((await karla.get('/opgaver')).text).toContain(taskLink(day));
  const page = await karla.get(at(day));
  expect(textOf(page)).toContain('Sonja Vinterberg: kan ikke.');
  expect(page.text).toMatch(/<section id="personer">.*?<details open>/s);
  const next = (await put(day, { 'panel.social': who('solvej') })).headers['location'] ?? '';
  expect(textOf(await karla.get(next))).toMatch(/Gemt\. De nye får en indkaldelse til dagen .*Solvej Marstrand Har ikke svaret/);
  expect((await karla.get('/opgaver')).text).not.toContain(taskLink(day));
  expect(await mailing.told()).toEqual({ sonja: ['CANCEL 1'], solvej: ['REQUEST 1'] });
  const { participants } = (await (await as('freja')).get(`/bookings/${item.id}`).expect(200)).body as { participants: Array<{ staffId: string }> };
  expect(participants.map(({ staffId }) => staffId)).toEqual(expect.arrayContaining([who('solvej')]));
  expect(participants.map(({ staffId }) => staffId)).not.toContain(who('sonja'));
});

it('fills a place that stands empty because its member is away, and closes that task; the others keep their seats', async () => {
  const day = mailing.desk.nextDay();
  await away('tage', day);
  await (await as('karla')).put(`/meeting-days/${day.id}/crew`, { room: 'Salen' }).expect(200);
  expect((await karla.get('/opgaver')).text).toContain(taskLink(day));
  const page = await karla.get(at(day));
  expect(textOf(page)).toContain('Pladsen er tom, for Tage Lindekilde er optaget eller væk.');
  expect(page.text).toMatch(/<optgroup label="Optaget eller væk den dag"><option value="[^"]*">Tage Lindekilde</);
  await put(day, { 'panel.family': who('gitte') });
  expect((await karla.get('/opgaver')).text).not.toContain(taskLink(day));
  expect(textOf(await karla.get(at(day)))).toMatch(/Hvem sidder med hele dagen\? Gitte Thornfeldt Har ikke svaret Henrik Aabling .*Sonja Vinterberg/);
});

it('leaves the other seats as they are, also one whose member is marked away, and one whose deputy has come', async () => {
  const day = mailing.desk.nextDay();
  await away('sonja', day);
  await (await as('karla')).put(`/meeting-days/${day.id}/crew`, { room: 'Salen' }).expect(200);
  await mailing.app.inTx((tx) => tx.query('DELETE FROM absence WHERE staff_id = $1', [who('sonja')]));
  await away('tage', day);
  await mailing.told();
  const page = textOf(await karla.get(at(day)));
  expect(page).toContain('Solvej Marstrand (stedfortræder): har ikke svaret.');
  expect(page).toContain('Tage Lindekilde: er optaget eller væk den dag.');
  await put(day, { minute_taker: who('henrik') });
  expect(await mailing.told()).toEqual({ karla: ['CANCEL 2'] });
  expect(textOf(await karla.get(at(day)))).toMatch(/Hvem sidder med hele dagen\? Henrik Aabling .*Solvej Marstrand .*Tage Lindekilde .*Sæt en anden ind/);
});

it('replaces one also when another who sits there, or a deputy, has left', async () => {
  const day = mailing.desk.nextDay();
  for (const name of ['tage', 'solvej'] as const) await mailing.org.leave(name);
  await put(day, { chair: who('karla') });
  expect(textOf(await karla.get(at(day)))).toContain('Pladsen er tom, for Tage Lindekilde er optaget eller væk.');
  await put(day, { 'panel.family': who('gitte') });
  expect((await karla.get('/opgaver')).text).not.toContain(taskLink(day));
  for (const name of ['tage', 'solvej'] as const) await mailing.org.comeBack(name);
});

it('refuses who is away, busy, not of the list or nobody at all, changes nothing and keeps every choice', async () => {
  const day = mailing.desk.nextDay();
  await away('gitte', day);
  const elsewhere = { date: day.date, startsAt: '09:00', chairId: who('pia'), minuteTakerId: who('bo') };
  const other = (await (await as('karla')).post('/meeting-days', elsewhere).expect(201)).body as DayBody;
  await mailing.told();
  const refused = await put(day, { 'panel.family': who('gitte'), 'panel.social': who('solvej') }, 409);
  expect(refused.text).toMatch(/<a href="#personer-panel\.family">Gitte Thornfeldt kan ikke /);
  expect(textOf(refused)).toContain('En, du har valgt, kan ikke den dag. Intet er gemt. Vælg en anden.');
  for (const name of ['gitte', 'solvej'] as const) expect(refused.text).toContain(`<option value="${who(name)}" selected>`);
  expect((await put(day, { 'panel.family': who('bo') }, 409)).text).toMatch(/<a href="#personer-panel\.family">Bo Kjelding er optaget /);
  expect((await put(day, { chair: who('freja') }, 422)).text).toContain('<a href="#personer-chair">Vælg en kollega fra listen.</a>');
  expect(textOf(await put(day, {}, 400))).toContain('Du har ikke valgt nogen. Intet er ændret.');
  expect(choices((await karla.get(at(day))).text, 'panel.family')[0]).toBe('Tage Lindekilde bliver');
  expect(await mailing.told()).toEqual({});
  await (await as('karla')).put(`/meeting-days/${day.id}/crew`, { minuteTakerId: who('gitte') }).expect(409);
  await (await as('karla')).post(`/meeting-days/${other.id}/cancellation`, { reason: 'Prøve' }).expect(200);
});

it('is for the secretary and the chair of that day, as long as the day can change', async () => {
  const day = mailing.desk.nextDay();
  const [henrik, freja] = [await openBrowser(mailing.app, mailing.org, 'henrik'), await openBrowser(mailing.app, mailing.org, 'freja')];
  const fields = { 'panel.family': who('freja') };
  await freja.send(`${at(day)}/personer`, '/', fields, 403);
  const next = (await henrik.send(`${at(day)}/personer`, at(day), { chair: who('karla') })).headers['location'] ?? '';
  expect(next).toBe(`/dagsorden?date=${day.date}&besked=dag-personer`);
  expect(textOf(await henrik.get(next))).toMatch(/Gemt\. De nye får en indkaldelse .*mødeleder Karla Ødum/);
  await henrik.get(at(day), 403);
  await henrik.send(`${at(day)}/personer`, '/', fields, 403);
  await (await as('karla')).post(`/meeting-days/${day.id}/cancellation`, { reason: 'Sygdom' }).expect(200);
  expect((await karla.get(at(day))).text).not.toContain('/personer"');
  expect(textOf(await put(day, fields, 409))).toContain('K-mødet er aflyst.');
});

it('reads a day with many colleagues in as many statements', async () => {
  const day = mailing.desk.nextDay();
  const few = await statementsOf(() => karla.get(at(day)));
  await mailing.app.inTx((tx) => tx.query(
    `WITH more AS (INSERT INTO staff_member (id, name, email, department_id, created_at)
       SELECT gen_random_uuid(), 'Prøve ' || n, 'proeve' || n || '@noerreborg.example', $1, $2 FROM generate_series(1, 200) n RETURNING id)
     INSERT INTO staff_role (id, staff_id, role, valid_from) SELECT gen_random_uuid(), id, 'caseworker', '2020-01-01' FROM more`, [mailing.org.unit.social, tx.now]));
  expect(await statementsOf(() => karla.get(at(day)))).toBe(few);
  expect(choices((await karla.get(at(day))).text, 'panel.social')).toHaveLength(202);
});
