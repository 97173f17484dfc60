import { countBrokenOccupancy } from '../../../support/occupancy.js';
import type { Stage } from '../stage.js';
import { type Findings, problems } from './findings.js';

/** I1: nobody is in two places at once, and no item has only a part of its people. */
export async function occupancyInOrder(stage: Stage): Promise<Findings> {
  const { overlaps, partial, orphans } = await countBrokenOccupancy((sql) => stage.count(sql));
  return problems([
    ...(overlaps > 0 ? [`I1 ${overlaps} overlaps`] : []),
    ...(partial > 0 ? [`I1 ${partial} items with a part of their people`] : []),
    ...(orphans > 0 ? [`I1 ${orphans} claims of nobody`] : []),
  ]);
}
