import { StaffMember, StaffRole } from '../../src/departments/staff/staff-member.entity.js';
import { parseCalendarDate } from '../../src/platform/clock/calendar-date.js';
import type { Actor, Role } from '../../src/platform/database/actor.js';
import { newId } from '../../src/platform/database/ids.js';
import type { TestApp } from '../support/app.js';
import type { Organisation, UnitName } from '../support/organisation.js';

export interface Caseworker {
  readonly email: string;
  readonly actor: Actor;
}

const FOUNDED = parseCalendarDate('2020-01-01');

/** More caseworkers of Ungeenheden: a municipality's youths have more than two. */
export async function addCaseworkers(app: TestApp, org: Organisation, count: number): Promise<Caseworker[]> {
  const added: Caseworker[] = [];
  while (added.length < count) added.push(await addPerson(app, org, 'ungeenhed', ['caseworker']));
  return added;
}

/** A chair, a minute taker and a panel that no other series has, as a series is told of them. */
export async function addCrew(app: TestApp, org: Organisation): Promise<object> {
  const id = async (unit: UnitName, role: Role): Promise<string> => (await addPerson(app, org, unit, [role])).actor.staffId ?? '';
  return {
    chairId: await id('sekretariat', 'chair'),
    minuteTakerId: await id('sekretariat', 'meeting_secretary'),
    panel: [
      { area: 'social', staffId: await id('social', 'team_leader'), decisionPower: true },
      { area: 'family', staffId: await id('ungeenhed', 'team_leader'), decisionPower: true },
    ],
  };
}

async function addPerson(app: TestApp, org: Organisation, unit: UnitName, roles: readonly Role[]): Promise<Caseworker> {
  const id = newId();
  const email = `${id}@noerreborg.example`;
  const person = { id, email, name: `Medarbejder ${id.slice(-6)}`, departmentId: org.unit[unit] };
  await app.inTx(async (tx) => {
    await tx.save(Object.assign(new StaffMember(), { ...person, createdAt: tx.now }));
    for (const role of roles) await tx.save(Object.assign(new StaffRole(), { id: newId(), staffId: id, role, validFrom: FOUNDED }));
  });
  return { email, actor: { kind: 'staff', staffId: id, name: person.name, roles, departmentId: person.departmentId, requestId: 'bench' } };
}
