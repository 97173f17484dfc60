import type { Tx } from '../../platform/database/tx.js';

/** Which units are involved and whom to call; not what they do. */
export interface YouthCard {
  readonly departments: ReadonlyArray<{ name: string; callName: string | null; callPhone: string | null }>;
}

const CARD = `
  SELECT DISTINCT d.name, d.call_name AS "callName", d.call_phone AS "callPhone"
  FROM department d
  WHERE d.id IN (
    SELECT department_id FROM youth WHERE id = $1
    UNION SELECT department_id FROM measure WHERE youth_id = $1 AND starts_on <= $2 AND (ends_on IS NULL OR ends_on >= $2)
    UNION SELECT s.department_id FROM coordination c JOIN staff_member s ON s.id = c.staff_id WHERE c.youth_id = $1 AND c.until_at IS NULL)
  ORDER BY d.name`;

/** The shared card of a youth: its own unit, units with a running measure, and the coordinating caseworker's unit. */
export async function youthCard(tx: Tx, youthId: string): Promise<YouthCard> {
  return { departments: await tx.query<YouthCard['departments'][number]>(CARD, [youthId, tx.today], 'youth-card') };
}
