import { type Actor, type Role, systemActor } from '../../platform/database/actor.js';
import { mayHandle, mayLeadItem } from './item-doers.js';

const DOERS = { authorId: 'freja', coordinatorId: 'gitte', chairId: 'henrik' };
const person = (staffId: string, ...roles: Role[]): Actor => ({ ...systemActor(), kind: 'staff', staffId, roles });

describe('what may be done with an item', () => {
  it.each([
    ['the author', person('freja', 'caseworker'), true, false],
    ['the coordinating caseworker', person('gitte', 'caseworker'), true, true],
    ['the chair of the day', person('henrik', 'chair'), true, true],
    ['the chair of another day', person('tove', 'chair'), false, false],
    ['the secretary', person('karla', 'meeting_secretary'), true, true],
    ['a team leader', person('tage', 'team_leader'), false, false],
  ])('is for %s', (_, actor, handles, leads) => {
    expect([mayHandle(actor, DOERS), mayLeadItem(actor, DOERS)]).toEqual([handles, leads]);
  });

  it('is nobody by having no name', () => expect(mayHandle({ ...person('x'), staffId: null }, { ...DOERS, coordinatorId: null, chairId: null })).toBe(false));
});
