import { actorOf } from '../../auth/actor-of.js';
import { allows } from '../../auth/policy.js';
import { sameUnit } from '../../departments/units/same-unit.js';
import { type Actor, hasRole } from '../../platform/database/actor.js';
import type { Tx } from '../../platform/database/tx.js';
import { importYouths } from '../youths.policies.js';

/** Whose import it is; the importer with the roles and the unit of the day on which the lines land. */
export interface Importing {
  readonly importId: string;
  readonly importer: Actor;
}

/** The person who sent a file whose lines land as a job; who has left since may bring nobody in. */
export async function importerOf(tx: Tx, staffId: string): Promise<Actor> {
  return (await actorOf(tx, staffId)) ?? { kind: 'staff', staffId, name: null, roles: [], departmentId: null, requestId: tx.actor.requestId };
}

/**
 * The units whose youths the importer may bring in: the secretary those of all (null), a team leader those of the own
 * unit, as when a youth is recorded by hand. A unit has a row for each of its dated forms.
 */
export async function importableUnits(tx: Tx, importer: Actor): Promise<ReadonlySet<string> | null> {
  if (!allows(importYouths, importer)) return new Set();
  if (hasRole(importer, 'meeting_secretary')) return null;
  const rows = await tx.query<{ id: string }>(sameUnit('$1::uuid'), [importer.departmentId], 'import-own-units');
  return new Set(rows.map(({ id }) => id));
}
