import { besideSeats, seatWishes } from './seat-wishes.js';

const seat = {
  code: 'panel.social' as const, area: 'social', holder: { id: 'sonja', name: 'Sonja Vinterberg' }, deputyId: null,
  decisionPower: false, standsInFor: null, seated: true,
};

describe('the form of the places', () => {
  it('says which places change hands, and asks when none does', () => {
    expect(seatWishes({ 'panel.social': 'solvej', chair: 'bliver' }, [seat])).toEqual([{ seat: 'panel.social', staffId: 'solvej' }]);
    expect(() => seatWishes({ 'panel.social': 'bliver' }, [seat])).toThrow(expect.objectContaining({ title: 'Du har ikke valgt nogen. Intet er ændret.' }));
  });

  it('says a refusal beside the place that the person was chosen for', () => {
    const refused = besideSeats({
      action: '/personer', message: 'Nej', code: 'participant_busy', errors: [{ field: 'participantIds', code: 'away', message: 'Pia kan ikke.' }],
      values: { chair: 'bliver', 'panel.social': 'pia' }, extra: { busy: [{ id: 'pia' }] },
    });
    expect(refused.errors).toEqual([{ field: 'panel.social', code: 'away', message: 'Pia kan ikke.' }]);
  });
});
