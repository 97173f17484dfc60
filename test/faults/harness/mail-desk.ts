import { readMessage, type ReadMessage } from '../../support/mail-reader.js';
import { slotOf } from './meeting-desk.js';
import type { Stage } from './stage.js';

/** An item about which one person gets mail. */
export interface MailedItem {
  readonly id: string;
  readonly uid: string;
}

/** Books the n-th referral onto the n-th open day, with one member of staff who is invited by mail. @throws Error when it is refused */
export async function bookMailed(stage: Stage, n: number): Promise<MailedItem> {
  const act = await stage.book(stage.world.referrals[n] ?? '', slotOf(stage, n), { participantIds: stage.world.extras.slice(n, n + 1) });
  if (act.id === null) throw new Error(`a booking was answered ${act.status} ${act.code}`);
  const [row] = await stage.query<{ uid: string }>('SELECT uid::text AS uid FROM booking WHERE id = $1', [act.id]);
  return { id: act.id, uid: row?.uid ?? '' };
}

/** The calendar messages about an item, in the order of arrival, copies included. */
export function messagesAbout(stage: Stage, { uid }: MailedItem): Array<ReadMessage & { readonly messageId: string }> {
  return calendarMails(stage).filter((message) => message.uid.startsWith(uid));
}

export function calendarMails(stage: Stage): Array<ReadMessage & { readonly messageId: string }> {
  const calendar = stage.mail.mails.filter((mail) => /^Content-Type: text\/calendar/im.test(mail.raw));
  return calendar.map((mail) => ({ ...readMessage(mail), messageId: mail.parsed.messageId ?? '' }));
}

/** How many mails about an item are done with, as the outbox has it. */
export async function mailsDone(stage: Stage, { id }: MailedItem): Promise<number> {
  return stage.count(
    `SELECT count(*) FROM outbox_message message JOIN mail_delivery mail ON mail.id::text = message.payload ->> 'deliveryId'
     WHERE message.kind = 'mail.due' AND message.state = 'done' AND mail.subject_id = $1`, [id],
  );
}

/** How many messages about mails have been given up. */
export async function mailsDead(stage: Stage): Promise<number> {
  return stage.count(`SELECT count(*) FROM outbox_message WHERE kind = 'mail.due' AND state = 'dead'`);
}

/** Mails that a worker has in hand: when its database is lost just now, each of them may go out once more. */
export async function mailsInHand(stage: Stage): Promise<number> {
  return stage.count(`SELECT count(*) FROM mail_delivery WHERE state = 'sending'`);
}
