import { closingOf, everybodyPresent, versionIn } from './closing-form.js';

describe('a closing form', () => {
  it('is read as a statement: paths become rows, empty fields and rows are none', () => {
    expect(closingOf({
      version: '3', outcome: 'plan_agreed', 'actions.0.text': ' ', 'actions.0.dueOn': '2027-01-13',
      'actions.1.text': 'Ringer', 'actions.1.ownerId': 'freja', 'actions.1.dueOn': '2027-01-13', 'decisions.0.text': '', coordinatorId: 'freja',
    })).toEqual({
      outcome: 'plan_agreed', coordinatorId: 'freja', decisions: [], principledQuestions: [], actions: [{ text: 'Ringer', ownerId: 'freja', dueOn: '2027-01-13' }],
    });
  });

  it('keeps the order of rows past the tenth', () => {
    const fields = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`actions.${at}.text`, `Aftale ${at}`]));
    expect((closingOf(fields) as { actions: { text: string }[] }).actions.map(({ text }) => text)).toEqual(Object.values(fields));
  });

  it('says of each person whether they were there, and why not', () => {
    expect(closingOf({
      'attendance.staff.freja.present': 'ja', 'attendance.staff.freja.absentReason': 'stod der endnu', 'attendance.staff.ulla.present': 'nej',
      'attendance.staff.ulla.absentReason': 'Syg', 'attendance.staff.bo.absentReason': 'ingen har svaret', 'attendance.guests.mor': 'nej', 'attendance.youth.present': 'nej',
      'attendance.youth.reason': 'ill',
    })).toMatchObject({
      attendance: {
        staff: [{ staffId: 'freja', present: true }, { staffId: 'ulla', present: false, absentReason: 'Syg' }], guests: [{ guestId: 'mor', present: false }],
        youth: { present: false, reason: 'ill' },
      },
    });
  });

  it('takes only what belongs to the chosen next step', () => {
    const fields = { 'next.slotId': 'a', 'next.checkOn': '2027-01-13', 'next.closedBecause': 'Færdig' };
    expect(closingOf({ ...fields, nextKind: 'check' })).toMatchObject({ next: { checkOn: '2027-01-13' } });
    expect(closingOf({ ...fields, nextKind: 'closed' })).toMatchObject({ next: { closedBecause: 'Færdig' } });
    expect(closingOf(fields)).not.toHaveProperty('next');
  });

  it('splits places by line and reads the three taps as numbers', () => {
    expect(closingOf({ places: 'Engskolen\r\n\r\nLunden', 'evaluation.useful': '3', 'evaluation.note': 'Godt' })).toMatchObject({
      places: ['Engskolen', 'Lunden'], evaluation: { useful: 3, note: 'Godt' },
    });
  });

  it('cannot reach into what every object has', () => {
    closingOf({ '__proto__.polluted': 'ja', 'constructor.prototype.polluted': 'ja' });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('knows the version it was drawn from', () => expect([versionIn({ version: '7' }), versionIn({}), versionIn(null)]).toEqual([7, 0, 0]));
});

describe('everybody was there', () => {
  it('fills in only those of whom nothing was said', () => {
    const staff = ['freja', 'ulla'].map((staffId) => ({ staffId, name: staffId, department: '', area: null, mandatory: true, decisionPower: false }));
    const said = { attendance: { staff: [{ staffId: 'ulla', present: false }] } };
    expect(everybodyPresent(said, { staff, guests: [] }).attendance).toEqual({
      staff: [{ staffId: 'freja', present: true }, { staffId: 'ulla', present: false }], guests: [],
    });
  });
});
