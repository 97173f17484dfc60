import { parseCalendarDate } from '../../platform/clock/calendar-date.js';
import type { ReferralTypeCode } from '../../referrals/types/referral-codes.js';
import { REFERRAL_TYPES } from '../../referrals/types/referral-types.data.js';
import type { ClosingFacts, ClosingStatement } from './closing-statement.js';
import { missingForClosing } from './missing-for-closing.js';

const itemDate = parseCalendarDate('2026-12-09');
const inJanuary = parseCalendarDate('2027-01-13');

function facts(type: ReferralTypeCode = 'transition', change: Partial<ClosingFacts> = {}): ClosingFacts {
  const { closing, outcomes } = REFERRAL_TYPES.filter((version) => version.code === type).at(-1)!.definition;
  return {
    needs: closing, outcomes, itemDate, today: itemDate, youthNames: ['Sofie', 'Birkholt'], anonymous: false, plannedWithoutYouth: false,
    mandatoryStaff: [{ staffId: 'freja', substitutes: new Set(['tage']) }], guestIds: new Set(['sofie']),
    knownStaff: new Set(['freja', 'tage', 'solvej', 'gitte']), activeStaff: new Set(['freja', 'tage', 'solvej']), goalIds: new Set(['bolig']), ...change,
  };
}

const held: ClosingStatement = {
  outcome: 'plan_agreed',
  attendance: { staff: [{ staffId: 'freja', present: true }], youth: { present: true } },
  decisions: [{ text: 'Sofie bliver boende hos sin plejefamilie.' }],
  actions: [{ text: 'Søger ungestøtte', ownerId: 'freja', dueOn: inJanuary }],
  coordinatorId: 'freja',
  next: { checkOn: inJanuary },
};

const tellYouth = { text: 'Fortæller Sofie det', ownerId: 'freja', dueOn: inJanuary, kind: 'tell_youth' } as const;

function codes(statement: ClosingStatement, given: ClosingFacts = facts()): string[] {
  return missingForClosing(statement, given).map((missing) => `${missing.field}: ${missing.code}`);
}

describe('closing an item with the youth', () => {
  it('lacks nothing when outcome, people, note, action, coordinator and next step are there', () => {
    expect(codes(held)).toEqual([]);
  });

  it('names every missing thing of an empty statement, and never the evaluation', () => {
    expect(codes({})).toEqual([
      'outcome: outcome_missing', 'attendance.staff.freja: attendance_missing', 'attendance.youth: youth_attendance_missing',
      'decisions: decision_note_missing', 'actions: action_missing', 'coordinatorId: coordinator_missing', 'next: next_missing',
    ]);
  });

  it('says each missing thing in a Danish sentence', () => {
    for (const { message } of missingForClosing({}, facts())) expect(message).toMatch(/^[A-ZÆØÅ].*\.$/);
  });

  it('takes a reason where there is no action', () => {
    expect(codes({ ...held, actions: [], noActionsBecause: 'Alt er på plads.' })).toEqual([]);
    expect(codes({ ...held, actions: [], noActionsBecause: '  ' })).toEqual(['actions: action_missing']);
  });

  it('wants one owner who works here and one date not before the item for each action', () => {
    const before = parseCalendarDate('2026-12-08');
    expect(codes({ ...held, actions: [{ text: 'Ringer' }, { text: 'x', ownerId: 'gitte', dueOn: before }] })).toEqual([
      'actions.0.ownerId: owner_missing', 'actions.0.dueOn: due_date_missing', 'actions.1.ownerId: owner_unknown', 'actions.1.dueOn: due_before_item',
    ]);
  });

  it('takes one next step only, ahead of today', () => {
    expect(codes({ ...held, next: { checkOn: inJanuary, closedBecause: 'Færdig' } })).toEqual(['next: next_ambiguous']);
    expect(codes({ ...held, next: { checkOn: itemDate } })).toEqual(['next.checkOn: check_not_ahead']);
    expect(codes({ ...held, next: { closedBecause: 'Sofie er flyttet.' } })).toEqual([]);
  });

  it('refuses an outcome that the type does not have, and a goal that is not the youth\'s', () => {
    expect(codes({ ...held, outcome: 'advised' })).toEqual(['outcome: outcome_not_allowed']);
    expect(codes({ ...held, actions: [{ ...tellYouth, goalId: 'ukendt' }] })).toEqual(['actions.0.goalId: unknown_goal']);
  });

  it('wants principled questions without a name', () => {
    const principledQuestions = [{ text: 'Skal Sofie have mentor?', ownerId: 'freja' }, { text: 'Bostøtte eller mentor?' }];
    expect(codes({ ...held, principledQuestions })).toEqual([
      'principledQuestions.0.text: not_anonymous', 'principledQuestions.1.ownerId: owner_missing',
    ]);
  });
});

