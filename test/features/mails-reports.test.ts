import { addDays, addMonths, addYears, type CalendarDate, mondayOf } from '../../src/platform/clock/calendar-date.js';
import { toInstant } from '../../src/platform/clock/zone.js';
import { legalDeadlineOverdue } from '../../src/deadlines/reminders/reminder-events.js';
import { drainOutbox, runSchedule, startApp, type TestApp } from '../support/app.js';
import { BookingDesk, slotIds } from '../support/bookings.js';
import { chooseCalendarChannel } from '../../src/calendars/channel/calendar-channels.js';
import { startSeries } from '../support/meeting-days.js';
import { organisation, type Organisation, type StaffName } from '../support/organisation.js';
import { endPauses } from '../support/outbox.js';
import { SmtpSink, type SunkMail } from '../support/smtp-sink.js';
import { recordYouth } from '../support/youth-builder.js';

let app: TestApp;
let org: Organisation;
let desk: BookingDesk;
let sink: SmtpSink;

beforeAll(async () => {
  sink = await SmtpSink.start();
  app = await startApp({ overrides: { SMTP_URL: sink.url, PUBLIC_URL: 'https://overgang.example' } });
  org = await organisation(app);
  desk = new BookingDesk(app, org);
  for (const staffId of Object.values(org.staff)) {
    await app.inTx((tx) => chooseCalendarChannel(tx, 'feed'), { kind: 'staff', staffId, name: null, roles: [], departmentId: null, requestId: 'test' });
  }
});
afterAll(async () => {
  await app.close();
  await sink.stop();
});
afterEach(() => app.clock.moveTo(null));

/** The mails that have come to somebody since the last look. */
async function mailsTo(name: StaffName): Promise<SunkMail[]> {
  await drainOutbox(app);
  await endPauses(app);
  await drainOutbox(app);
  return sink.takeAll().filter((mail) => mail.to.includes(org.email(name)));
}

const firstLine = (mail: SunkMail | undefined): string => mail?.parsed.text?.split('\n')[0] ?? '';

describe('the Monday line', () => {
  let monday: CalendarDate;

  beforeAll(async () => {
    await startSeries(app, org);
    const [day] = await desk.openDays();
    if (day === undefined) throw new Error('no open day');
    await desk.book(await desk.caseReady({}, { name: 'Sofie Kanariefugl' }), slotIds(day)[0]);
    monday = mondayOf(day.date as CalendarDate);
    await recordYouth(app, org, { born: addYears(addDays(monday, 40), -17), name: 'Albert Kanariefugl', measure: { act: 'barnets lov', section: '§ 32', from: '2024-01-01' } });
    app.clock.moveTo(toInstant(monday, '05:00'));
    await runSchedule(app, 'reports.monday-line');
    await runSchedule(app, 'reports.monday-line');
  });

  it('comes once a week to each, with the numbers of that person’s own lists, and no name', async () => {
    app.clock.moveTo(toInstant(monday, '05:00'));
    await drainOutbox(app);
    await endPauses(app);
    await drainOutbox(app);
    const lines = new Map(sink.takeAll().map((mail) => [mail.to.join().split('@')[0], mail]));
    expect(firstLine(lines.get('henrik'))).toBe('Onsdag: 1 punkt, 1 ikke klar.');
    expect(firstLine(lines.get('freja'))).toBe('Onsdag: 1 punkt, 1 ikke klar.');
    expect(firstLine(lines.get('tage'))).toMatch(/^1 fylder 17 eller 18 inden 90 dage uden møde\..*1 uden koordinerende sagsbehandler\.$/);
    expect(lines.has('bo')).toBe(false);
    expect([...lines.values()].map(({ raw, parsed }) => `${raw}${parsed.text}${parsed.html}`).join()).not.toMatch(/Kanariefugl|Sofie|Albert/);
    expect(lines.get('tage')?.parsed.html).toContain('<a href="https://overgang.example/unge?view=without_coordinator">1 uden koordinerende sagsbehandler</a>');
    await runSchedule(app, 'reports.monday-line');
    expect(await mailsTo('tage')).toEqual([]);
  });
});

describe('a legal deadline that has passed', () => {
  it('is told at once, one mail for all that an hour finds, in numbers', async () => {
    const today = await app.inTx((tx) => Promise.resolve(tx.today));
    const born = addMonths(addYears(addDays(today, 20), -18), 6);
    for (const name of ['Liva Kanariefugl', 'Emil Kanariefugl']) {
      await recordYouth(app, org, { born, name, coordinator: 'gitte', measure: { act: 'barnets lov', section: '§ 46', from: '2024-01-01' } });
    }
    app.clock.moveTo(toInstant(addDays(today, 90), '05:00'));
    await runSchedule(app, 'deadlines.sweep');
    await drainOutbox(app);
    const mails = await mailsTo('gitte');
    const legal = await app.inTx((tx) => tx.query(
      `SELECT 1 FROM reminder JOIN deadline ON deadline.id = deadline_id JOIN deadline_rule ON deadline_rule.id = rule_id WHERE recipient_id = $1 AND step = 'overdue' AND deadline_rule.kind = 'law'`,
      [org.staff.gitte]));
    expect(legal.length).toBeGreaterThan(0);
    expect(mails.map(({ parsed }) => parsed.subject)).toEqual([`Overgang: ${legal.length} lovfrister er overskredet`]);
    expect(mails[0]?.parsed.text).toContain('https://overgang.example/frister?vis=overskredet');
    expect(mails[0]?.raw).not.toMatch(/Kanariefugl|Liva/);
  });

  it('is told in the next hour when this hour has had its mail, and joins one that waits', async () => {
    app.clock.moveTo(toInstant(addDays(await app.inTx((tx) => Promise.resolve(tx.today)), 90), '05:10'));
    for (let found = 0; found < 2; found += 1) {
      await app.inTx(async (tx) => tx.enqueue(legalDeadlineOverdue, { staffId: org.staff.gitte }));
      await drainOutbox(app);
    }
    const waiting = await app.inTx((tx) => tx.query<{ at: Date }>("SELECT available_at AS at FROM outbox_message WHERE kind = 'mail.due' AND state = 'pending'"));
    expect(waiting.map(({ at }) => at.toISOString().slice(14, 19))).toEqual(['00:00']);
    expect(await mailsTo('gitte')).toHaveLength(1);
  });

  it('is told to whoever the youth has come to, and no more to who has handed it over', async () => {
    const today = await app.inTx((tx) => Promise.resolve(tx.today));
    const born = addMonths(addYears(addDays(today, 20), -18), 6);
    const youth = await recordYouth(app, org, { born, coordinator: 'bo', measure: { act: 'barnets lov', section: '§ 46', from: '2024-01-01' } });
    app.clock.moveTo(toInstant(addDays(today, 90), '05:00'));
    await runSchedule(app, 'deadlines.sweep');
    await drainOutbox(app);
    const { body } = await app.as(await org.token('bo')).post(`/youths/${youth}/handover`, { to: org.staff.pia }).expect(201);
    await app.as(await org.token('pia')).post(`/handovers/${(body as { id: string }).id}/acceptance`).expect(200);
    expect((await mailsTo('bo')).filter(({ parsed }) => parsed.subject?.includes('overskredet'))).toEqual([]);
    app.clock.moveTo(toInstant(addDays(today, 91), '05:00'));
    await runSchedule(app, 'deadlines.sweep');
    expect((await mailsTo('pia')).map(({ parsed }) => parsed.subject)).toEqual([expect.stringMatching(/^Overgang: \d lovfrist(er)? er overskredet$/)]);
  });
});
