import { parseCalendarDate, type CalendarDate } from '../../platform/clock/calendar-date.js';
import { toInstant } from '../../platform/clock/zone.js';
import type { DayDocket, DayDocketItem } from '../occupancy/day-docket.js';
import type { DaySlot } from '../occupancy/slot-span.js';
import { type CandidateDay, rankSlots, type RankInput } from './rank-slots.js';
import type { SlotWish } from './slot-wish.js';
import type { Attendance, Comer } from './who-must-come.js';

const d = parseCalendarDate;
const TODAY = d('2026-11-24');
const NAMES = new Map([['freja', 'Freja Holmgaard'], ['ulla', 'Ulla Engdal'], ['jonas', 'Jonas Bakketoft']]);

const TIMES: ReadonlyArray<[string, string, boolean]> = [
  ['09:00', '09:40', false], ['09:40', '10:20', false], ['10:40', '11:20', false], ['11:20', '12:00', false], ['12:00', '12:30', true],
];

function slotsOf(date: CalendarDate): DaySlot[] {
  return TIMES.map(([from, to, urgent], i) => ({
    id: `${date} ${from}`, position: i + 1, startsAt: toInstant(date, from), endsAt: toInstant(date, to), urgent,
  }));
}

function taken(date: CalendarDate, from: string, to: string): DayDocketItem {
  return { bookingId: null, from: toInstant(date, from), to: toInstant(date, to) };
}

function comer(staffId: string, more: Partial<Comer> = {}): Comer {
  return { staffId, role: 'area', area: 'social', mandatory: true, standing: false, decisionPower: false, substituteFor: null, ...more };
}

const ALL_CAN: Attendance = { comers: [comer('freja'), comer('jonas', { standing: true })], hindered: [], vacant: [] };

function day(text: string, docket: Partial<DayDocket> = {}, attendance: Partial<Attendance> = {}): CandidateDay {
  const date = d(text);
  return {
    docket: {
      meetingDayId: `day ${text}`, seriesId: null, date, state: 'planned', closesOn: date, chairId: 'henrik', minuteTakerId: 'karla',
      panel: [], standing: ['jonas'], slots: slotsOf(date), taken: [], ...docket,
    },
    attendance: { ...ALL_CAN, ...attendance },
  };
}

function rank(days: CandidateDay[], wish: Partial<SlotWish> = {}, more: Partial<RankInput> = {}): ReturnType<typeof rankSlots> {
  return rankSlots({
    wish: {
      slots: 1, urgent: false, today: TODAY, now: toInstant(TODAY, '12:00'), leadDays: 0, deadline: null, overdueSince: null, ...wish,
    },
    days, youthId: 'youth', busy: new Map(), calendars: [], names: NAMES, ...more,
  });
}

const codesOf = (result: ReturnType<typeof rankSlots>): unknown => result.excluded.map((each) => [each.date, each.codes]);

describe('slots that all who must come can', () => {
  it('come earliest first, with who can and who sits there anyway', () => {
    const { proposals, excluded } = rank([day('2026-12-23'), day('2026-12-09')]);
    expect(proposals.map((each) => each.slotId)).toEqual([
      '2026-12-09 09:00', '2026-12-09 11:20', '2026-12-09 09:40', '2026-12-09 10:40',
      '2026-12-23 09:00', '2026-12-23 11:20', '2026-12-23 09:40', '2026-12-23 10:40',
    ]);
    expect(proposals[0]?.reasons).toEqual(['Ingen kendte aftaler i vejen for Freja Holmgaard.', '1 sidder med i forvejen.']);
    expect(proposals[0]?.participantIds).toEqual(['freja', 'jonas']);
    expect(excluded).toEqual([]);
  });

  it('leave the adjoining pairs to the long items', () => {
    const { proposals } = rank([day('2026-12-09', { taken: [taken(d('2026-12-09'), '09:00', '09:40')] })]);
    expect(proposals.map((each) => each.slotId)).toEqual(['2026-12-09 09:40', '2026-12-09 11:20', '2026-12-09 10:40']);
  });

  it('take two adjoining slots for a long type and say when that goes over the break', () => {
    const { proposals } = rank([day('2026-12-09')], { slots: 2 });
    expect(proposals.map((each) => each.slotId)).toEqual(['2026-12-09 09:00', '2026-12-09 10:40', '2026-12-09 09:40']);
    expect(proposals.map((each) => each.reasons.includes('Punktet går hen over pausen.'))).toEqual([false, false, true]);
  });

  it('lie before the deadline, not on it', () => {
    const days = [day('2026-12-09'), day('2026-12-23'), day('2027-01-06')];
    const result = rank(days, { deadline: d('2026-12-23') });
    expect(result.proposals[0]?.reasons).toContain('14 dage før fristen 23. december 2026.');
    expect(codesOf(result)).toEqual([['2026-12-23', ['after_deadline']], ['2027-01-06', ['after_deadline']]]);
    expect(result.excluded[0]?.reasons).toEqual(['Mødet ligger ikke før fristen 23. december 2026.']);
  });

  it('are still offered when the deadline is past, and say so', () => {
    const { proposals } = rank([day('2026-12-09')], { overdueSince: d('2026-11-01') });
    expect(proposals[0]?.reasons.at(-1)).toBe('Fristen 1. november 2026 er overskredet. Tag den første tid, der kan lade sig gøre.');
  });

  it('give notice, unless the deadline leaves nothing else', () => {
    const days = [day('2026-12-02'), day('2026-12-09')];
    expect(codesOf(rank(days, { leadDays: 14 }))).toEqual([['2026-12-02', ['short_notice']]]);
    const hurried = rank(days, { leadDays: 14, deadline: d('2026-12-05') });
    expect(hurried.proposals[0]).toMatchObject({ slotId: '2026-12-02 09:00' });
    expect(hurried.proposals[0]?.reasons).toContain('Kort varsel: 8 dage i stedet for 14. Ring til dem, der skal med.');
  });

  it('come after the days where every seat is filled, when one is not', () => {
    const { proposals } = rank([day('2026-12-09', {}, { vacant: ['en fra PPR'] }), day('2026-12-23')]);
    expect(proposals[0]).toMatchObject({ meetingDayId: 'day 2026-12-23' });
    expect(proposals.at(-1)?.reasons).toContain('Find en fra PPR, før mødet holdes.');
  });

  it('name a deputy', () => {
    const { proposals } = rank([day('2026-12-09', {}, { comers: [comer('ulla', { substituteFor: 'jonas' })] })]);
    expect(proposals[0]?.reasons).toContain('Ulla Engdal kommer i stedet for Jonas Bakketoft.');
  });
});

