import { addDays } from '../../platform/clock/calendar-date.js';
import type { Role } from '../../platform/database/actor.js';
import { newId } from '../../platform/database/ids.js';
import type { Tx } from '../../platform/database/tx.js';
import { StaffMember, StaffRole } from '../staff/staff-member.entity.js';
import type { StaffLine } from './staff-line.js';
import type { Change } from './write-unit.js';

type Person = NonNullable<StaffLine['person']>;

/** Creates the person, brings them up to the line, or ends their access; sessions of who has left are over at once. */
export async function writePerson(tx: Tx, person: Person, departmentId: string, active: boolean): Promise<{ staffId: string; change: Change }> {
  const known = await tx.manager.findOneBy(StaffMember, { email: person.email });
  if (known === null && !active) return { staffId: '', change: 'unchanged' };
  const member = known ?? Object.assign(new StaffMember(), { id: newId(), email: person.email, createdAt: tx.now });
  const before = JSON.stringify(member);
  const wasActive = member.deactivatedAt === null;
  Object.assign(member, {
    name: person.name, departmentId, phone: person.phone || member.phone, title: person.title || member.title,
    deactivatedAt: active ? null : (member.deactivatedAt ?? tx.now),
  });
  const same = before === JSON.stringify(member);
  if (!same) await tx.save(member);
  const rolesChanged = await writeRoles(tx, member.id, active ? person.roles : []);
  if (known !== null && wasActive && !active) return { staffId: member.id, change: 'ended' };
  return { staffId: member.id, change: known === null ? 'created' : same && !rolesChanged ? 'unchanged' : 'updated' };
}

async function writeRoles(tx: Tx, staffId: string, wanted: readonly Role[]): Promise<boolean> {
  const held = await tx.manager.createQueryBuilder(StaffRole, 'r').where('r.staff_id = :staffId AND r.valid_to IS NULL', { staffId }).getMany();
  const ended = held.filter((row) => !wanted.includes(row.role));
  const added = [...new Set(wanted)].filter((role) => !held.some((row) => row.role === role));
  for (const row of ended) {
    if (row.validFrom >= tx.today) await tx.manager.delete(StaffRole, { id: row.id });
    else await tx.save(Object.assign(row, { validTo: addDays(tx.today, -1) }));
  }
  for (const role of added) await tx.save(Object.assign(new StaffRole(), { id: newId(), staffId, role, validFrom: tx.today }));
  return ended.length + added.length > 0;
}
