import type { Tx } from '../../platform/database/tx.js';
import { calendarChannelChosen } from './calendar-channel-events.js';
import { ownFeedState, sharedCalendarState, type WayState } from './way-states.sql.js';

/** What a way has come to when its people are to have mail instead. */
const CLOSED: Readonly<Record<'gone' | 'gone_or_silent', readonly WayState[]>> = { gone: ['none'], gone_or_silent: ['none', 'waiting', 'silent'] };

/**
 * Whoever chose a way that is gone, or by which nothing arrives any more, gets meetings by mail again: nobody is left without them.
 * A way that is silent is kept in mind, to be offered when it works again.
 * @param when `gone` where no mail can be sent: a calendar that is slow is then better than nothing
 */
export async function returnToMail(tx: Tx, when: keyof typeof CLOSED): Promise<void> {
  const returned = await tx.query<{ staffId: string }>(
    `UPDATE calendar_preference preference SET channel = 'mail', changed_at = $1, works_since = NULL, left_channel = CASE WHEN way.state <> 'none' THEN preference.channel END
     FROM (
       SELECT staff_id, CASE channel WHEN 'feed' THEN ${ownFeedState('chosen.staff_id')} ELSE ${sharedCalendarState('chosen.staff_id')} END AS state
       FROM calendar_preference chosen WHERE channel <> 'mail'
     ) way
     WHERE way.staff_id = preference.staff_id AND preference.channel <> 'mail' AND way.state = ANY ($2::varchar[])
     RETURNING preference.staff_id AS "staffId"`,
    [tx.now, CLOSED[when]], 'calendar-return-to-mail',
  );
  for (const { staffId } of returned) tx.enqueue(calendarChannelChosen, { staffId });
}
