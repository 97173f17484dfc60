import { Injectable } from '@nestjs/common';
import { staffIdOf } from '../../platform/database/actor.js';
import type { Tx } from '../../platform/database/tx.js';
import { notFound, rule } from '../../platform/errors/domain-error.js';
import { requireVersion } from '../../platform/http/if-match.js';
import type { Decision } from '../closing/closing-statement.js';
import { Conclusion } from '../closing/conclusion.entity.js';
import { DecisionNote } from '../closing/decision-note.entity.js';
import { faultyDecisions } from '../closing/missing-agreements.js';
import { itemToConclude, requireMayClose, type ItemToConclude } from '../closing/item-to-conclude.js';
import { writeDecisions } from '../closing/write-conclusion.js';
import { minutesApproved } from './minutes-events.js';
import { composeMinutes } from './read-minutes.js';

/** Minutes: a draft that can be corrected until it is approved. */
@Injectable()
export class MinutesService {
  /**
   * Replaces the decision notes of the draft.
   * @throws DomainError not_found; forbidden `may_not_close`; precondition `changed_meanwhile`; conflict `minutes_approved`; rule `decisions_incomplete`
   */
  async correct(tx: Tx, bookingId: string, expected: number, decisions: readonly Decision[]): Promise<void> {
    const { item, conclusion } = await this.lock(tx, bookingId);
    requireVersion(conclusion.version, expected, { version: conclusion.version });
    const faults = faultyDecisions({ decisions });
    if (faults.length > 0) throw rule('decisions_incomplete', 'Ret beslutningerne, og gem igen.', faults);
    conclusion.correct();
    await tx.save(conclusion);
    await tx.manager.delete(DecisionNote, { conclusionId: conclusion.id });
    await writeDecisions(tx, conclusion.id, decisions);
    this.audit(tx, 'minutes.corrected', item, conclusion);
  }

  /** From now on nothing in the minutes changes. @throws DomainError not_found; forbidden `may_not_close`; conflict `minutes_approved` */
  async approve(tx: Tx, bookingId: string): Promise<void> {
    const { item, conclusion } = await this.lock(tx, bookingId);
    conclusion.requireDraft();
    const present = await composeMinutes(tx, item, conclusion);
    const approved = { state: 'approved', approvedAt: tx.now.toISOString(), approvedBy: tx.actor.name } as const;
    conclusion.approve({ ...present, ...approved }, staffIdOf(tx.actor), tx.now);
    await tx.save(conclusion);
    this.audit(tx, 'minutes.approved', item, conclusion);
    tx.enqueue(minutesApproved, { bookingId });
  }

  private async lock(tx: Tx, bookingId: string): Promise<{ item: ItemToConclude; conclusion: Conclusion }> {
    const item = await itemToConclude(tx, bookingId);
    await requireMayClose(tx, item);
    const found = await tx.manager.findOneBy(Conclusion, { bookingId: item.booking.id });
    if (!found) throw notFound();
    return { item, conclusion: await tx.lock(Conclusion, found.id) };
  }

  private audit(tx: Tx, verb: `minutes.${string}`, { youth, ground }: ItemToConclude, { id, version }: Conclusion): void {
    tx.audit(verb, { type: 'conclusion', id, youthIds: youth === null ? [] : [youth.id], ground, detail: { version } });
  }
}
