import type { DeliveryState, MailContent, MailDelivery } from '../../mails/mail-delivery.entity.js';
import { tellsTheSame } from '../../mails/tells-the-same.js';
import type { Tx } from '../../platform/database/tx.js';
import type { InvitationNews } from './invitation-texts.js';

/** What a short notice has to tell. */
export interface NoticeNews {
  readonly news: InvitationNews;
  readonly content: MailContent;
}

interface SaidRow {
  readonly kind: 'request' | 'cancel';
  readonly state: DeliveryState;
  readonly sequence: number;
  readonly content: MailContent;
  /** The person may know of it: its notice or mail has been tried or left to somebody, or the calendar alone was to tell. */
  readonly heard: boolean;
}

const SAID = `
  SELECT said.kind, said.state, said.sequence, said.content,
    CASE WHEN said.state = 'elsewhere' THEN coalesce(notice.attempts > 0 OR notice.state = 'failed', true) ELSE said.attempts > 0 OR said.state = 'failed' END AS heard
  FROM mail_delivery said LEFT JOIN mail_delivery notice ON notice.subject_kind = said.subject_kind AND notice.subject_id = said.subject_id
    AND notice.recipient_id = said.recipient_id AND notice.kind = 'short_notice' AND notice.sequence = said.sequence
  WHERE said.subject_kind = $1 AND said.subject_id = $2 AND said.recipient_id = $3 AND said.kind IN ('request', 'cancel')
  ORDER BY said.sequence DESC`;

/**
 * What a notice tells when it goes out: the last word, also where that came after it and has no notice of its own, as a move from
 * a far day to another has. Null when a mail tells the last word, or it takes back what the person has not heard of.
 */
export async function readNoticeNews(tx: Tx, notice: MailDelivery): Promise<NoticeNews | null> {
  const said = await tx.query<SaidRow>(SAID, [notice.subjectKind, notice.subjectId, notice.recipientId], 'notice-said');
  const last = said.at(0);
  if (last?.state !== 'elsewhere') return null;
  const heard = said.filter((row) => row.heard && row.sequence < notice.sequence);
  if (last.kind === 'cancel') return cancelled(heard);
  const before = heard.at(0);
  const changed = before?.kind === 'request' && !tellsTheSame(before.content, last.content);
  return { news: changed ? 'changed' : 'invited', content: last.content };
}

/** Shows the time that the person knows. A CANCEL by mail may only have made room for the feed. */
function cancelled(heard: readonly SaidRow[]): NoticeNews | null {
  const known = heard.find(({ kind, state }) => kind === 'request' || state === 'elsewhere');
  return known?.kind === 'request' ? { news: 'cancelled', content: known.content } : null;
}
