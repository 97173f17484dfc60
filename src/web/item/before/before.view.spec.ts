import { parseCalendarDate } from '../../../platform/clock/calendar-date.js';
import type { ConsentLine } from '../../../youths/consents/list-consents.js';
import { consentOptions } from './before.view.js';

const consent = (id: string, recipient: string, over: Partial<ConsentLine> = {}) =>
  ({ id, recipient, givenOn: parseCalendarDate('2026-11-02'), state: 'active', ...over }) as ConsentLine;

describe('the consents that an area may be noted with', () => {
  it('are those to its own units that count: not to somebody outside, nor to another area', () => {
    const consents = [consent('c1', 'Uddannelsesvejledningen'), consent('c2', 'Lone Friis'), consent('c3', 'Jobcentret'), consent('c4', 'Uddannelsesvejledningen', { state: 'withdrawn' })];
    const consentAreas = new Map([['c1', 'education'], ['c3', 'employment'], ['c4', 'education']]);
    expect(consentOptions('education', { consents, consentAreas })).toEqual([{ value: 'c1', label: 'Til Uddannelsesvejledningen, givet 2. november 2026' }]);
    expect(consentOptions('social', { consents, consentAreas })).toEqual([]);
  });
});