describe('days that are out', () => {
  const whole = (date: CalendarDate): DayDocketItem[] => slotsOf(date)
    .filter((slot) => !slot.urgent).map((slot) => ({ bookingId: null, from: slot.startsAt, to: slot.endsAt }));

  it('are full, or have only the urgent slot, or no two adjoining slots', () => {
    const date = d('2026-12-09');
    const full = [...whole(date), taken(date, '12:00', '12:30')];
    expect(codesOf(rank([day('2026-12-09', { taken: full })]))).toEqual([['2026-12-09', ['full']]]);
    expect(codesOf(rank([day('2026-12-09', { taken: whole(date) })]))).toEqual([['2026-12-09', ['only_urgent']]]);
    const scattered = [taken(date, '09:40', '10:20'), taken(date, '11:20', '12:00')];
    expect(codesOf(rank([day('2026-12-09', { taken: scattered })], { slots: 2 }))).toEqual([['2026-12-09', ['no_adjoining']]]);
  });

  it('are closed, by state or by date', () => {
    const days = [day('2026-11-25', { closesOn: d('2026-11-18') }), day('2026-12-09', { state: 'closed' })];
    expect(codesOf(rank(days))).toEqual([['2026-11-25', ['closed']], ['2026-12-09', ['closed']]]);
  });

  it('have someone who is away, or busy in every free slot, and name them', () => {
    const date = d('2026-12-09');
    const away = rank([day('2026-12-09', {}, { hindered: [{ staffId: 'jonas', because: 'away' }] })]);
    expect(away.excluded).toMatchObject([{ codes: ['away'], reasons: ['Jonas Bakketoft kan ikke den dag.'] }]);
    const busy = rank([day('2026-12-09')], {}, { busy: new Map([['freja', [taken(date, '08:00', '13:00')]]]) });
    expect(busy.excluded).toMatchObject([{ codes: ['busy'], reasons: ['Freja Holmgaard er optaget i de ledige tider.'] }]);
  });

  it('have only slots in which the youth has another item', () => {
    const result = rank([day('2026-12-09')], {}, { busy: new Map([['youth', whole(d('2026-12-09'))]]) });
    expect(codesOf(result)).toEqual([['2026-12-09', ['youth_busy']]]);
  });

  it('do not count a standing member as busy by the day itself', () => {
    const result = rank([day('2026-12-09')], {}, { busy: new Map([['jonas', whole(d('2026-12-09'))]]) });
    expect(result.proposals).toHaveLength(4);
  });

  it('give every reason that holds', () => {
    const days = [day('2027-01-06', { taken: whole(d('2027-01-06')) }, { hindered: [{ staffId: 'jonas', because: 'not_seated' }] })];
    expect(codesOf(rank(days, { deadline: d('2026-12-24') }))).toEqual([['2027-01-06', ['only_urgent', 'after_deadline', 'away']]]);
  });
});

describe('an urgent referral', () => {
  it('gets the urgent slot first, also on a closed docket, and without notice', () => {
    const closed = day('2026-11-25', { closesOn: d('2026-11-18') });
    const { proposals } = rank([closed, day('2026-12-09')], { urgent: true, leadDays: 14 });
    expect(proposals.slice(0, 3).map((each) => each.slotId)).toEqual(['2026-11-25 12:00', '2026-12-09 12:00', '2026-12-09 09:00']);
    expect(proposals[0]?.reasons[0]).toBe('Det er hastepladsen.');
  });

  it('never gets a slot that has begun', () => {
    const { proposals } = rank([day('2026-11-24')], { urgent: true, now: toInstant(TODAY, '12:00') });
    expect(proposals).toEqual([]);
  });
});

it('the urgent slot is never proposed to others', () => {
  expect(rank([day('2026-12-09')]).proposals.some((each) => each.urgent)).toBe(false);
});
