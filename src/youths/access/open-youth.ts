import { sameUnit } from '../../departments/units/same-unit.js';
import { notFound } from '../../platform/errors/domain-error.js';
import { isId } from '../../platform/database/ids.js';
import type { Tx } from '../../platform/database/tx.js';
import { Youth } from '../youth.entity.js';
import { ACCESS_GROUNDS, type AccessGround, type AccessScope } from './access-grounds.js';
import { holdingsOf } from './visible-youths.js';

/** What lets the actor in: the widest scope, and the ground that stands first in the list of grounds. */
export interface AccessFound {
  readonly scope: AccessScope;
  readonly ground: AccessGround;
}

const BEST = `
  SELECT scope, ground FROM youth_access
  WHERE youth_id = $1 AND (staff_id = $2::uuid OR department_id = ANY (ARRAY (${sameUnit('$3::uuid')})) OR role = ANY ($4::varchar[]))
    AND from_at <= $5 AND (until_at IS NULL OR until_at > $5)
  ORDER BY (scope = 'full') DESC, array_position($6::varchar[], ground) LIMIT 1`;

/** The actor's access to a youth, or null. The ground is what the read log names as the purpose. */
export async function accessTo(tx: Tx, youthId: string): Promise<AccessFound | null> {
  if (!isId(youthId)) return null;
  const { staffId, departmentId, roles } = holdingsOf(tx.actor);
  const params = [youthId, staffId, departmentId, roles, tx.now, ACCESS_GROUNDS];
  const [found] = await tx.query<AccessFound>(BEST, params, 'youth-access-best');
  return found ?? null;
}

/**
 * The ground on which the actor sees the youth's case, for the audit row.
 * @throws DomainError not_found when there is none
 */
export async function groundFor(tx: Tx, youthId: string): Promise<AccessGround> {
  const found = await accessTo(tx, youthId);
  if (found?.scope !== 'full') throw notFound();
  return found.ground;
}

/**
 * Loads a youth whose case the actor may see, with the ground for the audit row.
 * @throws DomainError not_found when the youth is unknown or not the actor's
 */
export async function openYouth(tx: Tx, youthId: string): Promise<{ youth: Youth; ground: AccessGround }> {
  const ground = await groundFor(tx, youthId);
  return { youth: await tx.find(Youth, youthId), ground };
}

/** As `openYouth`, and keeps the youth locked until the transaction ends. */
export async function lockYouth(tx: Tx, youthId: string): Promise<{ youth: Youth; ground: AccessGround }> {
  const ground = await groundFor(tx, youthId);
  return { youth: await tx.lock(Youth, youthId), ground };
}
