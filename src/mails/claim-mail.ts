import { createHash } from 'node:crypto';
import type { Tx } from '../platform/database/tx.js';
import type { Mail } from '../platform/mail/mailer.js';
import { NotItsTurn } from '../platform/outbox/retry.js';
import { judgeNotice, type NoticeRow } from './judge-notice.js';
import { judgeTurn, type ThreadRow, type Turn } from './judge-turn.js';
import { askForOtherWay } from './ask-for-other-way.js';
import type { MailComposers } from './mail-composers.js';
import { MailDelivery } from './mail-delivery.entity.js';

/** A mail that is to be given to the server now. */
export interface ClaimedMail {
  readonly deliveryId: string;
  /** Which try this is: another number in the row means that somebody else has taken the mail over. */
  readonly attempts: number;
  readonly mail: Mail;
}

/** An earlier mail of the same thread is under way. */
export class EarlierMailUnderWay extends NotItsTurn {}

/**
 * One mailbox, one calendar: a guest who was taken off and is invited again has another id and the same thread, and so has a guest
 * whose address is a colleague's.
 */
const THREAD = `
  SELECT mail.id, mail.kind, mail.sequence, mail.state, mail.unsure_tries > 0 AS unsure, mail.content
  FROM mail_delivery mail LEFT JOIN staff_member person ON person.id = mail.recipient_id
  WHERE mail.subject_kind = $1 AND mail.subject_id = $2 AND mail.kind IN ('request', 'cancel') AND (mail.recipient_id = $3
    OR lower(coalesce(mail.address, person.email)) = lower(coalesce($4, (SELECT email FROM staff_member WHERE id = $3))))
  ORDER BY mail.sequence, mail.id FOR UPDATE OF mail`;
const NOTICES = `
  SELECT id, sequence, state FROM mail_delivery
  WHERE subject_kind = $1 AND subject_id = $2 AND recipient_id = $3 AND kind = 'short_notice' ORDER BY sequence FOR UPDATE`;
const SUPERSEDE = `UPDATE mail_delivery SET state = 'superseded', finished_at = $2 WHERE id = ANY ($1::uuid[])`;
const STAFF_ADDRESS = 'SELECT email AS address FROM staff_member WHERE id = $1 AND deactivated_at IS NULL';

/**
 * Takes a mail of the ledger for sending: judges its turn, writes its text and notes that it is under way. Null when it never
 * goes out or already has; that is noted too.
 * @throws EarlierMailUnderWay
 */
export async function claimMail(tx: Tx, deliveryId: string, composers: MailComposers, host: string): Promise<ClaimedMail | null> {
  const seen = await tx.find(MailDelivery, deliveryId);
  const turn = await turnOf(tx, seen);
  if (turn.verdict === 'done') return null;
  if (turn.verdict === 'wait') throw new EarlierMailUnderWay();
  await tx.query(SUPERSEDE, [turn.superseded, tx.now], 'mail-supersede');
  const delivery = await tx.lock(MailDelivery, deliveryId);
  if (turn.verdict === 'by_other_way' && isAhead(tx, delivery)) return leaveToPerson(tx, delivery);
  const mail = turn.verdict === 'send' ? await composed(tx, delivery, turn.update, composers) : null;
  if (mail === null) {
    Object.assign(delivery, { state: 'superseded', finishedAt: tx.now });
    await tx.save(delivery);
    return null;
  }
  // Whoever dies with it in hand leaves a try in doubt.
  Object.assign(delivery, { state: 'sending', attempts: delivery.attempts + 1, unsureTries: delivery.unsureTries + 1, attemptedAt: tx.now });
  await tx.save(delivery);
  return { deliveryId, attempts: delivery.attempts, mail: { ...mail, messageId: messageIdOf(delivery, host) } };
}

/** A cancellation of an invitation that never came: a mail would not come either. */
async function leaveToPerson(tx: Tx, delivery: MailDelivery): Promise<null> {
  Object.assign(delivery, { state: 'failed', lastError: 'invitation_failed', finishedAt: tx.now });
  await tx.save(delivery);
  await askForOtherWay(tx, delivery);
  return null;
}

function isAhead(tx: Tx, { content }: MailDelivery): boolean {
  return content !== null && Date.parse(content.startsAt) > tx.now.getTime();
}

async function turnOf(tx: Tx, delivery: MailDelivery): Promise<Turn> {
  const { subjectKind, subjectId, recipientId, address, kind, state, id } = delivery;
  if (kind === 'request' || kind === 'cancel') return judgeTurn(await tx.query<ThreadRow>(THREAD, [subjectKind, subjectId, recipientId, address], 'mail-thread'), id);
  if (kind === 'short_notice') return judgeNotice(await tx.query<NoticeRow>(NOTICES, [subjectKind, subjectId, recipientId], 'mail-notices'), id);
  return state === 'pending' || state === 'sending' ? { verdict: 'send', update: false, superseded: [] } : { verdict: 'done' };
}

async function composed(tx: Tx, delivery: MailDelivery, update: boolean, composers: MailComposers): Promise<Omit<Mail, 'messageId'> | null> {
  const to = delivery.address ?? (await tx.query<{ address: string }>(STAFF_ADDRESS, [delivery.recipientId], 'mail-staff-address'))[0]?.address;
  if (to === undefined) return null;
  const mail = await composers.of(delivery.kind)(tx, { ...delivery, update, to });
  return mail === null ? null : { ...mail, to };
}

/** The same for every try of the same delivery; tells neither its id nor when it was made. */
function messageIdOf({ id }: MailDelivery, host: string): string {
  return `<${createHash('sha256').update(`mail ${id}`).digest('hex').slice(0, 40)}@${host}>`;
}
