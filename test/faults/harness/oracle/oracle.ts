import { setTimeout as pause } from 'node:timers/promises';
import { until } from '../patience.js';
import type { Stage } from '../stage.js';
import { type Findings, together } from './findings.js';
import { occupancyInOrder } from './i1-occupancy.js';
import { messagesUnderWay, outboxComplete } from './i2-outbox.js';
import { mailsInOrder } from './i3-mails.js';
import { trailComplete } from './i4-trail.js';
import { canariesAbsent } from './i5-canaries.js';
import { owedAndMissing, remindersWritten } from './i6-reminders.js';
import { feedInOrder, tagFollowsFeed } from './i7-feed.js';
import { historyHolds } from './i8-history.js';

/** Lets the worker finish, then asks everything that must hold after any fault. */
export async function askOracle(stage: Stage): Promise<Findings> {
  await stage.ensureWorker();
  const [asked] = await stage.query<{ at: Date }>('SELECT now() AS at');
  await settled(stage);
  const { findings: feed, text } = await feedInOrder(stage);
  return together([
    await occupancyInOrder(stage), await outboxComplete(stage), await mailsInOrder(stage), await trailComplete(stage), await canariesAbsent(stage, text),
    await remindersWritten(stage, asked?.at ?? stage.begunAt), feed, await historyHolds(stage), await tagFollowsFeed(stage),
  ]);
}

const NEVER_RUN = 'SELECT count(*) FROM schedule_tick WHERE last_run_at IS NULL';
const LOOKS = 3;
const BETWEEN_MS = 150;

/** Every schedule has run and nothing is left to do, also a moment later. What is still not done then is found by the oracle itself. */
async function settled(stage: Stage): Promise<void> {
  const quiet = async (): Promise<boolean> => {
    for (let look = 0; look < LOOKS; look += 1) {
      if ((await messagesUnderWay(stage)) > 0 || (await stage.count(NEVER_RUN)) > 0) return false;
      await pause(BETWEEN_MS);
    }
    return !stage.owesReminders || (await owedAndMissing(stage)) === 0;
  };
  await until('everything is done', quiet, stage.bars.drainMs * 2).catch(() => undefined);
}
