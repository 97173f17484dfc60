import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { Scheduled } from '../../platform/jobs/scheduled.js';
import { Handles } from '../../platform/outbox/handlers.js';
import { sweepDue } from './sweep-events.js';
import { sweepDeadlines } from './sweep-deadlines.js';

/** Small enough that nobody who works with one of the youths waits long for the lock. */
const YOUTHS_A_SHARE = 250;

const ALL = `SELECT id FROM youth WHERE status <> 'ended' ORDER BY id`;
const SHARE = `SELECT id FROM youth WHERE id BETWEEN $1 AND $2 AND status <> 'ended' ORDER BY id`;

/** The daily sweep, in shares. It is looked for every hour; a share is asked for once a day, and again when youths have come to it. */
@Injectable()
export class DeadlineSweepJob {
  @Scheduled({ name: 'deadlines.sweep', everySeconds: 3_600 })
  async plan(tx: Tx): Promise<void> {
    const youths = await tx.query<{ id: string }>(ALL, [], 'sweep-all');
    for (let start = 0; start < youths.length; start += YOUTHS_A_SHARE) {
      const share = youths.slice(start, start + YOUTHS_A_SHARE);
      const [fromId = '', toId = ''] = [share[0]?.id, share.at(-1)?.id];
      tx.enqueue(sweepDue, { fromId, toId }, { dedupKey: `${tx.today} ${fromId} ${toId}` });
    }
  }

  /** A share that comes late sweeps for the day on which it comes: by yesterday's date it would undo what today's has settled. */
  @Handles(sweepDue)
  async sweep(tx: Tx, { fromId, toId }: { fromId: string; toId: string }): Promise<void> {
    const youths = await tx.query<{ id: string }>(SHARE, [fromId, toId], 'sweep-share');
    await sweepDeadlines(tx, youths.map(({ id }) => id), tx.today);
  }
}
