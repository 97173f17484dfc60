import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/tx.js';
import { Handles } from '../platform/outbox/handlers.js';
import { raiseTask } from '../tasks/raise-task.js';
import { referralChanged } from './referral-events.js';
import { Referral } from './referral.entity.js';

/** Asks somebody to move a referral on. The tasks are settled by the step that does it. */
@Injectable()
export class TriageTasks {
  /** The secretary triages what waits, the urgent at once; its author looks at what was returned. Reads the state of now. */
  @Handles(referralChanged)
  async ask(tx: Tx, { referralId }: { referralId: string }): Promise<void> {
    const referral = await tx.find(Referral, referralId);
    const about = { youthId: referral.youthId, subjectType: 'referral', subjectId: referral.id };
    const round = await lastStep(tx, referralId);
    if (referral.state === 'submitted') {
      await raiseTask(tx, {
        ...about, kind: 'triage_referral', assigneeRole: 'meeting_secretary', dueOn: referral.urgent ? tx.today : null,
        dedupKey: `triage_referral:${referral.id}:${round}`,
      });
    } else if (referral.state === 'returned') {
      await raiseTask(tx, {
        ...about, kind: 'referral_returned', assigneeId: referral.authorId, dueOn: referral.returnOn, dedupKey: `referral_returned:${referral.id}:${round}`,
      });
    }
  }
}

/** When the latest step was taken: a referral that comes back to a state is a new question. */
async function lastStep(tx: Tx, referralId: string): Promise<string> {
  const [row] = await tx.query<{ at: Date | null }>('SELECT max(at) AS at FROM referral_event WHERE referral_id = $1', [referralId], 'referral-last-step');
  return row?.at?.toISOString() ?? '';
}
