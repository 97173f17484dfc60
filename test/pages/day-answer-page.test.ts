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
