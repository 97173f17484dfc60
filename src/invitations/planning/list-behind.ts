import type { Tx } from '../../platform/database/tx.js';
import { TOLD_ROOM_OF_ITEM, WHO_COMES_TO_ITEM, WHO_SITS_THE_DAY } from './invitees.sql.js';
import type { Occasion } from './read-occasion.js';

export type SubjectOfInvitation = Pick<Occasion, 'subjectKind' | 'subjectId'>;

/**
 * What people are to know, and by which way, set against what the ledger last said to each: by mail or elsewhere, gone out or
 * still to go. What was said elsewhere is in no calendar any more once the person's meetings come by mail.
 */
const BEHIND = `
  WITH ahead AS (
    SELECT 'booking' AS kind, item.id, item.starts_at, item.ends_at, ${TOLD_ROOM_OF_ITEM} AS room,
      CASE WHEN item.state = 'booked' THEN ARRAY(SELECT who.id FROM (${WHO_COMES_TO_ITEM}) who) ELSE '{}' END AS people
    FROM booking item JOIN meeting_day day ON day.id = item.meeting_day_id LEFT JOIN room ON room.id = day.room_id LEFT JOIN youth ON youth.id = item.youth_id
    WHERE item.state IN ('booked', 'cancelled') AND item.ends_at > $1
    UNION ALL SELECT 'meeting_day', day.id, day.starts_at, day.ends_at, room.name,
      CASE WHEN day.state <> 'cancelled' THEN ARRAY(SELECT who.id FROM (${WHO_SITS_THE_DAY}) who) ELSE '{}' END
    FROM meeting_day day LEFT JOIN room ON room.id = day.room_id WHERE day.state IN ('planned', 'closed', 'cancelled') AND day.ends_at > $1
  ), wanted AS (
    SELECT ahead.kind, ahead.id, person, starts_at, ends_at, room, coalesce(preference.channel, 'mail') <> 'mail' AS elsewhere
    FROM ahead CROSS JOIN unnest(ahead.people) AS person LEFT JOIN calendar_preference preference ON preference.staff_id = person
  ), told AS (
    SELECT * FROM (
      SELECT DISTINCT ON (mail.subject_kind, mail.subject_id, mail.recipient_id) mail.subject_kind AS kind, mail.subject_id AS id, mail.recipient_id AS person, mail.content, mail.kind AS message,
        mail.state = 'elsewhere' AS elsewhere
      FROM mail_delivery mail JOIN ahead ON ahead.kind = mail.subject_kind AND ahead.id = mail.subject_id
      WHERE mail.kind IN ('request', 'cancel') ORDER BY mail.subject_kind, mail.subject_id, mail.recipient_id, mail.sequence DESC) latest
    WHERE latest.message = 'request'
  )
  SELECT DISTINCT kind AS "subjectKind", id AS "subjectId" FROM wanted FULL JOIN told USING (kind, id, person)
  WHERE wanted.starts_at IS NULL OR told.content IS NULL OR wanted.elsewhere <> told.elsewhere OR wanted.room IS DISTINCT FROM told.content ->> 'room'
    OR wanted.starts_at <> (told.content ->> 'startsAt')::timestamptz OR wanted.ends_at <> (told.content ->> 'endsAt')::timestamptz
  ORDER BY kind, id`;

/**
 * The coming items and days of which somebody has been told nothing, something else or by another way than now: made or changed,
 * or another way chosen, while no mail was sent.
 */
export async function listBehind(tx: Tx): Promise<SubjectOfInvitation[]> {
  return tx.query<SubjectOfInvitation>(BEHIND, [tx.now], 'invitations-behind');
}
