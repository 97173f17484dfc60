import { Injectable } from '@nestjs/common';
import { hasRole, staffIdOf } from '../../platform/database/actor.js';
import type { Tx } from '../../platform/database/tx.js';
import { forbidden, notFound, rule } from '../../platform/errors/domain-error.js';
import { readCursor, toPage, type Page } from '../../platform/http/paging.js';
import { requireActiveOwner } from '../actions/agree-action.js';
import { namesSomebody } from '../closing/names-somebody.js';
import { PrincipledQuestion } from './principled-question.entity.js';
import { raiseQuestion } from './raise-question.js';

export interface QuestionLine {
  readonly id: string;
  readonly text: string;
  readonly owner: { readonly id: string; readonly name: string };
  readonly raisedAt: Date;
  readonly answer: string | null;
  readonly answeredAt: Date | null;
}

export interface QuestionFilter {
  readonly answered?: boolean | undefined;
  /** Words that stand in the question or its answer. */
  readonly text?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Principled questions from the meetings, written without names: everyone who works with youths may read and learn. */
@Injectable()
export class PrincipledQuestionsService {
  /** A page, newest first; `text` is looked for in question and answer. */
  async list(tx: Tx, { answered, text, cursor, limit }: QuestionFilter): Promise<Page<QuestionLine>> {
    const after = readCursor(cursor, 2);
    const rows = await this.lines(tx, { id: null, answered: answered ?? null, text: text ?? null, after: [after?.[0] ?? null, after?.[1] ?? null], limit: limit + 1 });
    return toPage(rows, limit, (row) => [row.raisedAt.toISOString(), row.id]);
  }

  /** @throws DomainError not_found */
  async read(tx: Tx, id: string): Promise<QuestionLine> {
    const [line] = await this.lines(tx, { id, answered: null, text: null, after: [null, null], limit: 1 });
    if (!line) throw notFound();
    return line;
  }

  /** Returns the question's id. @throws DomainError rule `not_anonymous`, `owner_unknown` */
  async raise(tx: Tx, text: string, ownerId: string): Promise<string> {
    requireAnonymous('text', text);
    await requireActiveOwner(tx, ownerId);
    return raiseQuestion(tx, { bookingId: null, text, ownerId });
  }

  /** The owner, a chair or the secretary writes the answer, or a better one. @throws DomainError not_found; forbidden `not_your_question`; rule `not_anonymous` */
  async answer(tx: Tx, id: string, answer: string): Promise<void> {
    const question = await tx.lock(PrincipledQuestion, id);
    if (question.ownerId !== tx.actor.staffId && !hasRole(tx.actor, 'chair', 'meeting_secretary')) {
      throw forbidden('not_your_question', 'Svaret skrives af den, der har spørgsmålet, af mødelederen eller af sekretæren.');
    }
    requireAnonymous('answer', answer);
    question.answerWith(answer.trim(), staffIdOf(tx.actor), tx.now);
    await tx.save(question);
    tx.audit('principled_question.answered', { type: 'principled_question', id });
  }

  private lines(
    tx: Tx,
    { id, answered, text, after, limit }: { id: string | null; answered: boolean | null; text: string | null; after: [unknown, unknown]; limit: number },
  ): Promise<QuestionLine[]> {
    return tx.query<QuestionLine>(
      `SELECT q.id, q.text, json_build_object('id', s.id, 'name', s.name) AS owner, q.raised_at AS "raisedAt", q.answer, q.answered_at AS "answeredAt"
       FROM principled_question q JOIN staff_member s ON s.id = q.owner_id
       WHERE ($1::uuid IS NULL OR q.id = $1) AND ($2::boolean IS NULL OR (q.answered_at IS NOT NULL) = $2)
         AND ($3::timestamptz IS NULL OR (q.raised_at, q.id) < ($3::timestamptz, $4::uuid))
         AND ($6::varchar IS NULL OR strpos(lower(concat_ws(' ', q.text, q.answer)), lower($6)) > 0)
       ORDER BY q.raised_at DESC, q.id DESC LIMIT $5`,
      [id, answered, ...after, limit, text], 'principled-questions',
    );
  }
}

function requireAnonymous(field: string, text: string): void {
  if (!namesSomebody(text, [])) return;
  const message = 'Skriv det uden navn og CPR-nummer.';
  throw rule('not_anonymous', message, [{ field, code: 'not_anonymous', message }]);
}
