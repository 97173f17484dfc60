import { calendarChannelsOf } from '../../calendars/channel/calendar-channels.js';
import type { Tx } from '../../platform/database/tx.js';
import { writeMail } from '../../mails/write-mail.js';
import { type LatestMessage, type PlannedMessage, planThread } from './plan-thread.js';
import { type Invitee, type Occasion, readOccasion } from './read-occasion.js';

/** Who follows a feed learns of a change so close only by mail: feeds are read hours apart. */
const SHORT_NOTICE_MS = 48 * 3_600_000;

interface Said extends LatestMessage {
  readonly recipientKind: Invitee['kind'];
  readonly recipientId: string;
  readonly address: string | null;
  readonly mailbox: string;
}

const LATEST = `
  SELECT DISTINCT ON (mail.recipient_id) mail.recipient_kind AS "recipientKind", mail.recipient_id AS "recipientId", mail.address,
    lower(coalesce(mail.address, person.email)) AS mailbox, mail.kind, mail.sequence, mail.state = 'elsewhere' AS elsewhere, mail.content
  FROM mail_delivery mail LEFT JOIN staff_member person ON person.id = mail.recipient_id
  WHERE mail.subject_kind = $1 AND mail.subject_id = $2 AND mail.kind IN ('request', 'cancel') ORDER BY mail.recipient_id, mail.sequence DESC`;

/**
 * Brings everybody's calendar in step with an item or a day: who comes now is invited or updated, who came until now gets a
 * CANCEL. A second run changes nothing.
 * @param holdMs so long the first invitation to an item waits, in milliseconds, and the short notice in its place: an item that
 *   was a slip is taken back meanwhile
 */
export async function planInvitations(tx: Tx, subjectKind: Occasion['subjectKind'], subjectId: string, holdMs: number): Promise<void> {
  const occasion = await readOccasion(tx, subjectKind, subjectId);
  if (occasion === null) return;
  const said = await tx.query<Said>(LATEST, [subjectKind, subjectId], 'invitation-latest');
  const channels = await calendarChannelsOf(tx, occasion.people.filter(({ kind }) => kind === 'staff').map(({ id }) => id));
  const gone = said.filter(({ recipientId }) => !occasion.people.some(({ id }) => id === recipientId))
    .map((row): Invitee => ({ kind: row.recipientKind, id: row.recipientId, address: row.address, mailbox: row.mailbox }));
  for (const person of [...gone, ...occasion.people]) {
    const comes = occasion.stands && occasion.people.includes(person);
    const wanted = comes ? { content: occasion.content, elsewhere: (channels.get(person.id) ?? 'mail') !== 'mail' } : null;
    const mailbox = said.filter((row) => row.mailbox === person.mailbox);
    const own = mailbox.find(({ recipientId }) => recipientId === person.id) ?? null;
    const last = wanted === null || own === null || own.elsewhere ? own : lastIn(mailbox, own);
    for (const message of planThread(last, wanted, Math.max(occasion.revision, aboveAll(mailbox)), changedAt(tx, occasion))) {
      await write(tx, occasion, person, message, last, holdMs);
      said.push({ ...message, recipientKind: person.kind, recipientId: person.id, address: person.address, mailbox: person.mailbox });
    }
  }
}

/** What was said last in the mailbox where that is a cancellation: somebody else's takes the person's own invitation from the calendar too. */
function lastIn(mailbox: readonly Said[], own: Said): Said {
  const last = mailbox.filter(({ elsewhere }) => !elsewhere).reduce((top, row) => (row.sequence > top.sequence ? row : top), own);
  return last.kind === 'cancel' ? last : own;
}

/**
 * A guest who was taken off and invited again, or has become a colleague at the item, is somebody new in the same mailbox: that
 * calendar follows the higher sequence (RFC 5546, section 2.1.5), and the invitation must be the last word over the cancellation.
 */
function aboveAll(mailbox: readonly Said[]): number {
  return Math.max(0, ...mailbox.map(({ sequence }) => sequence + 1));
}

/** A change of the channel alone has no revision of its own: it happens now. */
function changedAt(tx: Tx, { content }: Occasion): string {
  return content.changedAt > tx.now.toISOString() ? content.changedAt : tx.now.toISOString();
}

async function write(tx: Tx, { subjectKind, subjectId }: Occasion, person: Invitee, message: PlannedMessage, last: LatestMessage | null, holdMs: number): Promise<void> {
  const { kind, sequence, content, elsewhere, news } = message;
  const mail = { subjectKind, subjectId, recipientKind: person.kind, recipientId: person.id, address: person.address, sequence, content };
  const held = holdMs > 0 && last === null && subjectKind === 'booking' ? { notBefore: new Date(tx.now.getTime() + holdMs) } : {};
  await writeMail(tx, { ...mail, kind, elsewhere, ...held });
  const close = isClose(tx, content.startsAt) || (last !== null && isClose(tx, last.content.startsAt));
  if (elsewhere && news && close) await writeMail(tx, { ...mail, kind: 'short_notice', ...held });
}

function isClose(tx: Tx, startsAt: string): boolean {
  const ahead = new Date(startsAt).getTime() - tx.now.getTime();
  return ahead > 0 && ahead < SHORT_NOTICE_MS;
}
