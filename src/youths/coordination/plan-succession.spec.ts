import { planSuccession } from './plan-succession.js';

describe("who takes a leaver's youths", () => {
  it('is one for all', () => {
    const plan = planSuccession(['sofie', 'malik'], 'solvej', []);
    expect(plan.offers).toEqual([{ youthId: 'sofie', to: 'solvej' }, { youthId: 'malik', to: 'solvej' }]);
    expect(plan.moves).toEqual([{ to: 'solvej', youthIds: null, exceptYouthIds: [] }]);
  });

  it('is one for each, and the rest stays', () => {
    const plan = planSuccession(['sofie', 'malik', 'line'], null, [{ youthId: 'sofie', to: 'bo' }, { youthId: 'malik', to: 'ulla' }]);
    expect(plan.withoutReceiver).toEqual(['line']);
    expect(plan.moves).toEqual([{ to: 'bo', youthIds: ['sofie'], exceptYouthIds: [] }, { to: 'ulla', youthIds: ['malik'], exceptYouthIds: [] }]);
  });

  it('is the one named for the youth before the one named for all, who gets the other actions', () => {
    const plan = planSuccession(['sofie', 'malik'], 'solvej', [{ youthId: 'sofie', to: 'bo' }]);
    expect(plan.offers).toEqual([{ youthId: 'sofie', to: 'bo' }, { youthId: 'malik', to: 'solvej' }]);
    expect(plan.moves.at(-1)).toEqual({ to: 'solvej', youthIds: null, exceptYouthIds: ['sofie'] });
    expect(plan.receivers).toEqual(['bo', 'solvej']);
  });

  it("names youths that are not the leaver's", () => {
    expect(planSuccession(['sofie'], null, [{ youthId: 'zahra', to: 'bo' }]).unknown).toEqual(['zahra']);
  });
});
