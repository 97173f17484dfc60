import { type Crew, resourcesOf, seatCrew } from './seat-crew.js';

const crew: Crew = {
  chairId: 'henrik',
  minuteTakerId: 'karla',
  roomId: 'moellestuen',
  panel: [
    { area: 'social', staffId: 'solvej', deputyId: 'sune', decisionPower: true },
    { area: 'family', staffId: 'henrik', deputyId: null, decisionPower: true },
  ],
};
const without = (...away: string[]) => seatCrew(crew, (id) => !away.includes(id));

describe('the standing people of a day', () => {
  it('are taken once each, also when the chair sits in the panel', () => {
    expect(without()).toMatchObject({ staffIds: ['henrik', 'karla', 'solvej'], roomId: 'moellestuen', lacks: [] });
  });

  it('let a free deputy sit for a member who cannot come, and say for whom', () => {
    const { panel, staffIds, lacks } = without('solvej');
    expect(panel[0]).toMatchObject({ staffId: 'sune', standsInFor: 'solvej', seated: true });
    expect(staffIds).toEqual(['henrik', 'karla', 'sune']);
    expect(lacks).toEqual([]);
  });

  it('leave the place empty when the deputy cannot come either', () => {
    const { panel, staffIds, lacks } = without('solvej', 'sune');
    expect(panel[0]).toMatchObject({ staffId: 'solvej', standsInFor: null, seated: false });
    expect(staffIds).toEqual(['henrik', 'karla']);
    expect(lacks).toEqual(['panel']);
  });

  it('name a missing chair, minute taker and room, and give the room up', () => {
    expect(without('henrik', 'karla', 'moellestuen')).toMatchObject({
      roomId: null, staffIds: ['solvej'], lacks: ['chair', 'minute_taker', 'panel', 'room'],
    });
  });

  it('count deputies among those to lock', () => {
    expect(new Set(resourcesOf(crew))).toEqual(new Set(['henrik', 'karla', 'moellestuen', 'solvej', 'sune']));
  });
});
