import type { Actor, Role } from '../platform/database/actor.js';
import type { Tx } from '../platform/database/tx.js';

const PERSON = `
  SELECT person.name, person.department_id AS "departmentId", ARRAY(SELECT held.role FROM staff_role held
    WHERE held.staff_id = person.id AND held.valid_from <= $2 AND (held.valid_to IS NULL OR held.valid_to >= $2)) AS roles
  FROM staff_member person WHERE person.id = $1 AND person.deactivated_at IS NULL`;

/** A person with today's roles, for counting what that person may see; null for who has left. Signs nobody in. */
export async function actorOf(tx: Tx, staffId: string): Promise<Actor | null> {
  const [found] = await tx.query<{ name: string; departmentId: string; roles: Role[] }>(PERSON, [staffId, tx.today], 'actor-of');
  return found === undefined ? null : { kind: 'staff', staffId, ...found, requestId: tx.actor.requestId };
}
