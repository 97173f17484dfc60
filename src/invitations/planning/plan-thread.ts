import type { MailContent } from '../../mails/mail-delivery.entity.js';
import { tellsTheSame } from '../../mails/tells-the-same.js';

/** The latest calendar message to one person about one thing, whether it has gone out or not. */
export interface LatestMessage {
  readonly kind: 'request' | 'cancel';
  readonly sequence: number;
  /** Told by a feed or a calendar server, not by mail. */
  readonly elsewhere: boolean;
  readonly content: MailContent;
}

/** What a person is to have in the calendar. */
export interface Wanted {
  readonly content: MailContent;
  readonly elsewhere: boolean;
}

export interface PlannedMessage extends LatestMessage {
  /** Something is new for the person, not only the channel. */
  readonly news: boolean;
}

/**
 * The messages that bring a person from what was last said to what is wanted now; none when nothing differs for that person.
 * The sequence is the thing's revision, or the next number where the person's channel changed and the thing did not.
 * @param wanted null when the person is not (any more) to come, or the thing is cancelled
 */
export function planThread(latest: LatestMessage | null, wanted: Wanted | null, revision: number, changedAt: string): PlannedMessage[] {
  const sequence = latest === null ? revision : Math.max(revision, latest.sequence + 1);
  const invited = latest !== null && latest.kind === 'request' ? latest : null;
  if (wanted === null) return invited === null ? [] : [cancelled(invited, sequence, changedAt, true)];
  const news = invited === null || !tellsTheSame(invited.content, wanted.content);
  const request = { kind: 'request' as const, ...wanted, news };
  if (invited === null || invited.elsewhere === wanted.elsewhere) return news ? [{ ...request, sequence }] : [];
  if (invited.elsewhere) return [{ ...request, sequence }];
  return [cancelled(invited, sequence, changedAt, false), { ...request, sequence: sequence + 1 }];
}

/** A CANCEL shows the time that the person knows. */
function cancelled({ content, elsewhere }: LatestMessage, sequence: number, changedAt: string, news: boolean): PlannedMessage {
  return { kind: 'cancel', sequence, elsewhere, content: { ...content, changedAt }, news };
}
