import { parseCalendarDate } from '../../platform/clock/calendar-date.js';
import { basisBadge } from './youth-words.js';

const consent = { id: 'c1', recipient: 'Lone Friis', givenOn: parseCalendarDate('2026-11-02'), stateOnTheDay: 'active' } as const;

describe('whether an area may hear the item, in words', () => {
  it('says why a consent is no basis for it', () => {
    expect(basisBadge({ valid: true, act: null, consent })).toEqual({ text: 'Grundlag er på plads', tone: 'success' });
    expect(basisBadge({ valid: false, act: null, consent: null })).toEqual({ text: 'Grundlag mangler', tone: 'error' });
    expect(basisBadge({ valid: false, act: null, consent: { ...consent, stateOnTheDay: 'withdrawn' } })).toEqual({ text: 'Samtykket gælder ikke på dagen', tone: 'error' });
    expect(basisBadge({ valid: false, act: null, consent })).toEqual({ text: 'Samtykket gælder ikke en enhed i området', tone: 'error' });
  });
});
