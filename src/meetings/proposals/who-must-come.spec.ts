import type { Attendee } from '../../referrals/types/referral-type-definition.js';
import type { PanelSeat } from '../occupancy/day-docket.js';
import { type Acquaintance, type Person, type SeatsWanted, whoMustCome } from './who-must-come.js';

const KINDS = new Map([
  ['family_youth', { area: 'family', label: 'Ungeenhed' }],
  ['ppr', { area: 'ppr', label: 'PPR' }],
]);

function person(staffId: string, area: string, acquaintances: Acquaintance[], more: Partial<Person> = {}): Person {
  return { staffId, name: staffId, area, departmentKind: area, leader: false, acquaintances, ...more };
}

function place(area: string, staffId: string, more: Partial<PanelSeat> = {}): PanelSeat {
  return { area, staffId, deputyId: null, decisionPower: true, standsInFor: null, seated: true, ...more };
}

const freja = person('freja', 'family', ['coordinator', 'author'], { departmentKind: 'family_youth' });
const ulla = person('ulla', 'education', ['known']);
const solvej = place('social', 'solvej');
const jonas = place('employment', 'jonas');

function come(mustAttend: Attendee[], more: Partial<SeatsWanted> = {}): ReturnType<typeof whoMustCome> {
  return whoMustCome({
    mustAttend, areas: [], people: [freja, ulla], kinds: KINDS,
    docket: { panel: [solvej, jonas], standing: ['solvej', 'jonas'] }, isAway: () => false, ...more,
  });
}

const TRANSITION: Attendee[] = [{ who: 'coordinator' }, { who: 'area', of: 'family' }, { who: 'area', of: 'social', decides: true }, { who: 'area', of: 'education' }];

describe('who must come', () => {
  it('is the coordinating caseworker for their own unit, who knows the youth, then the panel', () => {
    const { comers, vacant } = come(TRANSITION);
    expect(comers.map((each) => [each.staffId, each.role, each.standing, each.decisionPower])).toEqual([
      ['freja', 'coordinator', false, false], ['solvej', 'area', true, true], ['ulla', 'area', false, false],
    ]);
    expect(vacant).toEqual([]);
  });

  it('is one from each area that the referral asks for, without asking an area twice', () => {
    const { comers } = come([{ who: 'coordinator' }, { who: 'area', of: 'social' }, { who: 'areas_asked', decides: true }], { areas: ['social', 'employment'] });
    expect(comers.map((each) => each.staffId)).toEqual(['freja', 'solvej', 'jonas']);
  });

  it('adds the panel when the one who knows the youth cannot decide', () => {
    const sofus = person('sofus', 'social', ['known']);
    const { comers } = come([{ who: 'area', of: 'social', decides: true }], { people: [sofus] });
    expect(comers.map((each) => [each.staffId, each.decisionPower])).toEqual([['sofus', false], ['solvej', true]]);
  });

  it('is the author, as such, where the type asks for the author', () => {
    expect(come([{ who: 'author' }]).comers.map((each) => [each.staffId, each.role])).toEqual([['freja', 'author']]);
  });

  it('takes the team leader where the type asks for one', () => {
    const tage = person('tage', 'family', ['leader'], { departmentKind: 'family_youth', leader: true });
    const { comers } = come([{ who: 'department_kind', of: 'family_youth', role: 'team_leader', decides: true }], { people: [freja, tage] });
    expect(comers).toMatchObject([{ staffId: 'tage', decisionPower: true }]);
  });

  it('is the deputy when the panel’s member is away, as own participant of the item', () => {
    const panel = [place('social', 'solvej', { deputyId: 'dorte' })];
    const { comers } = come([{ who: 'area', of: 'social' }], { docket: { panel, standing: ['solvej'] }, isAway: (id) => id === 'solvej' });
    expect(comers).toMatchObject([{ staffId: 'dorte', substituteFor: 'solvej', standing: false, decisionPower: true }]);
  });

  it('names who should come and cannot', () => {
    const away = come(TRANSITION, { isAway: (id) => id === 'ulla' || id === 'solvej' });
    expect(away.hindered).toEqual([{ staffId: 'solvej', because: 'away' }, { staffId: 'ulla', because: 'away' }]);
    const unseated = come([{ who: 'area', of: 'employment' }], { docket: { panel: [place('employment', 'jonas', { seated: false })], standing: [] } });
    expect(unseated).toMatchObject({ comers: [], hindered: [{ staffId: 'jonas', because: 'not_seated' }], vacant: [] });
  });

  it('says what nobody is found for', () => {
    const { vacant } = come([{ who: 'coordinator' }, { who: 'area', of: 'health' }, { who: 'department_kind', of: 'ppr', decides: true }], { people: [] });
    expect(vacant).toEqual(['den koordinerende sagsbehandler', 'en fra sundhedsområdet', 'en, der kan beslutte for PPR']);
  });

  it('is those the caller names, each in the seat that fits, others as participants', () => {
    const named = [person('ulla', 'education', ['named']), person('bo', 'family', ['named']), person('mette', 'health', ['named'])];
    const { comers } = come(TRANSITION, { people: named });
    expect(comers.map((each) => [each.staffId, each.role, each.mandatory])).toEqual([
      ['bo', 'area', true], ['solvej', 'area', true], ['ulla', 'area', true], ['mette', 'participant', false],
    ]);
  });

  it('asks the owners of the youth’s open actions to a follow-up', () => {
    const mikkel = person('mikkel', 'school', ['action_owner']);
    const { comers } = come([{ who: 'coordinator' }, { who: 'action_owners' }], { people: [freja, mikkel] });
    expect(comers.map((each) => [each.staffId, each.role])).toEqual([['freja', 'coordinator'], ['mikkel', 'action_owner']]);
  });
});
