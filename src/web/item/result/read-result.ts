import { type ConclusionAnswer, readConclusion } from '../../../conclusions/closing/read-conclusion.js';
import type { MinutesContent } from '../../../conclusions/minutes/minutes-content.js';
import { readMinutes } from '../../../conclusions/minutes/read-minutes.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { ItemAccess } from '../read-item.js';

export interface ResultData {
  readonly item: ItemAccess;
  readonly conclusion: ConclusionAnswer;
  readonly minutes: MinutesContent;
}

/** How an item that the actor has opened ended. @throws DomainError not_found when it is not concluded */
export async function readResult(tx: Tx, item: ItemAccess): Promise<ResultData> {
  const { id } = item.booking;
  return { item, conclusion: await readConclusion(tx, id), minutes: await readMinutes(tx, id) };
}
