import type { FeedScope } from './feed.entity.js';

/** What has passed stays in a feed so long, in days. */
const PAST_DAYS = 90;
const AHEAD_DAYS = 400;
/** Deadlines are summed up so far ahead, in days: 26 weeks. */
const SUMS_AHEAD_DAYS = 182;
/** What is cancelled stays so long, marked as cancelled: some clients remove it then, others strike it through. */
const CANCELLED_DAYS = 30;

const since = (asOf: string): string => `${asOf} - interval '${PAST_DAYS} days'`;
const until = (asOf: string): string => `${asOf} + interval '${AHEAD_DAYS} days'`;
const kept = (asOf: string, state: string, changedAt: string): string =>
  `(${state} <> 'cancelled' OR ${changedAt} > ${asOf} - interval '${CANCELLED_DAYS} days')`;

const day = (asOf: string): string => `day.starts_at > ${since(asOf)} AND day.starts_at < ${until(asOf)} AND ${kept(asOf, 'day.state', 'day.changed_at')}`;

const DAY_COLUMNS = `'k_meeting' AS kind, day.uid, day.revision, day.changed_at, day.starts_at, day.ends_at, NULL::date AS on_date,
    NULL::varchar AS reference, NULL::int AS count, room.name AS room, day.state = 'cancelled' AS cancelled`;

/** An item tells no room when the youth is protected. */
const ITEM_COLUMNS = `'item', item.uid, item.revision, item.changed_at, item.starts_at, item.ends_at, NULL::date,
    item.reference, NULL::int, CASE WHEN coalesce(youth.protected, false) THEN NULL ELSE room.name END, item.state = 'cancelled'`;

/**
 * The deadlines and follow-ups that are mine, and, when I get meetings by feed, the days I stand on and the items I come to: whoever
 * gets them by mail or in a shared calendar would have them twice.
 */
function mine(staffId: string, asOf: string): string {
  const byFeed = `EXISTS (SELECT 1 FROM calendar_preference WHERE staff_id = ${staffId} AND channel = 'feed')`;
  return `
  SELECT ${DAY_COLUMNS}
  FROM (
    SELECT id FROM meeting_day WHERE chair_id = ${staffId} AND starts_at > ${since(asOf)}
    UNION SELECT id FROM meeting_day WHERE minute_taker_id = ${staffId} AND starts_at > ${since(asOf)}
    UNION SELECT meeting_day_id FROM meeting_day_panel WHERE staff_id = ${staffId} AND seated
  ) own JOIN meeting_day day ON day.id = own.id LEFT JOIN room ON room.id = day.room_id
  WHERE ${day(asOf)} AND ${byFeed}
  UNION ALL
  SELECT ${ITEM_COLUMNS}
  FROM booking_participant part JOIN booking item ON item.id = part.booking_id JOIN meeting_day day ON day.id = item.meeting_day_id
    LEFT JOIN room ON room.id = day.room_id LEFT JOIN youth ON youth.id = item.youth_id
  WHERE part.staff_id = ${staffId} AND ${byFeed} AND item.starts_at > ${since(asOf)} AND ${kept(asOf, 'item.state', 'item.changed_at')}
  UNION ALL
  SELECT 'deadline', due.uid, due.revision, due.state_changed_at, NULL, NULL, due.due_on, due.reference, NULL, NULL, due.state <> 'open'
  FROM coordination mine JOIN deadline due ON due.youth_id = mine.youth_id
  WHERE mine.staff_id = ${staffId} AND mine.until_at IS NULL AND due.due_on > (${since(asOf)})::date AND due.due_on < (${until(asOf)})::date
    AND (due.state = 'open' OR (due.state IN ('superseded', 'waived') AND due.state_changed_at > ${asOf} - interval '${CANCELLED_DAYS} days'))
  UNION ALL
  SELECT 'deadline', look.uid, look.revision, look.changed_at, NULL, NULL, look.check_on, look.reference, NULL, NULL, false
  FROM follow_up look WHERE look.owner_id = ${staffId} AND look.state = 'open'
  UNION ALL
  SELECT 'deadline', look.uid, look.revision, look.changed_at, NULL, NULL, look.check_on, look.reference, NULL, NULL, true
  FROM follow_up look WHERE look.owner_id = ${staffId} AND look.state = 'cancelled' AND look.changed_at > ${asOf} - interval '${CANCELLED_DAYS} days'`;
}

