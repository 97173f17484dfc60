import { comparePlans } from '../../plans/compare-plans.js';
import type { PlanContent } from '../../plans/plan-content.js';
import { parseCalendarDate as day } from '../../platform/clock/calendar-date.js';
import { differenceView } from './difference.view.js';

const plan = (over: Partial<PlanContent> = {}): PlanContent => ({
  schemaVersion: 1, reference: 'K7QD-2MXP', version: 1, writtenAt: '2026-12-09T09:40:00Z', youth: { name: 'Nanna Lyngbæk', birthDate: day('2007-11-03') },
  coordinator: null, goals: [], otherActions: [], next: null, scale: [], ...over,
});
const goal = { id: 'g', topic: 'housing' as const, title: 'Egen bolig', ownWords: 'Min egen nøgle.', state: 'open' as const, actions: [] };
const action = {
  id: 'a', kind: 'agreed' as const, text: 'Søger bolig', owner: { id: 'f', name: 'Freja Holmgaard', department: 'Ungeenheden' },
  dueOn: day('2027-01-13'), state: 'open' as const, closedOn: null,
};

describe('the difference between two editions in words', () => {
  it('says what is new with who and by when', () => {
    const view = differenceView(comparePlans(plan(), plan({ goals: [{ ...goal, actions: [action] }] })));
    expect(view.added).toEqual([
      { what: 'Mål: Egen bolig', details: ['»Min egen nøgle.«'] },
      { what: 'Aftale: Søger bolig', details: ['Freja Holmgaard, senest 13. januar 2027, under målet »Egen bolig«'] },
    ]);
  });

  it('says what was and what is', () => {
    const view = differenceView(
      comparePlans(plan({ goals: [goal] }), plan({ goals: [{ ...goal, ownWords: null, state: 'reached' }], next: { kind: 'check', on: day('2027-01-20') } })),
    );
    expect(view.changed).toEqual([
      { what: 'Mål: Egen bolig', details: ['Den unges egne ord før: »Min egen nøgle.«. Nu: intet.', 'Status før: i gang. Nu: nået.'] },
      { what: 'Hvornår vi ses eller følger op', details: ['Før: intet aftalt. Nu: opfølgning onsdag 20. januar 2027.'] },
    ]);
  });

  it('says what is gone, and counts', () => {
    const view = differenceView(comparePlans(plan({ goals: [goal], otherActions: [action] }), plan()));
    expect(view.gone.map(({ what }) => what)).toEqual(['Mål: Egen bolig', 'Aftale: Søger bolig']);
    expect(view.count).toBe(2);
  });
});
