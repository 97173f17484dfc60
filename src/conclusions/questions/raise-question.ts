import { staffIdOf } from '../../platform/database/actor.js';
import { newId } from '../../platform/database/ids.js';
import type { Tx } from '../../platform/database/tx.js';
import { PrincipledQuestion } from './principled-question.entity.js';

/** Puts a question on the list. The caller has checked that it names nobody and that its owner works here. */
export async function raiseQuestion(tx: Tx, raised: { bookingId: string | null; text: string; ownerId: string }): Promise<string> {
  const open = { answer: null, answeredBy: null, answeredAt: null };
  const question = Object.assign(new PrincipledQuestion(), { id: newId(), ...raised, text: raised.text.trim(), raisedBy: staffIdOf(tx.actor), raisedAt: tx.now, ...open });
  await tx.save(question);
  tx.audit('principled_question.raised', { type: 'principled_question', id: question.id });
  return question.id;
}
