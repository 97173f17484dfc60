import type { Tx } from '../../platform/database/tx.js';

const AREAS = 'SELECT DISTINCT area FROM department_kind ORDER BY area';

/** The areas that an item may ask for, by code. */
export async function authorityAreas(tx: Tx): Promise<string[]> {
  return (await tx.query<{ area: string }>(AREAS, [], 'authority-areas')).map(({ area }) => area);
}
