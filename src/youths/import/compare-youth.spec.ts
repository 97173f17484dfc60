import { parseCalendarDate, type CalendarDate } from '../../platform/clock/calendar-date.js';
import { Cpr } from '../cpr/cpr.js';
import { importedStatus, measureChanges, youthChange } from './compare-youth.js';
import type { KnownMeasure, KnownYouth } from './known-youths.js';
import type { ImportedYouth } from './merge-lines.js';
import type { ImportedFacts } from './youth-line.js';

const d = parseCalendarDate;
const today = d('2026-11-24');
const NO_FACTS: ImportedFacts = {
  coordinatorId: null,
  school: null,
  schoolGrade: null,
  specialSchool: null,
  protected: null,
  actingMunicipality: null,
  previousTransitionMeetingOn: null,
  nextMeetingOn: null,
};
const SOFIE: KnownYouth = {
  id: 'youth',
  firstName: 'Sofie',
  lastName: 'Birkholt',
  departmentId: 'young',
  school: 'Engskolen',
  schoolGrade: '9',
  specialSchool: false,
  protected: true,
  actingMunicipality: null,
  previousTransitionMeetingOn: null,
  nextMeetingOn: null,
  status: 'not_planned',
  coordinatorId: null,
  measures: [],
};
const PLACED: KnownMeasure = {
  id: 'measure',
  departmentId: 'young',
  title: 'Plejefamilie',
  act: 'barnets lov',
  section: '§ 46',
  startsOn: d('2024-03-01'),
  endsOn: d('2027-01-08'),
};

function told(facts: Partial<ImportedFacts> = {}, names: Partial<ImportedYouth> = {}): ImportedYouth {
  const cpr = Cpr.checked('690109-4123');
  const identity = {
    line: 2,
    cpr,
    firstName: 'Sofie',
    lastName: 'Birkholt',
    birthDate: cpr.birthDate,
  };
  return { ...identity, departmentId: 'young', facts: { ...NO_FACTS, ...facts }, measures: [], lines: [2], ...names };
}

describe('what a file changes on a known youth', () => {
  it('is nothing when it tells what is there, or nothing at all', () => {
    expect(youthChange(SOFIE, told({ school: 'Engskolen', protected: true }), today)).toBeNull();
    expect(youthChange(SOFIE, told(), today)).toBeNull();
  });

  it('is only what differs', () => {
    const change = youthChange(SOFIE, told({ school: 'Åskolen', protected: false }, { lastName: 'Lund' }), today);
    expect(change).toEqual({
      firstName: null,
      lastName: 'Lund',
      departmentId: null,
      school: 'Åskolen',
      schoolGrade: null,
      specialSchool: null,
      protected: false,
      actingMunicipality: null,
      previousTransitionMeetingOn: null,
      nextMeetingOn: null,
      status: null,
    });
  });

  it('leaves a corrected birth date alone', () => {
    expect(youthChange(SOFIE, told({}, { birthDate: d('2009-01-10') }), today)).toBeNull();
  });

  it('moves the status of a youth that nobody has planned for, and of no other', () => {
    const next = told({ nextMeetingOn: d('2026-12-09') });
    expect(youthChange(SOFIE, next, today)?.status).toBe('planned');
    expect(youthChange({ ...SOFIE, status: 'referred' }, next, today)?.status).toBeNull();
  });
});

describe('the status that a file tells of', () => {
  it.each([
    [null, null, 'not_planned'],
    ['2026-05-01', null, 'met'],
    [null, '2026-11-24', 'planned'],
    ['2026-05-01', '2026-12-09', 'planned'],
    ['2026-05-01', '2026-11-23', 'met'],
    [null, '2026-11-23', 'not_planned'],
  ])('latest %s and next %s is %s', (latest, next, status) => {
    const facts = {
      ...NO_FACTS,
      previousTransitionMeetingOn: latest as CalendarDate | null,
      nextMeetingOn: next as CalendarDate | null,
    };
    expect(importedStatus({ facts }, today)).toBe(status);
  });
});

describe('the measures of a known youth', () => {
  it('are new where unit, act, section or start is another', () => {
    const others = [
      { departmentId: 'social' },
      { act: 'serviceloven' },
      { section: '§ 47' },
      { startsOn: d('2024-03-02') },
    ];
    const { added, changed } = measureChanges(
      [PLACED],
      others.map((other) => ({ ...PLACED, ...other })),
    );
    expect([added.length, changed.length]).toEqual([4, 0]);
  });

  it('change with their end or title, and stay when no line names them', () => {
    expect(measureChanges([PLACED], [PLACED])).toEqual({ added: [], changed: [] });
    expect(measureChanges([PLACED], [])).toEqual({ added: [], changed: [] });
    expect(measureChanges([{ ...PLACED, act: 'bl' }], [PLACED])).toEqual({ added: [], changed: [] });
    expect(measureChanges([PLACED], [{ ...PLACED, endsOn: d('2027-06-30') }]).changed).toEqual([
      { ...PLACED, endsOn: '2027-06-30', reopened: false },
    ]);
    expect(measureChanges([PLACED], [{ ...PLACED, endsOn: null }]).changed).toEqual([
      { ...PLACED, endsOn: null, reopened: true },
    ]);
    expect(measureChanges([PLACED], [{ ...PLACED, title: 'Opholdssted' }]).changed).toMatchObject([
      { id: 'measure', title: 'Opholdssted' },
    ]);
  });
});