describe('somebody from the municipality was away', () => {
  const without = (row: object): ClosingStatement => ({
    ...held, attendance: { ...held.attendance, staff: [{ staffId: 'freja', present: false, ...row }] },
  });

  it('needs a substitute who can decide the same', () => {
    expect(codes(without({}))).toEqual(['attendance.staff.freja: substitute_missing']);
    expect(codes(without({ substituteId: 'solvej' }))).toEqual(['attendance.staff.freja: substitute_without_power']);
    expect(codes(without({ substituteId: 'tage' }))).toEqual([]);
  });

  it('is somebody who exists, and so is who came instead', () => {
    const staff = [{ staffId: 'freja', present: true }, { staffId: 'ukendt', present: true }];
    expect(codes({ ...held, attendance: { ...held.attendance, staff, guests: [{ guestId: 'ukendt', present: true }] } })).toEqual([
      'attendance.staff.1: unknown_staff', 'attendance.guests.0.guestId: unknown_guest',
    ]);
  });

  it('can be closed with a reason when nobody came for the area', () => {
    expect(codes(without({ absentReason: 'Syg, og ingen kunne træde til.' }))).toEqual([]);
  });
});

describe('the youth was not there', () => {
  const absent = { staff: [{ staffId: 'freja', present: true }], youth: { present: false } } as const;
  const ill = { ...absent, youth: { present: false, reason: 'ill', view: 'letter' } } as const;

  it('wants the reason, the youth\'s own view and somebody to tell the youth', () => {
    expect(codes({ ...held, attendance: absent })).toEqual([
      'attendance.youth.reason: youth_reason_missing', 'actions: tell_youth_missing', 'attendance.youth.view: youth_view_missing',
    ]);
    expect(codes({ ...held, attendance: ill, actions: [tellYouth] })).toEqual([]);
  });

  it('was planned: the referral gave the reason, telling the youth is still wanted', () => {
    const sparring: ClosingStatement = {
      outcome: 'advised', attendance: { staff: [{ staffId: 'freja', present: true }] }, decisions: held.decisions!, next: { closedBecause: 'Råd givet.' },
    };
    const planned = facts('sparring', { plannedWithoutYouth: true });
    expect(codes(sparring, planned)).toEqual(['actions: tell_youth_missing']);
    expect(codes({ ...sparring, actions: [tellYouth] }, planned)).toEqual([]);
  });

  it('is no question for an anonymous item, which has no date to check on either', () => {
    const anonymous = facts('sparring', { anonymous: true, youthNames: [] });
    const sparring: ClosingStatement = { ...held, outcome: 'advised', attendance: { staff: [{ staffId: 'freja', present: true }] } };
    expect(codes(sparring, anonymous)).toEqual(['next.checkOn: no_youth']);
    expect(codes({ ...sparring, actions: [tellYouth], next: { closedBecause: 'Råd givet.' } }, anonymous)).toEqual(['actions.0.kind: no_youth']);
  });
});

describe('the youth did not come', () => {
  const stayedAway: ClosingStatement = {
    outcome: 'youth_did_not_come', coordinatorId: 'freja', actions: [tellYouth], next: { checkOn: inJanuary },
    attendance: { staff: [{ staffId: 'freja', present: true }], youth: { present: false, reason: 'declined' } },
  };

  it('wants to know what follows, and no note of a talk that was not', () => {
    expect(codes(stayedAway)).toEqual(['whenAbsent.then: absence_answer_missing']);
  });

  it('is booked again with the new time', () => {
    expect(codes({ ...stayedAway, whenAbsent: { then: 'rebook' } })).toEqual(['next.slotId: new_time_missing']);
    expect(codes({ ...stayedAway, whenAbsent: { then: 'rebook' }, next: { slotId: 'slot' } })).toEqual([]);
  });

  it('became sparring: with a reason, a note and the youth\'s own view', () => {
    expect(codes({ ...stayedAway, whenAbsent: { then: 'sparring' } })).toEqual([
      'decisions: decision_note_missing', 'attendance.youth.view: youth_view_missing', 'whenAbsent.reason: sparring_reason_missing',
    ]);
  });

  it('is sought out: an action of that kind, which also tells the youth', () => {
    expect(codes({ ...stayedAway, whenAbsent: { then: 'outreach' } })).toEqual(['actions: outreach_missing']);
    expect(codes({ ...stayedAway, whenAbsent: { then: 'outreach' }, actions: [{ ...tellYouth, kind: 'outreach' }] })).toEqual([]);
  });

  it('cannot be said of a youth who was there', () => {
    const there = { ...stayedAway, whenAbsent: { then: 'outreach' as const }, attendance: held.attendance!, actions: [{ ...tellYouth, kind: 'outreach' as const }] };
    expect(codes(there)).toEqual(['outcome: youth_was_there']);
  });
});

describe('an STU assessment', () => {
  const assessed: ClosingStatement = {
    ...held, outcome: 'recommended', attendance: { staff: [{ staffId: 'freja', present: true }], youth: { present: false, view: 'heard_before' } }, actions: [tellYouth],
  };
  const stu = facts('stu_assessment', { plannedWithoutYouth: true });

  it('names two places to choose between, or why there are fewer', () => {
    expect(codes(assessed, stu)).toEqual(['places: two_places_missing']);
    expect(codes({ ...assessed, places: ['Engskolen', ' '] }, stu)).toEqual(['places: two_places_missing']);
    expect(codes({ ...assessed, places: ['Engskolen', 'Fjordværket'] }, stu)).toEqual([]);
    expect(codes({ ...assessed, fewerPlacesBecause: 'Kun ét sted kan tage imod.' }, stu)).toEqual([]);
  });
});
