import { IsNull } from 'typeorm';
import type { Tx } from '../../platform/database/tx.js';
import { settleTasks } from '../../tasks/raise-task.js';
import { Letter } from '../letter.entity.js';

/** Closes what asks for new letters of an item once none is left to hand over. */
export async function settleWhenNoneWaits(tx: Tx, bookingId: string): Promise<void> {
  const waiting = await tx.manager.countBy(Letter, { bookingId, outdated: false, handedOverAt: IsNull() });
  if (waiting === 0) await settleTasks(tx, 'letter_needed', bookingId);
}
