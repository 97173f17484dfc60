import { staffIdOf } from '../../platform/database/actor.js';
import type { Tx } from '../../platform/database/tx.js';
import type { SilentChannel } from './calendar-preference.entity.js';
import { ownFeedState, sharedCalendarState } from './way-states.sql.js';

/** A calendar that has worked so long is no longer coming and going. */
const STEADY = '1 day';
/** How the way that fell silent stands now. */
const STATE = `CASE left_channel WHEN 'feed' THEN ${ownFeedState('preference.staff_id')} ELSE ${sharedCalendarState('preference.staff_id')} END`;

/** Notes since when the calendars work again from which meetings went back to mail. */
export async function noteWorkingWays(tx: Tx): Promise<void> {
  await tx.query(
    `UPDATE calendar_preference preference SET works_since = CASE WHEN works_since IS NULL THEN $1::timestamptz END
     WHERE left_channel IS NOT NULL AND (works_since IS NULL) = (${STATE} = 'open')`,
    [tx.now], 'calendar-works-again',
  );
}

/**
 * The way by which the actor's meetings came until it fell silent, when it has worked for a day. It is offered and not taken: mail
 * goes on meanwhile, so that a calendar that comes and goes takes no message with it.
 */
export async function wayThatWorksAgain(tx: Tx): Promise<SilentChannel | null> {
  const sql = `SELECT left_channel AS channel FROM calendar_preference preference
    WHERE staff_id = $2 AND works_since <= $1::timestamptz - interval '${STEADY}' AND ${STATE} = 'open'`;
  const [way] = await tx.query<{ channel: SilentChannel }>(sql, [tx.now, staffIdOf(tx.actor)], 'calendar-way-again');
  return way?.channel ?? null;
}
