import { addDays, type CalendarDate } from '../../src/platform/clock/calendar-date.js';
import { timeAt } from '../../src/platform/clock/zone.js';
import { startApp, type TestApp } from '../support/app.js';
import { BookingDesk, slotIds } from '../support/bookings.js';
import { readFeed, subscribe } from '../support/calendar.js';
import { isInstalled, readWithClients } from '../support/calendar-programs.js';
import { type DayBody, startSeries } from '../support/meeting-days.js';
import { organisation, type Organisation } from '../support/organisation.js';

const withClients = isInstalled('vdirsyncer') && isInstalled('khal') ? describe : describe.skip;

let app: TestApp;
let org: Organisation;
let day: DayBody;
let reference: string;

beforeAll(async () => {
  app = await startApp();
  org = await organisation(app);
  const desk = new BookingDesk(app, org);
  await startSeries(app, org);
  [day] = (await desk.openDays()) as [DayBody];
  reference = (await desk.book(await desk.caseReady(), slotIds(day)[0])).reference;
});
afterAll(() => app.close());

withClients('programs of others that read our feeds', () => {
  it('vdirsyncer takes every event, and khal shows it at its time here, in its room, whole deadlines as whole days', async () => {
    const { path } = await subscribe(app, org, 'solvej', { scope: 'department', id: org.unit.social });
    const { lines, files } = await readWithClients(`${app.url}${path}`, day.date, 1);
    expect(files).toBe((await readFeed(app, path)).length);
    expect(lines).toContain(`${day.date} ${timeAt(new Date(day.startsAt))}-${timeAt(new Date(day.endsAt))} K-møde, Møllestuen`);
    const [slot] = day.slots;
    expect(lines).toContain(`${day.date} ${timeAt(new Date(slot?.startsAt ?? ''))}-${timeAt(new Date(slot?.endsAt ?? ''))} Punkt ${reference}, Møllestuen`);
  });

  it('they read a series over the summer time, each day at the same time of the wall clock', async () => {
    const { path } = await subscribe(app, org, 'henrik');
    const { lines } = await readWithClients(`${app.url}${path}`, addDays(day.date as CalendarDate, 0), 180);
    const times = new Set(lines.filter((line) => line.includes('K-møde')).map((line) => line.split(' ')[1]));
    expect(lines.length).toBeGreaterThan(5);
    expect([...times]).toEqual([`${timeAt(new Date(day.startsAt))}-${timeAt(new Date(day.endsAt))}`]);
  });
});
