import type { Actor, Role } from '../../platform/database/actor.js';
import { mayOfferHandover } from './may-offer.js';

function actor(staffId: string, departmentId: string, ...roles: Role[]): Actor {
  return { kind: 'staff', staffId, name: null, roles, departmentId, requestId: 'r' };
}

const youth = { coordinatorId: 'freja', coordinatorDepartmentId: 'ungeenheden', departmentId: 'handicap' };

describe('who may offer a youth to another', () => {
  it('is the coordinating caseworker', () => {
    expect(mayOfferHandover(actor('freja', 'ungeenheden', 'caseworker'), youth)).toBe(true);
    expect(mayOfferHandover(actor('solvej', 'social', 'caseworker'), youth)).toBe(false);
  });

  it("is a team leader of the youth's unit or of the caseworker's", () => {
    expect(mayOfferHandover(actor('tage', 'ungeenheden', 'team_leader'), youth)).toBe(true);
    expect(mayOfferHandover(actor('bo', 'handicap', 'team_leader'), youth)).toBe(true);
    expect(mayOfferHandover(actor('ib', 'social', 'team_leader'), youth)).toBe(false);
  });

  it('is no colleague in the unit', () => {
    expect(mayOfferHandover(actor('gitte', 'ungeenheden', 'caseworker'), youth)).toBe(false);
  });
});
