import { jest } from '@jest/globals';
import pg from 'pg';
import { addDays, addYears, type CalendarDate, daysBetween } from '../../src/platform/clock/calendar-date.js';
import { startApp, type TestApp } from '../support/app.js';
import { BookingDesk, type ProposalsBody, slotIds } from '../support/bookings.js';
import { type DayBody, startSeries } from '../support/meeting-days.js';
import { organisation, type Organisation, type StaffName } from '../support/organisation.js';
import { recordMeasure } from '../support/youth-builder.js';

let app: TestApp;
let org: Organisation;
let desk: BookingDesk;
let days: DayBody[];
let today: CalendarDate;

beforeAll(async () => {
  app = await startApp();
  org = await organisation(app);
  desk = new BookingDesk(app, org);
  await startSeries(app, org, { intervalDays: 7 });
  days = await desk.openDays();
  today = await app.inTx((tx) => Promise.resolve(tx.today));
});
afterAll(() => app.close());

function dayAt(index: number): DayBody {
  const day = days[index];
  if (day === undefined) throw new Error('no such open day');
  return day;
}

/** A youth whose 17th birthday, by which the transition meeting must be held, falls on a date. */
async function transitionDue(on: string): Promise<string> {
  const youth = await desk.youth({ born: addYears(on as CalendarDate, -17), measure: { act: 'barnets lov', section: '§ 46', from: '2020-01-01' } });
  return desk.referral(youth, { type: 'transition', areas: undefined });
}

async function away(name: StaffName, from: string, to: string): Promise<void> {
  await (await desk.as(name)).post(`/staff/${org.staff[name]}/absences`, { startsOn: from, endsOn: to }).expect(201);
}

function excluded(proposals: ProposalsBody, day: DayBody): readonly string[] | undefined {
  return proposals.excluded.find((each) => each.meetingDayId === day.id)?.codes;
}

describe('the proposals of a transition item', () => {
  it('lie before the 17th birthday, not on it, name who comes and give notice', async () => {
    const due = dayAt(6).date;
    const proposals = await desk.propose(await transitionDue(due));
    expect(proposals.deadline).toEqual({ ahead: due, overdueSince: null });
    expect(proposals.items.every((each) => each.date < due && daysBetween(today, each.date as CalendarDate) >= 14)).toBe(true);
    expect(excluded(proposals, dayAt(6))).toContain('after_deadline');
    expect(proposals.items[0]?.participantIds).toEqual(expect.arrayContaining([org.staff.freja, org.staff.sonja]));
    expect(proposals.items[0]?.reasons.join(' ')).toMatch(/Ingen kendte aftaler i vejen for Freja Holmgaard.*\. .* før fristen/);
    expect(proposals.items.some((each) => each.urgent)).toBe(false);
  });

  it('are what a booking without named people takes; on or after the date it needs a reason', async () => {
    const referral = await transitionDue(dayAt(4).date);
    const refused = await desk.send(referral, slotIds(dayAt(4))[0]);
    expect([refused.status, refused.body]).toMatchObject([422, { code: 'after_deadline', deadline: dayAt(4).date }]);
    const { items } = await desk.propose(referral);
    const booking = await desk.book(referral, items[0]?.slotId);
    expect(booking.participantIds).toEqual(expect.arrayContaining([...(items[0]?.participantIds ?? [])]));
    const late = await (await desk.as('freja')).post(`/bookings/${booking.id}/rescheduling`, { slotId: slotIds(dayAt(5))[0], lateReason: 'Den unge er på efterskole' }).expect(200);
    expect(late.body).toMatchObject({ lateReason: 'Den unge er på efterskole' });
  });

  it('are still there when the date is past', async () => {
    const proposals = await desk.propose(await desk.referral(await desk.youth({ born: addYears(addDays(today, -1), -17) }), { type: 'transition' }));
    expect(proposals.items.length).toBeGreaterThan(0);
    expect(proposals.deadline.ahead).toBeNull();
  });
});

