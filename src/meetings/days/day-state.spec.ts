import { assertDayTransition, DAY_STATES, mayBecome, type DayState } from './day-state.js';

describe('the states of a day', () => {
  it.each<[DayState, DayState[]]>([
    ['planned', ['closed', 'held', 'cancelled']],
    ['closed', ['planned', 'held', 'cancelled']],
    ['held', []],
    ['cancelled', ['planned']],
  ])('let %s become only %j', (from, allowed) => {
    expect(DAY_STATES.filter((to) => mayBecome(from, to)).sort()).toEqual([...allowed].sort());
  });

  it('refuse the rest as a conflict that says where the day stands', () => {
    expect(() => assertDayTransition('held', 'cancelled')).toThrow(
      expect.objectContaining({ kind: 'conflict', code: 'invalid_transition', extra: { state: 'held' } }),
    );
  });
});
