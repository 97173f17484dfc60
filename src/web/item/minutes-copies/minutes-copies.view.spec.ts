import { itemWithPost } from '../../../../test/support/item-access.js';
import type { MinutesCopyLine } from '../../../letters/minutes-copies/minutes-copies.js';
import { parseCalendarDate } from '../../../platform/clock/calendar-date.js';
import type { ConsentLine } from '../../../youths/consents/list-consents.js';
import { minutesCopiesView } from './minutes-copies.view.js';

const consent = (over: Partial<ConsentLine>) =>
  ({ id: 'c1', recipient: 'Bostedet Havblik', departmentId: null, givenOn: parseCalendarDate('2026-11-02'), state: 'active', ...over }) as ConsentLine;
const BY_CONSENT = { consentId: 'c1', act: null, section: null };
const BY_LAW = { consentId: null, act: 'forvaltningsloven', section: '§ 28, stk. 2, nr. 3' };
const SENT = { at: new Date('2026-12-10T08:00:00Z'), by: 'Freja Holmgaard' };

function drawn(over: Partial<MinutesCopyLine>, given: Partial<ConsentLine> = {}, handles = true) {
  const copy: MinutesCopyLine = { id: 'm1', guest: { id: 'g1', name: 'Lone Friis', function: 'støtteperson' }, basis: null, handedOver: null, ...over };
  return minutesCopiesView({ item: itemWithPost({ handles }, { state: 'concluded' }), copies: [copy], consents: [consent(given)] });
}

describe('minutes for those who did not come, in words', () => {
  it('may not leave the house without a basis', () => {
    expect(drawn({}).copies).toEqual([{
      id: 'm1', who: 'Lone Friis, støtteperson', at: '/punkter/p1/breve/referat/m1', lacks: true, badge: { text: 'Grundlag mangler', tone: 'error' },
      what: 'Referatet må ikke gives videre, før der er et samtykke eller en lov og paragraf.', consentId: '', act: '', section: '', mark: null, writesBasis: true,
    }]);
  });

  it.each([
    ['a consent', BY_CONSENT, 'Grundlag: samtykke til Bostedet Havblik, givet 2. november 2026.'], ['an act', BY_LAW, 'Grundlag: Forvaltningsloven § 28, stk. 2, nr. 3.'],
  ])('may be sent on %s', (_, basis, what) => {
    expect(drawn({ basis }).copies).toMatchObject([{ badge: { text: 'Kan sendes' }, what, lacks: false, mark: 'send' }]);
  });

  it('wait again when the consent does not count any more, but not once they have gone', () => {
    expect(drawn({ basis: BY_CONSENT }, { state: 'withdrawn' }).copies).toMatchObject([{ badge: { text: 'Samtykket gælder ikke i dag' }, lacks: true, mark: null }]);
    expect(drawn({ basis: BY_CONSENT }, { state: 'withdrawn' }).consents).toEqual([]);
    expect(drawn({ basis: BY_CONSENT, handedOver: SENT }, { state: 'withdrawn' }).copies).toMatchObject([{ badge: { text: 'Sendt' }, lacks: false, mark: 'undo', writesBasis: false }]);
  });

  it('may not leave on a consent to a unit of ours, which is not offered either', () => {
    const ours = { recipient: 'Ungeenheden', departmentId: 'd1' };
    expect(drawn({}, ours).consents).toEqual([]);
    expect(drawn({ basis: BY_CONSENT }, ours).copies).toMatchObject([{ badge: { text: 'Samtykket gælder en af vores enheder', tone: 'error' }, lacks: true, mark: null }]);
    expect(drawn({ basis: BY_CONSENT, handedOver: SENT }, ours).copies).toMatchObject([{ badge: { text: 'Sendt' }, lacks: false, mark: 'undo' }]);
  });

  it('say when they went and by whom; whoever does not handle the item changes nothing', () => {
    expect(drawn({ basis: BY_LAW, handedOver: SENT }).copies[0]?.what).toBe('Sendt 10. december 2026 af Freja Holmgaard. Grundlag: Forvaltningsloven § 28, stk. 2, nr. 3.');
    expect(drawn({}, {}, false).copies).toMatchObject([{ mark: null, writesBasis: false }]);
    expect(drawn({}).consents).toEqual([{ value: 'c1', label: 'Til Bostedet Havblik, givet 2. november 2026' }]);
  });
});
