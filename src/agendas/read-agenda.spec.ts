import { parseCalendarDate as day } from '../platform/clock/calendar-date.js';
import { companionRight } from './read-agenda.js';

describe('the right to a companion', () => {
  it('comes from barnets lov until the 18th birthday, then from forvaltningsloven', () => {
    const born = day('2008-12-09');
    expect(companionRight(born, day('2026-12-08'), []).source).toBe('barnets lov § 6');
    expect(companionRight(born, day('2026-12-09'), ['Farmor']).source).toBe('forvaltningsloven § 8');
  });
});
