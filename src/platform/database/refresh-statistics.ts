import type { Tx } from './tx.js';

/** Rows from which on a change is large enough for the planner to be wrong about the tables of youths. */
const MANY = 100;

/** Tells the planner about a large change at once: until then lists are planned for the tables as they were, and take seconds. */
export async function refreshStatistics(tx: Tx, changedRows: number): Promise<void> {
  if (changedRows >= MANY) await tx.query('SELECT refresh_statistics()');
}
