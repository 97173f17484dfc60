import { FEED_ENDS_AT } from '../feed-end.sql.js';

/** Programs fetch at least once a day, and a shared calendar is looked at every ten minutes: what has been silent so long reaches nobody. */
export const SILENT_AFTER = '3 days';

/**
 * Whether meetings that go a way arrive: there is no such way, it waits for its first time, it worked and has been silent for
 * three days, or it works.
 */
export type WayState = 'none' | 'waiting' | 'silent' | 'open';

/** SQL: the state of a person's subscriptions to their own calendar at the instant $1. */
export function ownFeedState(staffId: string): string {
  return stateOf('feed', 'feed.last_fetched_at', `feed.owner_id = ${staffId} AND feed.scope = 'mine' AND ${FEED_ENDS_AT} > $1::timestamptz`);
}

/** SQL: the state of the shared calendar of a person's department at the instant $1. */
export function sharedCalendarState(staffId: string): string {
  const of = `target.removing_at IS NULL AND target.department_id = (SELECT person.department_id FROM staff_member person WHERE person.id = ${staffId})`;
  return stateOf('calendar_target target', 'target.succeeded_at', of);
}

function stateOf(table: string, workedAt: string, condition: string): string {
  return `(SELECT CASE WHEN count(*) = 0 THEN 'none' WHEN coalesce(bool_or(${workedAt} > $1::timestamptz - interval '${SILENT_AFTER}'), false) THEN 'open'
    WHEN bool_or(${workedAt} IS NULL) THEN 'waiting' ELSE 'silent' END FROM ${table} WHERE ${condition})`;
}