/**
 * All K-møder, the items that somebody of the department comes to, and its youths' deadlines summed up by week: a sum on the
 * Monday is nobody's birthday. Its revision counts every change of the deadlines of all who are or were its youths, and their moves
 * in and out: it only rises (RFC 5545, section 3.8.7.4).
 */
function department(departmentId: string, asOf: string): string {
  const monday = "date_trunc('week', due.due_on::timestamp)::date";
  return `
  SELECT ${DAY_COLUMNS}
  FROM meeting_day day LEFT JOIN room ON room.id = day.room_id
  WHERE ${day(asOf)}
  UNION ALL
  SELECT ${ITEM_COLUMNS}
  FROM meeting_day day JOIN booking item ON item.meeting_day_id = day.id
    LEFT JOIN room ON room.id = day.room_id LEFT JOIN youth ON youth.id = item.youth_id
  WHERE day.starts_at > ${since(asOf)} AND ${kept(asOf, 'item.state', 'item.changed_at')}
    AND EXISTS (SELECT 1 FROM booking_participant part JOIN staff_member colleague ON colleague.id = part.staff_id
      WHERE part.booking_id = item.id AND colleague.department_id = ${departmentId})
  UNION ALL
  SELECT 'deadlines_of_week', NULL, sum(due.revision + 1 + coalesce(moved.times, 0))::int, max(greatest(due.state_changed_at, moved.changed_at)),
    NULL, NULL, ${monday}, NULL, count(*) FILTER (WHERE due.state = 'open' AND youth.department_id = ${departmentId})::int, NULL, false
  FROM (SELECT id FROM youth WHERE department_id = ${departmentId} UNION SELECT youth_id FROM unit_change WHERE from_id = ${departmentId}) member
    JOIN youth ON youth.id = member.id JOIN deadline due ON due.youth_id = member.id
    LEFT JOIN (
      SELECT youth_id, count(*) AS times, max(changed_at) AS changed_at FROM unit_change
      WHERE from_id = ${departmentId} OR to_id = ${departmentId} GROUP BY youth_id
    ) moved ON moved.youth_id = member.id
  WHERE due.due_on >= date_trunc('week', ${asOf} AT TIME ZONE 'Europe/Copenhagen')::date AND due.due_on < (${asOf} + interval '${SUMS_AHEAD_DAYS} days')::date
  GROUP BY ${monday} HAVING count(*) FILTER (WHERE due.state = 'open' AND youth.department_id = ${departmentId}) > 0`;
}

/** A series' days with how many items each has; an item that comes, changes or leaves moves the stamp on, not the day's revision. */
function series(seriesId: string, asOf: string): string {
  return `
  SELECT 'k_meeting_with_items' AS kind, day.uid, day.revision, greatest(day.changed_at, day.item_left_at, items.changed_at) AS changed_at, day.starts_at, day.ends_at,
    NULL::date AS on_date, NULL::varchar AS reference, items.count, room.name AS room, day.state = 'cancelled' AS cancelled
  FROM meeting_day day LEFT JOIN room ON room.id = day.room_id CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE item.state <> 'cancelled')::int AS count, max(item.changed_at) AS changed_at
    FROM booking item WHERE item.meeting_day_id = day.id
  ) items
  WHERE day.series_id = ${seriesId} AND ${day(asOf)}`;
}

const ROWS: Readonly<Record<FeedScope, (id: string, asOf: string) => string>> = { mine, department, series };

/**
 * The rows of a feed as SQL. A feed holds nothing but these columns, so that two feeds with the same rows are the same text.
 * @param id SQL that gives the person, department or series; never user input
 * @param asOf SQL that gives the instant it is read for
 */
export function feedRowsSql(scope: FeedScope, id: string, asOf: string): string {
  return ROWS[scope](id, asOf);
}

/** A number that stands for a set of rows, whatever their order; null for none. */
export function fingerprintSql(rows: string): string {
  return `(SELECT sum(hash_record_extended(feed_row, 0))::text FROM (${rows}) feed_row)`;
}
