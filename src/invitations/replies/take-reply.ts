import { answerForGuest, answerForStaff } from '../../meetings/bookings/answer-invitation.js';
import type { GivenAnswer } from '../../meetings/bookings/given-answer.js';
import { answerForDay } from '../../meetings/days/answer-day.js';
import { lockResources } from '../../meetings/occupancy/occupancy.js';
import { isId } from '../../platform/database/ids.js';
import type { Tx } from '../../platform/database/tx.js';
import type { CalendarReply } from './read-reply.js';

/** What became of a reply; a code for the log. */
export type ReplyOutcome = 'taken' | 'unknown' | 'stale' | 'cancelled';

interface InvitationFound {
  readonly subjectKind: 'booking' | 'meeting_day';
  readonly subjectId: string;
  readonly recipientKind: 'staff' | 'guest';
  readonly recipientId: string;
  readonly kind: 'request' | 'cancel';
  readonly sequence: number;
  /** The message tells the time that holds now; a later one may not be written yet. */
  readonly sameTime: boolean;
}

/** The latest calendar message to the person with that address about the event, which is locked: it keeps its time meanwhile. */
const FOUND = `
  WITH item AS (SELECT 'booking' AS kind, id, starts_at, ends_at FROM booking WHERE uid = $1 FOR UPDATE),
    day AS (SELECT 'meeting_day' AS kind, id, starts_at, ends_at FROM meeting_day WHERE uid = $1 FOR UPDATE),
    subject AS (TABLE item UNION ALL TABLE day)
  SELECT mail.subject_kind AS "subjectKind", mail.subject_id AS "subjectId", mail.recipient_kind AS "recipientKind",
    mail.recipient_id AS "recipientId", mail.kind, mail.sequence,
    (mail.content ->> 'startsAt')::timestamptz = subject.starts_at AND (mail.content ->> 'endsAt')::timestamptz = subject.ends_at AS "sameTime"
  FROM subject
    JOIN mail_delivery mail ON mail.subject_kind = subject.kind AND mail.subject_id = subject.id AND mail.kind IN ('request', 'cancel')
    LEFT JOIN staff_member person ON person.id = mail.recipient_id AND person.deactivated_at IS NULL
  WHERE lower(coalesce(mail.address, person.email)) = $2
  ORDER BY mail.sequence DESC LIMIT 1 FOR UPDATE OF mail`;

const DAY = 'SELECT id FROM meeting_day WHERE uid = $1';

/**
 * Lets a calendar's answer count as the person's own, when it answers the latest invitation that the person has got: one to an
 * earlier time is stale, also where the new one is not told yet, and so is one that was given before the answer that counts
 * already. No answer is given after it came: a calendar whose clock is ahead must not silence the person's later answers.
 */
export async function takeReply(tx: Tx, reply: CalendarReply): Promise<ReplyOutcome> {
  const found = await invitationOf(tx, reply);
  if (found === undefined || reply.sequence > found.sequence) return 'unknown';
  if (found.kind === 'cancel') return 'cancelled';
  const givenAt = reply.stamp < tx.now ? reply.stamp : tx.now;
  if (reply.sequence < found.sequence || !found.sameTime) return 'stale';
  return (await counts(tx, found, { answer: reply.answer, givenAt, by: 'mail' })) ? 'taken' : 'stale';
}

/** Whoever books on a day holds its docket before any row; so does the answer for a whole day. */
async function invitationOf(tx: Tx, { uid, attendee }: CalendarReply): Promise<InvitationFound | undefined> {
  if (!isId(uid)) return undefined;
  await lockResources(tx, (await tx.query<{ id: string }>(DAY, [uid], 'reply-day')).map(({ id }) => id));
  return (await tx.query<InvitationFound>(FOUND, [uid, attendee], 'reply-invitation'))[0];
}

async function counts(tx: Tx, { subjectKind, subjectId, recipientKind, recipientId }: InvitationFound, given: GivenAnswer): Promise<boolean> {
  if (recipientKind === 'guest') return answerForGuest(tx, subjectId, recipientId, given);
  return subjectKind === 'booking' ? answerForStaff(tx, subjectId, recipientId, given) : answerForDay(tx, subjectId, recipientId, given);
}
