import type { OfferedSeat } from '../../../meetings/days/seat-candidates.js';
import { seatsView } from './seats.view.js';

const seat: OfferedSeat = {
  code: 'panel.social', area: 'social', holder: { id: 'sonja', name: 'Sonja Vinterberg' }, deputyId: null,
  decisionPower: false, standsInFor: null, seated: true, holderFree: true,
  candidates: [{ id: 'pia', name: 'Pia Rosenvang', free: false }, { id: 'solvej', name: 'Solvej Marstrand', free: true }],
};
const sonja = (answer: 'declined' | 'accepted') => [{ meetingDayId: 'd', staffId: 'sonja', name: 'Sonja Vinterberg', answer }];
const over = (change: Partial<OfferedSeat>) => seatsView([{ ...seat, ...change }], []).seats[0]?.now;

describe('the places of a day in words', () => {
  it('offer first who can come, and keep who sits there unless another is chosen', () => {
    expect(seatsView([seat], sonja('accepted'))).toEqual({
      asked: false,
      seats: [{
        name: 'panel.social', label: 'Panel, Social', now: 'Sonja Vinterberg: kommer.',
        options: [
          { value: 'bliver', label: 'Sonja Vinterberg bliver' }, { value: 'solvej', label: 'Solvej Marstrand', group: 'Kan komme' },
          { value: 'pia', label: 'Pia Rosenvang', group: 'Optaget eller væk den dag' },
        ],
      }],
    });
  });

  it('ask for somebody when the holder has declined or cannot come, or the place is empty', () => {
    expect(seatsView([seat], sonja('declined')).asked).toBe(true);
    expect(seatsView([{ ...seat, holderFree: false }], sonja('accepted')).asked).toBe(true);
    expect(over({ seated: false })).toBe('Pladsen er tom, for Sonja Vinterberg er optaget eller væk.');
    expect(over({ holderFree: false, standsInFor: 'x' })).toBe('Sonja Vinterberg (stedfortræder): er optaget eller væk den dag.');
    expect(seatsView([{ ...seat, decisionPower: true }], []).seats[0]?.label).toBe('Panel, Social (med beslutningskraft)');
  });
});
