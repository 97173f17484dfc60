import type { Actor, Role } from '../../platform/database/actor.js';
import { openTo } from './open-to.js';

const actor = (...roles: Role[]): Actor => ({ kind: 'staff', roles }) as unknown as Actor;

describe('a link', () => {
  it.each([
    ['/unge', 'caseworker', true], ['/unge?view=mine', 'admin', false], ['/unge/gennemgang?view=mine', 'meeting_secretary', false], ['/unge/gennemgang', 'team_leader', true],
    ['/unge/import', 'caseworker', false], ['/frister', 'auditor', false], ['/frister/regler', 'auditor', true], ['/log', 'auditor', true], ['/log', 'chair', false],
    ['/administration/job', 'chair', false], ['/administration/serier', 'chair', true], ['/personaleskift', 'caseworker', false],
    ['/hjaelp', 'auditor', true], ['/ungefaer', 'auditor', true],
  ] as const)('to %s is shown to %s: %s', (href, role, shown) => expect(openTo(actor(role), href)).toBe(shown));
});
