import type { Comer } from '../proposals/who-must-come.js';
import { reseatItem } from './reseat-item.js';

const comer = (staffId: string, role: Comer['role'], over: Partial<Comer> = {}): Comer => ({
  staffId, role, area: null, mandatory: true, standing: true, decisionPower: false, substituteFor: null, ...over,
});
const old = { chairId: 'henrik', minuteTakerId: 'karla', panel: [{ area: 'social', staffId: 'sonja' }] };
const before = [
  comer('freja', 'coordinator', { standing: false, area: 'family' }),
  comer('sonja', 'area', { area: 'social', decisionPower: true }),
  comer('henrik', 'chair'),
  comer('karla', 'minute_taker'),
];
const STANDING = ['henrik', 'karla', 'sonja', 'bo'];

describe('an item whose day changes hands', () => {
  it('gets the new chair in the old one’s place', () => {
    const after = reseatItem(before, old, { ...old, chairId: 'bo' }, STANDING);
    expect(after.map((each) => `${each.staffId} ${each.role}`)).toEqual(['freja coordinator', 'sonja area', 'bo chair', 'karla minute_taker']);
  });

  it('gets the new holder of an area with the same seat', () => {
    const after = reseatItem(before, old, { ...old, panel: [{ area: 'social', staffId: 'solvej' }] }, ['henrik', 'karla', 'solvej']);
    expect(after[1]).toEqual(comer('solvej', 'area', { area: 'social', decisionPower: true }));
  });

  it('has nobody twice: who came on their own account now sits the whole day', () => {
    const after = reseatItem(before, old, { ...old, chairId: 'freja' }, ['freja', 'karla', 'sonja']);
    expect(after.map((each) => each.staffId)).toEqual(['freja', 'sonja', 'karla']);
    expect(after[0]).toMatchObject({ role: 'coordinator', standing: true });
  });

  it('gets a chair where there was none', () => {
    const after = reseatItem(before.filter((each) => each.role !== 'chair'), old, { ...old, chairId: 'bo' }, STANDING);
    expect(after.at(-1)).toEqual(comer('bo', 'chair'));
  });

  it('keeps who has nothing to do with the change', () => {
    expect(reseatItem(before, old, old, STANDING)).toEqual(before);
  });
});
