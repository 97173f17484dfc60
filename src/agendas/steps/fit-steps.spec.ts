import { TRANSITION_AGENDA } from '../../referrals/types/agenda-templates.data.js';
import { fitSteps } from './fit-steps.js';

const minutes = (steps: readonly { minutes: number }[]): number[] => steps.map((step) => step.minutes);
const total = (steps: readonly { minutes: number }[]): number => minutes(steps).reduce((sum, each) => sum + each, 0);

describe('the steps of an agenda', () => {
  it('keep their minutes when there is time enough', () => {
    expect(minutes(fitSteps(TRANSITION_AGENDA, 80))).toEqual([5, 5, 10, 12, 6, 14, 5, 3]);
    expect(minutes(fitSteps(TRANSITION_AGENDA, 60))).toEqual([5, 5, 10, 12, 6, 14, 5, 3]);
  });

  it('share a slot of 40 minutes, and an urgent one of 30, in proportion and to the minute', () => {
    expect(minutes(fitSteps(TRANSITION_AGENDA, 40))).toEqual([4, 3, 7, 8, 4, 9, 3, 2]);
    expect(total(fitSteps(TRANSITION_AGENDA, 30))).toBe(30);
  });

  it('last at least a minute each', () => {
    expect(minutes(fitSteps([{ minutes: 1 }, { minutes: 1 }, { minutes: 40 }], 10))).toEqual([1, 1, 8]);
    expect(minutes(fitSteps([{ minutes: 5 }, { minutes: 5 }, { minutes: 5 }], 2))).toEqual([1, 1, 1]);
  });

  it('keep everything else about a step', () => {
    expect(fitSteps(TRANSITION_AGENDA, 40)[1]).toEqual({ ...TRANSITION_AGENDA[1], minutes: 3 });
  });
});
