import type { Tx } from '../../platform/database/tx.js';
import type { ReferralTypeDefinition } from '../types/referral-type-definition.js';

/** Where the author names no areas: those that must come to such an item, and those with a running measure. */
export async function proposedAreas(tx: Tx, youthId: string, type: Pick<ReferralTypeDefinition, 'mustAttend'>): Promise<string[]> {
  const rows = await tx.query<{ area: string }>(
    `SELECT DISTINCT k.area FROM measure m JOIN department d ON d.id = m.department_id JOIN department_kind k ON k.code = d.kind
     WHERE m.youth_id = $1 AND m.starts_on <= $2 AND (m.ends_on IS NULL OR m.ends_on >= $2)`,
    [youthId, tx.today], 'areas-of-measures',
  );
  const must = type.mustAttend.filter(({ who }) => who === 'area').map(({ of }) => of ?? '');
  return [...new Set([...must, ...rows.map(({ area }) => area)])].sort();
}
