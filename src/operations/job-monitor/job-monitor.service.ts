import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config.js';
import type { Tx } from '../../platform/database/tx.js';
import { conflict, invalid, notFound } from '../../platform/errors/domain-error.js';
import { isId } from '../../platform/database/ids.js';
import { Schedules } from '../../platform/jobs/scheduled.js';
import { withoutCpr } from '../../platform/logging/without-cpr.js';
import { countSealed, type SealedCount } from '../../platform/sealing/count-sealed.js';
import { settleTasks } from '../../tasks/raise-task.js';
import { type QueueState, QueueStateReader } from '../health/queue-state.js';
import { countMessages, listMessages, type MessageCount, type MessageFilter, type MessageLine } from './message-list.js';
import { EVERY_SEALED_COLUMN } from '../sealing/every-sealed-column.js';
import { listSchedules, type ScheduleLine } from './schedule-list.js';
import type { CursorKey } from '../../platform/http/paging.js';

export interface JobOverview {
  readonly queue: QueueState;
  readonly messages: readonly MessageCount[];
  /** The latest first. */
  readonly schedules: readonly ScheduleLine[];
  /** How what `CPR_KEY` seals is sealed. */
  readonly sealed: SealedCount;
}

/** What the queue has to do and how it goes, for the administrator. Ids, codes and counts only. */
@Injectable()
export class JobMonitorService {
  constructor(
    private readonly schedules: Schedules,
    private readonly queue: QueueStateReader,
    private readonly config: Config,
  ) {}

  /** All of it in one look. The caller has checked the policy. */
  async overview(tx: Tx): Promise<JobOverview> {
    return {
      queue: await this.queue.read(), messages: await countMessages(tx), schedules: await listSchedules(tx, this.schedules.all()),
      sealed: await countSealed(tx, this.config.sealingKeys, EVERY_SEALED_COLUMN),
    };
  }

  /** Newest first, one more than the limit. */
  messages(tx: Tx, filter: MessageFilter, after: CursorKey | null, limit: number): Promise<MessageLine[]> {
    return listMessages(tx, filter, after, limit);
  }

  /**
   * Lets a dead message be tried anew, with all its tries; one that waits after a failure is tried now.
   * @throws DomainError not_found, or conflict when nothing keeps it waiting
   */
  async retry(tx: Tx, id: string): Promise<void> {
    await this.decide(tx, id, 'job.retried', (
      `UPDATE outbox_message SET state = 'pending', available_at = now(), finished_at = NULL, lease_until = NULL,
         attempts = CASE WHEN state = 'dead' THEN 0 ELSE attempts END, lost = CASE WHEN state = 'dead' THEN 0 ELSE lost END
       WHERE id = $1 AND (state = 'dead' OR (state = 'pending' AND last_error IS NOT NULL AND available_at > now()))`
    ), [id]);
    await tx.query(`SELECT pg_notify('outbox', '')`);
  }

  /**
   * Lets a dead message rest: its work is not done, and somebody says why that is right.
   * @throws DomainError invalid without a reason or with a CPR number in it, not_found, conflict when it is not dead
   */
  async dismiss(tx: Tx, id: string, reason: string): Promise<void> {
    const text = reason.trim();
    if (text === '') throw invalid([{ field: 'reason', code: 'isNotEmpty', message: 'Skriv, hvorfor jobbet ikke skal gøres.' }]);
    if (withoutCpr(text) !== text) throw invalid([{ field: 'reason', code: 'cpr', message: 'Skriv ikke CPR-numre her. Begrundelsen står i joblisten.' }]);
    await this.decide(tx, id, 'job.dismissed', `UPDATE outbox_message SET state = 'dismissed', dismissed_reason = $2 WHERE id = $1 AND state = 'dead'`, [id, text]);
  }

  private async decide(tx: Tx, id: string, action: 'job.retried' | 'job.dismissed', sql: string, params: unknown[]): Promise<void> {
    if (!isId(id)) throw notFound();
    if ((await tx.execute(sql, params)) === 0) {
      const [found] = await tx.query<{ kind: string }>('SELECT kind FROM outbox_message WHERE id = $1', [id]);
      if (found === undefined) throw notFound({ type: 'message', id });
      throw conflict('job_moved_on', 'Jobbet venter ikke længere på dig. Hent siden igen og se, hvad der står nu.');
    }
    await settleTasks(tx, 'message_died', id);
    tx.audit(action, { type: 'message', id });
  }
}
