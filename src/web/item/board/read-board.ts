import { type Agenda, readAgenda } from '../../../agendas/read-agenda.js';
import type { Tx } from '../../../platform/database/tx.js';
import { type AgreedSoFar, readAgreedSoFar } from '../../../reports/item/agreed-so-far.js';

export interface BoardData {
  readonly agenda: Agenda;
  readonly actions: readonly AgreedSoFar[];
}

/** What the screen in the room shows; the reading is logged. @throws DomainError not_found */
export async function readBoard(tx: Tx, id: string): Promise<BoardData> {
  return { agenda: await readAgenda(tx, id), actions: await readAgreedSoFar(tx, id) };
}
