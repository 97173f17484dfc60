import type { Tx } from '../../platform/database/tx.js';
import { calendarChannelChosen } from './calendar-channel-events.js';
import { HAS_OWN_FEED, HAS_SHARED_CALENDAR } from './open-ways.js';

/** Whoever chose a way that is no more gets meetings by mail again: nobody is left without them. */
export async function returnToMail(tx: Tx): Promise<void> {
  const returned = await tx.query<{ staffId: string }>(
    `UPDATE calendar_preference preference SET channel = 'mail', changed_at = $1
     WHERE (channel = 'feed' AND NOT ${HAS_OWN_FEED('preference.staff_id')}) OR (channel = 'caldav' AND NOT ${HAS_SHARED_CALENDAR('preference.staff_id')})
     RETURNING staff_id AS "staffId"`,
    [tx.now], 'calendar-return-to-mail',
  );
  for (const { staffId } of returned) tx.enqueue(calendarChannelChosen, { staffId });
}
