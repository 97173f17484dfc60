import { addDays, parseCalendarDate } from '../../src/platform/clock/calendar-date.js';
import { formatDateDanish } from '../../src/platform/clock/danish-format.js';
import { startApp, type TestApp } from '../support/app.js';
import { type BookingBody, BookingDesk, slotIds } from '../support/bookings.js';
import { type DayBody, startSeries } from '../support/meeting-days.js';
import { organisation, type Organisation } from '../support/organisation.js';
import { openBrowser, type PageReader, textOf } from '../support/page-reader.js';

let app: TestApp;
let org: Organisation;
let days: DayBody[];
let item: BookingBody;
let henrik: PageReader;

beforeAll(async () => {
  app = await startApp();
  org = await organisation(app);
  const desk = new BookingDesk(app, org);
  await startSeries(app, org, { intervalDays: 14 });
  days = await desk.openDays();
  item = await desk.book(await desk.caseReady(), slotIds(days[0])[0]);
  henrik = await openBrowser(app, org, 'henrik');
});
afterAll(() => app.close());

const day = (): string => days[0]?.id ?? '';
const docket = (): string => `/dagsorden?date=${days[0]?.date ?? ''}`;
const pressed = (text: string): string[] => [...text.matchAll(/value="(accepted|tentative|declined)" aria-pressed="true"/g)].map(([, value]) => value ?? '');
const answer = async (value: string): Promise<string> => {
  const next = (await henrik.send(`/dagsorden/dage/${day()}/svar`, docket(), { dato: days[0]?.date ?? '', answer: value })).headers['location'] ?? '';
  return (await henrik.get(next)).text;
};

it('asks whoever sits the whole day, on the docket and from the front page, and nobody else', async () => {
  const page = await henrik.get(docket());
  expect(textOf(page)).toContain('Du er indkaldt til hele dagen. Kommer du? Har ikke svaret');
  expect(pressed(page.text)).toEqual([]);
  const front = await henrik.get('/');
  expect(textOf(front)).toMatch(/\d K-mødedage?, du ikke har svaret på/);
  expect(front.text).toContain(`href="${docket()}"`);
  const freja = await openBrowser(app, org, 'freja');
  expect((await freja.get(docket())).text).not.toContain('/svar"');
  expect(textOf(await freja.get('/'))).not.toContain('du ikke har svaret på');
  const refused = await freja.send(`/dagsorden/dage/${day()}/svar`, docket(), { dato: days[0]?.date ?? '', answer: 'accepted' }, 403);
  expect(textOf(refused)).toContain('Du er ikke indkaldt til hele dagen og kan derfor ikke svare for den.');
});

it('takes an answer for all items of the day, which may change, and shows it to who leads the day', async () => {
  const karla = await openBrowser(app, org, 'karla');
  const declined = await answer('declined');
  expect(declined).toContain('Dit afbud er gemt.');
  expect(pressed(declined)).toEqual(['declined']);
  expect(textOf(await karla.get(`/punkter/${item.id}`))).toMatch(/Henrik Aabling Kan ikke/);
  expect(declined).toContain('>En, der skal med, har meldt afbud</a>');
  expect(textOf(await karla.get(`/dagsorden/dage/${day()}`))).toMatch(/Hvem sidder med hele dagen\? Henrik Aabling Kan ikke Karla Ødum Har ikke svaret/);
  expect(textOf(await karla.get('/opgaver'))).toContain('Et fast medlem har meldt afbud til en K-mødedag.');
  expect(textOf(await henrik.get(docket()))).not.toContain('Kommer du? Har ikke svaret');
  const accepted = await answer('accepted');
  expect(accepted).toContain('Dit svar er gemt.');
  expect(pressed(accepted)).toEqual(['accepted']);
  expect(textOf(await karla.get(`/punkter/${item.id}`))).toMatch(/Henrik Aabling Kommer/);
  expect(textOf(await karla.get('/opgaver'))).not.toContain('Et fast medlem har meldt afbud');
});

it('refuses what is no answer, and an answer to a day that is off', async () => {
  const at = { dato: days[0]?.date ?? '' };
  expect(textOf(await henrik.send(`/dagsorden/dage/${day()}/svar`, docket(), at, 400))).toContain('Vælg en af de tilladte værdier.');
  await app.as(await org.token('karla')).post(`/meeting-days/${day()}/cancellation`, { reason: 'Sygdom', unplace: [item.id] }).expect(200);
  const late = await henrik.send(`/dagsorden/dage/${day()}/svar`, docket(), { ...at, answer: 'accepted' }, 409);
  expect(textOf(late)).toContain('K-mødet er aflyst.');
  expect(late.text).not.toContain(`/dagsorden/dage/${day()}/svar`);
});

it('offers who moved a day to take that back, and says why when it cannot be', async () => {
  const karla = await openBrowser(app, org, 'karla');
  const { id = '', date: was = '' } = days[1] ?? {};
  const [at, date] = [`/dagsorden/dage/${id}`, addDays(parseCalendarDate(was), 1)];
  const [fields, undo] = [{ date, startsAt: '09:00', room: '', reason: 'Forkert dato' }, `action="${at}/flyt/fortryd"`];
  const moved = (await karla.send(`${at}/flyt`, at, fields)).headers['location'] ?? '';
  expect((await karla.get(moved)).text).toContain(undo);
  expect((await karla.get(moved.replace(/&dag=.*/, ''))).text).not.toContain(undo);
  expect((await henrik.get(moved)).text).not.toContain(undo);
  expect(textOf(await karla.get(at))).toMatch(new RegExp(`Du har lige flyttet dagen fra ${formatDateDanish(parseCalendarDate(was))} kl. 9.00. Indtil kl. [0-9]+.[0-9]{2} kan du lægge den tilbage`));
  const back = (await karla.send(`${at}/flyt/fortryd`, moved)).headers['location'] ?? '';
  expect(back).toBe(`/dagsorden?date=${was}&besked=dag-lagt-tilbage`);
  expect(textOf(await karla.get(back))).toContain('Dagen ligger igen, hvor den lå');
  expect((await karla.get(at)).text).not.toContain(undo);
  await karla.send(`${at}/flyt`, at, fields);
  await app.as(await org.token('karla')).post(`/meeting-days/${id}/closure`).expect(200);
  expect(textOf(await karla.send(`${at}/flyt/fortryd`, at, {}, 409))).toContain('Der er sket andet på dagen, siden den blev flyttet');
});
