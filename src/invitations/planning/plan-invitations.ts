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
}

const LATEST = `
  SELECT DISTINCT ON (recipient_id) recipient_kind AS "recipientKind", recipient_id AS "recipientId", address, kind, sequence,
    state = 'elsewhere' AS elsewhere, content
  FROM mail_delivery WHERE subject_kind = $1 AND subject_id = $2 AND kind IN ('request', 'cancel') ORDER BY recipient_id, sequence DESC`;

/**
 * Brings everybody's calendar in step with an item or a day: who comes now is invited or updated, who came until now gets a
 * CANCEL. A second run changes nothing.
 * @param holdMs so long the first invitation to an item waits, in milliseconds: an item that was a slip is taken back meanwhile
 */
export async function planInvitations(tx: Tx, subjectKind: Occasion['subjectKind'], subjectId: string, holdMs: number): Promise<void> {
  const occasion = await readOccasion(tx, subjectKind, subjectId);
  if (occasion === null) return;
  const said = await tx.query<Said>(LATEST, [subjectKind, subjectId], 'invitation-latest');
  const channels = await calendarChannelsOf(tx, occasion.people.filter(({ kind }) => kind === 'staff').map(({ id }) => id));
  const gone = said.filter(({ recipientId }) => !occasion.people.some(({ id }) => id === recipientId))
    .map((row): Invitee => ({ kind: row.recipientKind, id: row.recipientId, address: row.address }));
  for (const person of [...gone, ...occasion.people]) {
    const comes = occasion.stands && occasion.people.includes(person);
    const wanted = comes ? { content: occasion.content, elsewhere: (channels.get(person.id) ?? 'mail') !== 'mail' } : null;
    const last = said.find(({ recipientId }) => recipientId === person.id) ?? null;
    const revision = last === null ? Math.max(occasion.revision, aboveAll(said, person)) : occasion.revision;
    for (const message of planThread(last, wanted, revision, changedAt(tx, occasion))) {
      await write(tx, occasion, person, message, last, holdMs);
      said.push({ ...message, recipientKind: person.kind, recipientId: person.id, address: person.address });
    }
  }
}

/**
 * A guest who was taken off and invited again is somebody new in the same mailbox: that calendar follows the higher sequence
 * (RFC 5546, section 2.1.5), and the invitation must be the last word over the cancellation.
 */
function aboveAll(said: readonly Said[], { address }: Invitee): number {
  const inMailbox = said.filter((row) => address !== null && row.address?.toLowerCase() === address.toLowerCase());
  return Math.max(0, ...inMailbox.map(({ sequence }) => sequence + 1));
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
  if (elsewhere && news && (isClose(tx, content.startsAt) || (last !== null && isClose(tx, last.content.startsAt)))) await writeMail(tx, { ...mail, kind: 'short_notice' });
}

function isClose(tx: Tx, startsAt: string): boolean {
  const ahead = new Date(startsAt).getTime() - tx.now.getTime();
  return ahead > 0 && ahead < SHORT_NOTICE_MS;
}
