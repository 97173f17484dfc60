import { type Colleague, crewWith, type DaySeat, maySit, seatsOf } from './day-seats.js';
import type { Crew } from './seat-crew.js';

const [chair, , family] = seatsOf({
  chair: { id: 'henrik', name: 'Henrik Aabling' }, minuteTaker: { id: 'karla', name: 'Karla Ødum' },
  panel: [{ area: 'family', staffId: 'tage', name: 'Tage Lindekilde', deputyId: 'sune', decisionPower: true, standsInFor: null, seated: true }],
}) as [DaySeat, DaySeat, DaySeat];

const who = (id: string, area: string, ...roles: Colleague['roles']): Colleague => ({ id, name: id, area, roles });

describe('a place of a day', () => {
  it('in the panel goes to who works in its area, whatever they do there', () => {
    expect(maySit(who('freja', 'family', 'caseworker'), family)).toBe(true);
    expect(maySit(who('solvej', 'social', 'caseworker'), family)).toBe(false);
    expect(maySit(who('anker', 'family', 'admin'), family)).toBe(false);
  });

  it('of the chair goes to who may lead a K-møde', () => {
    expect(maySit(who('karla', 'secretariat', 'meeting_secretary'), chair)).toBe(true);
    expect(maySit(who('freja', 'family', 'caseworker'), chair)).toBe(false);
  });

  it('may be had by its own deputy wherever that is', () => {
    expect(maySit(who('sune', 'health'), family)).toBe(true);
  });
});

describe('the crew after a change', () => {
  const place = { area: 'family', staffId: 'tage', deputyId: 'sune', decisionPower: true };
  const crew: Crew = { chairId: 'henrik', minuteTakerId: 'karla', roomId: null, panel: [place] };

  it('keeps what nobody has wished otherwise', () => {
    expect(crewWith(crew, [])).toEqual(crew);
    expect(crewWith(crew, [{ seat: 'panel.family', staffId: 'freja' }])).toEqual({ ...crew, panel: [{ ...place, staffId: 'freja' }] });
    expect(crewWith(crew, [{ seat: 'chair', staffId: 'karla' }])).toEqual({ ...crew, chairId: 'karla' });
  });

  it('has no deputy who stands in for themselves', () => {
    expect(crewWith(crew, [{ seat: 'panel.family', staffId: 'sune' }]).panel[0]).toMatchObject({ staffId: 'sune', deputyId: null });
  });
});