describe('who can come', () => {
  it('leaves out the days on which the coordinating caseworker is away, and says so', async () => {
    await away('gitte', dayAt(3).date, dayAt(4).date);
    const proposals = await desk.propose(await desk.caseReady({}, { coordinator: 'gitte' }), 'gitte');
    for (const day of [dayAt(3), dayAt(4)]) {
      expect(proposals.excluded).toContainEqual({ meetingDayId: day.id, date: day.date, codes: ['away'], reasons: ['Gitte Thornfeldt kan ikke den dag.'] });
    }
    expect(proposals.items.some((each) => each.meetingDayId === dayAt(5).id)).toBe(true);
  });

  it('takes the panel’s deputy when the member is away', async () => {
    await away('sonja', dayAt(7).date, dayAt(7).date);
    const proposals = await desk.propose(await desk.caseReady());
    const there = proposals.items.find((each) => each.meetingDayId === dayAt(7).id);
    expect(there?.participantIds).toContain(org.staff.solvej);
    expect(there?.reasons).toContain('Solvej Marstrand kommer i stedet for Sonja Vinterberg.');
  });

  it('leaves out slots in which somebody has another item, also on another series', async () => {
    const secretary = await desk.as('karla');
    const other = (await secretary.post('/meeting-days', {
      date: dayAt(8).date, startsAt: '09:00', chairId: org.staff.bo, minuteTakerId: org.staff.pia, panel: [],
    }).expect(201)).body as DayBody;
    await desk.book(await desk.caseReady(), slotIds(other)[0], { participantIds: [org.staff.freja] }, 'karla');
    const proposals = await desk.propose(await desk.caseReady());
    const onTheDay = proposals.items.filter((each) => each.meetingDayId === dayAt(8).id).map((each) => each.slotId);
    expect(onTheDay).not.toContain(slotIds(dayAt(8))[0]);
    expect(onTheDay).toContain(slotIds(dayAt(8))[2]);
  });

  it('asks the one in a unit who knows the youth before the panel', async () => {
    const youth = await desk.youth();
    await recordMeasure(app, org, youth, { act: 'STU-loven', section: '§ 2', from: '2024-01-01', unit: 'uu' });
    await desk.referral(youth, { type: 'stu_assessment', withoutYouth: { reason: 'declined' } }, 'ulla');
    const { items } = await desk.propose(await desk.referral(youth, { areas: ['education'] }));
    expect(items[0]?.participantIds).toContain(org.staff.ulla);
  });

  it('says whom nobody is found for, after the days where all seats are filled', async () => {
    const { items } = await desk.propose(await desk.caseReady({ areas: ['social', 'health'] }));
    expect(items[0]?.reasons).toContain('Find en, der kan beslutte for sundhedsområdet, før mødet holdes.');
  });
});

describe('full and closed days', () => {
  it('are told', async () => {
    const day = dayAt(9);
    for (const slot of slotIds(day).slice(0, 4)) await desk.book(await desk.caseReady(), slot);
    const proposals = await desk.propose(await desk.caseReady());
    expect(proposals.excluded).toContainEqual({
      meetingDayId: day.id, date: day.date, codes: ['only_urgent'], reasons: ['Kun hastepladsen er ledig, og den er til det, der haster.'],
    });
  });

  it('give the urgent slot to the urgent only, also after closure', async () => {
    const day = dayAt(2);
    await (await desk.as('karla')).post(`/meeting-days/${day.id}/closure`).expect(200);
    const plain = await desk.caseReady();
    expect(excluded(await desk.propose(plain), day)).toContain('closed');
    expect((await desk.send(plain, slotIds(day)[0])).body).toMatchObject({ code: 'docket_closed' });
    expect((await desk.send(plain, slotIds(day)[0], { lateReason: 'Haster' })).body).toMatchObject({ code: 'docket_closed' });
    const urgent = await desk.caseReady({ urgent: { reason: 'moved_in' } });
    const { items } = await desk.propose(urgent);
    expect(items.filter((each) => each.meetingDayId === day.id).map((each) => each.slotId)).toEqual([slotIds(day)[4]]);
    expect(await desk.book(urgent, slotIds(day)[4])).toMatchObject({ urgent: true, lateReason: null });
    const late = await desk.send(plain, slotIds(day)[0], { lateReason: 'Aftalt med mødelederen' }, 'karla');
    expect([late.status, late.body]).toMatchObject([201, { lateReason: 'Aftalt med mødelederen' }]);
  });
});

describe('an item that was not reached', () => {
  it('is carried over to the best later day', async () => {
    const booking = await desk.book(await desk.caseReady(), slotIds(dayAt(5))[3]);
    const carried = await (await desk.as('karla')).post(`/bookings/${booking.id}/carry-over`).expect(200);
    expect((carried.body as { date: string }).date > dayAt(5).date).toBe(true);
  });
});

it('costs the same number of statements however many days there are', async () => {
  const referral = await desk.caseReady();
  const many = await statementsOf(() => desk.propose(referral));
  await app.inTx((tx) => tx.query("UPDATE meeting_day SET state = 'cancelled' WHERE date > $1", [dayAt(1).date]));
  expect(await statementsOf(() => desk.propose(referral))).toBe(many);
  expect(many).toBeLessThanOrEqual(25);
  expect(many).toBeGreaterThan(10);
});

/** How many statements the driver sends during the work; nothing else runs meanwhile. */
async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const sent = jest.spyOn(pg.Client.prototype, 'query');
  try {
    await work();
    return sent.mock.calls.length;
  } finally {
    sent.mockRestore();
  }
}
