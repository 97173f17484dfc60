import { parseCalendarDate as day } from '../platform/clock/calendar-date.js';
import { comparePlans } from './compare-plans.js';
import type { PlanAction, PlanContent, PlanGoal } from './plan-content.js';

const freja = { id: 'freja', name: 'Freja Holmgaard', department: 'Ungeenheden' };
const action = (id: string, over: Partial<PlanAction> = {}): PlanAction =>
  ({ id, kind: 'agreed', text: 'Skriver Nanna op til en ungebolig', owner: freja, dueOn: day('2027-01-13'), state: 'open', closedOn: null, ...over });
const goal = (id: string, over: Partial<PlanGoal> = {}): PlanGoal =>
  ({ id, topic: 'housing', title: 'Jeg vil bo for mig selv', ownWords: 'Min egen nøgle.', state: 'open', actions: [], ...over });
const plan = (over: Partial<PlanContent> = {}): PlanContent => ({
  schemaVersion: 1, reference: 'K7QD-2MXP', version: 1, writtenAt: '2026-12-09T09:40:00Z', youth: { name: 'Nanna Lyngbæk', birthDate: day('2007-11-03') },
  coordinator: { name: 'Freja Holmgaard', department: 'Ungeenheden', phone: null }, goals: [], otherActions: [], next: null, scale: [], ...over,
});

describe('what differs between two editions of a plan', () => {
  it('is nothing when only the edition, the day and the answers to the scale differ', () => {
    const later = plan({ version: 2, writtenAt: '2027-01-01T09:00:00Z', scale: [{ on: day('2026-12-09'), value: 6 }], goals: [goal('a')] });
    expect(comparePlans(plan({ goals: [goal('a')] }), later).same).toBe(true);
  });

  it('names what is new', () => {
    const found = comparePlans(plan(), plan({ goals: [goal('a', { actions: [action('x')] })] }));
    expect(found.goals.added.map(({ title }) => title)).toEqual(['Jeg vil bo for mig selv']);
    expect(found.actions.added).toEqual([{ action: action('x'), goal: 'Jeg vil bo for mig selv' }]);
    expect(found.same).toBe(false);
  });

  it('says what a goal said before and what it says now', () => {
    const found = comparePlans(plan({ goals: [goal('a')] }), plan({ goals: [goal('a', { title: 'Egen lejlighed', ownWords: null, state: 'reached' })] }));
    expect(found.goals.changed).toEqual([expect.objectContaining({ changes: {
      title: { before: 'Jeg vil bo for mig selv', after: 'Egen lejlighed' }, ownWords: { before: 'Min egen nøgle.', after: null }, state: { before: 'open', after: 'reached' },
    } })]);
    expect([found.goals.added, found.goals.gone]).toEqual([[], []]);
  });

  it('follows an agreement from goal to goal, to another owner and another day', () => {
    const bo = { id: 'bo', name: 'Bo Kjelding', department: 'Handicapteamet' };
    const before = plan({ goals: [goal('a', { actions: [action('x')] }), goal('b', { title: 'HF' })] });
    const after = plan({ goals: [goal('a'), goal('b', { title: 'HF', actions: [action('x', { owner: bo, dueOn: day('2027-02-01'), state: 'done' })] })] });
    expect(comparePlans(before, after).actions.changed[0]?.changes).toEqual({
      owner: { before: 'Freja Holmgaard', after: 'Bo Kjelding' }, dueOn: { before: '2027-01-13', after: '2027-02-01' }, state: { before: 'open', after: 'done' },
      goal: { before: 'Jeg vil bo for mig selv', after: 'HF' },
    });
  });

  it('counts what was given up as gone, once', () => {
    const dropped = plan({ goals: [goal('a', { state: 'dropped' })], otherActions: [action('x', { state: 'dropped' })] });
    const found = comparePlans(plan({ goals: [goal('a')], otherActions: [action('x')] }), dropped);
    expect([found.goals.gone.length, found.actions.gone.length, found.goals.changed.length]).toEqual([1, 1, 0]);
    expect(comparePlans(dropped, dropped).same).toBe(true);
    expect(comparePlans(dropped, plan({ goals: [goal('a')] })).goals.added).toHaveLength(1);
  });

  it('tells another coordinating caseworker and another next meeting', () => {
    const found = comparePlans(plan(), plan({ coordinator: null, next: { kind: 'check', on: day('2027-01-20') } }));
    expect(found.coordinator).toEqual({ before: 'Freja Holmgaard', after: null });
    expect(found.next).toEqual({ before: null, after: { kind: 'check', on: '2027-01-20' } });
    const [stored, read] = [
      { place: null, kind: 'meeting' as const, startsAt: '2027-02-03T08:40:00Z' }, { kind: 'meeting' as const, startsAt: '2027-02-03T08:40:00Z', place: 'Møllestuen' },
    ];
    expect(comparePlans(plan({ next: stored }), plan({ next: read })).same).toBe(true);
  });

  it('turned round swaps new and gone', () => {
    const [a, b] = [plan({ goals: [goal('a')] }), plan({ goals: [goal('b', { actions: [action('x')] })] })];
    const [there, back] = [comparePlans(a, b), comparePlans(b, a)];
    expect(there.goals.added).toEqual(back.goals.gone);
    expect(there.actions.added).toEqual(back.actions.gone);
  });
});
