import { DEFAULT_SLOT_PLAN } from '../../../meetings/days/slot-plan.js';
import { seriesInput, seriesValues } from './series-form.js';

const AREAS = ['family', 'social'];

describe('the form of a series', () => {
  it('leaves out rows that are not filled in, and takes an empty room for none', () => {
    const body = {
      name: ' K-mødet ', intervalDays: '14', room: '', 'slots.0.kind': 'slot', 'slots.0.minutes': '40', 'slots.1.kind': 'slot', 'slots.1.minutes': '',
      'slots.2.kind': 'urgent', 'slots.2.minutes': '30',
      'panel.family.staffId': 'a', 'panel.family.deputyId': '', 'panel.family.decides': 'on', 'panel.social.staffId': '',
    };
    expect(seriesInput(body, AREAS, false)).toMatchObject({
      name: 'K-mødet', intervalDays: 14, room: null, slots: [{ kind: 'slot', minutes: 40 }, { kind: 'urgent', minutes: 30 }],
      panel: [{ area: 'family', staffId: 'a', deputyId: null, decisionPower: true }],
    });
  });

  it('gives a last day only to a series that runs, where an empty one lets it go on', () => {
    expect(seriesInput({ endedOn: '' }, AREAS, true)).toMatchObject({ endedOn: null });
    expect(seriesInput({ endedOn: '2027-01-06' }, AREAS, false)).not.toHaveProperty('endedOn');
  });

  it('comes filled in with the usual day', () => {
    const values = seriesValues(null, DEFAULT_SLOT_PLAN);
    expect(values).toMatchObject({ intervalDays: '14', startsAt: '09:00', 'slots.0.kind': 'slot', 'slots.0.minutes': '40', 'slots.5.kind': 'urgent', 'slots.6.minutes': '' });
    expect(seriesInput(values, AREAS, false)['slots']).toEqual(DEFAULT_SLOT_PLAN);
  });
});
