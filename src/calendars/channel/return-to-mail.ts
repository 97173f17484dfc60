import type { Tx } from '../../platform/database/tx.js';
import { calendarChannelChosen } from './calendar-channel-events.js';
import { ownFeedState, sharedCalendarState, type WayState } from './way-states.sql.js';

/** What a way has come to when its people are to have mail instead. */
const CLOSED: Readonly<Record<'gone' | 'gone_or_silent', readonly WayState[]>> = { gone: ['none'], gone_or_silent: ['none', 'waiting', 'silent'] };

/**
 * Whoever chose a way that is gone, or by which nothing arrives any more, gets meetings by mail again: nobody is left without them.
 * @param when `gone` where no mail can be sent: a calendar that is slow is then better than nothing
 */
export async function returnToMail(tx: Tx, when: keyof typeof CLOSED): Promise<void> {
  const returned = await tx.query<{ staffId: string }>(
    `UPDATE calendar_preference preference SET channel = 'mail', changed_at = $1
     WHERE (channel = 'feed' AND ${ownFeedState('preference.staff_id')} = ANY ($2::varchar[]))
       OR (channel = 'caldav' AND ${sharedCalendarState('preference.staff_id')} = ANY ($2::varchar[]))
     RETURNING staff_id AS "staffId"`,
    [tx.now, CLOSED[when]], 'calendar-return-to-mail',
  );
  for (const { staffId } of returned) tx.enqueue(calendarChannelChosen, { staffId });
}
