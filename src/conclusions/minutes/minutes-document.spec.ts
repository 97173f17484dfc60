import { parseCalendarDate } from '../../platform/clock/calendar-date.js';
import { minutesFileName, type MinutesContent } from './minutes-content.js';
import { minutesDocument } from './minutes-document.js';

function minutes(change: Partial<MinutesContent> = {}): MinutesContent {
  return {
    bookingId: 'b', reference: 'K7QD-2MXP', state: 'approved', version: 2, approvedAt: '2026-12-10T08:00:00Z', approvedBy: 'Henrik Aabling',
    typeLabel: 'overgangsmøde', date: parseCalendarDate('2026-12-09'), startsAt: '2026-12-09T08:00:00Z', endsAt: '2026-12-09T08:40:00Z',
    youth: { id: 'y', name: 'Sofie Birkholt' }, youthAttended: true, youthAbsentReason: null, youthView: null,
    outcome: 'plan_agreed', outcomeLabel: 'Planen er aftalt',
    staff: [
      { name: 'Freja Holmgaard', department: 'Ungeenheden', present: true, substitute: null, absentReason: null },
      { name: 'Solvej Marstrand', department: 'Socialafdelingen', present: false, substitute: 'Sonja Vinterberg', absentReason: null },
    ],
    guests: [{ name: 'Mona Birkholt', function: 'mor', present: true }], statements: [{ heading: 'own_words', voice: 'youth', voiceName: null, text: 'Jeg vil blive hos Mona.' }],
    ratings: [],
    decisions: [{ text: 'Sofie bliver boende.', area: null, formalDecision: { decidedOn: parseCalendarDate('2026-12-01'), unit: 'Ungeenheden', reference: '26/1234' } }],
    actions: [{ kind: 'agreed', text: 'Søger ungestøtte', ownerName: 'Freja Holmgaard', dueOn: parseCalendarDate('2027-01-13') }],
    noActionsBecause: null, places: [], fewerPlacesBecause: null, coordinatorName: 'Freja Holmgaard',
    next: { kind: 'slot', startsAt: '2027-02-03T08:40:00Z', checkOn: null, closedBecause: null }, ...change,
  };
}

const shown = (content: MinutesContent) => JSON.stringify(minutesDocument(content, 'Nørreborg Kommune').blocks);

describe('the minutes as a document', () => {
  it('says when, what was agreed, who does what by when, and what is next', () => {
    const document = minutesDocument(minutes(), 'Nørreborg Kommune');
    expect(document).toMatchObject({ title: 'Referat', edition: 'K-møde onsdag 9. december 2026 kl. 9.00-9.40, godkendt 10. december 2026' });
    expect(document.blocks).toContainEqual(expect.objectContaining({ kind: 'table', rows: [['Søger ungestøtte', 'Freja Holmgaard', '13. januar 2027']] }));
    expect(shown(minutes())).toContain('Vi mødes onsdag 3. februar 2027 kl. 9.40');
    expect(shown(minutes())).toContain('Sofie bliver boende. (afgørelse: 1. december 2026, Ungeenheden, 26/1234)');
  });

  it('says who came, and who came instead', () => {
    expect(shown(minutes())).toContain('Sonja Vinterberg i stedet for Solvej Marstrand, Socialafdelingen');
    expect(shown(minutes())).toContain('Mona Birkholt, mor');
  });

  it('says why the youth was away and how the youth was heard', () => {
    const away = shown(minutes({ youthAttended: false, youthAbsentReason: 'den unge er syg', youthView: 'den unges bisidder' }));
    expect(away).toContain('Sofie Birkholt var ikke med: den unge er syg. Den unges egen mening kom med sådan: den unges bisidder.');
  });

  it('is a draft until it is approved, and its file name names nobody', () => {
    const draft = minutes({ state: 'draft', approvedAt: null, approvedBy: null });
    expect(minutesDocument(draft, 'x').mark).toBe('Kladde');
    expect([minutesFileName(draft), minutesFileName(minutes())]).toEqual(['referat-K7QD-2MXP-kladde.pdf', 'referat-K7QD-2MXP.pdf']);
  });
});
