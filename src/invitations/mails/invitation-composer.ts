import { Injectable, type OnModuleInit } from '@nestjs/common';
import { asReference, type CalendarSafeEvent } from '../../calendars/calendar-safe-event.js';
import { messageText } from '../../calendars/ics.js';
import { dateAt } from '../../platform/clock/zone.js';
import { Config } from '../../platform/config/config.js';
import type { Tx } from '../../platform/database/tx.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { type MailComposer, MailComposers, type MailToWrite } from '../../mails/mail-composers.js';
import type { DeliveryState, MailContent } from '../../mails/mail-delivery.entity.js';
import { invitationText, type InvitationNews, shortNoticeText } from './invitation-texts.js';
import { readNoticeNews } from './notice-news.js';

type TimedEvent = CalendarSafeEvent & { readonly time: { readonly startsAt: Date; readonly endsAt: Date } };

const PROTECTED = 'SELECT 1 FROM booking JOIN youth ON youth.id = booking.youth_id AND youth.protected WHERE booking.id = $1';
/** To the recipient, or to a colleague whose address the guest has. */
const SAID_LAST = `
  SELECT mail.kind, mail.state, mail.content FROM mail_delivery mail LEFT JOIN staff_member person ON person.id = mail.recipient_id
  WHERE mail.subject_kind = $1 AND mail.subject_id = $2 AND mail.kind IN ('request', 'cancel') AND (mail.recipient_id = $3 OR lower(person.email) = lower($4))
  ORDER BY mail.sequence DESC LIMIT 1`;

/** A calendar message of the ledger, whether it went out or not. */
interface Said {
  readonly kind: 'request' | 'cancel';
  readonly state: DeliveryState;
  readonly content: MailContent;
}

/** Writes invitations, updates and cancellations as calendar messages by mail (iMIP, RFC 6047), and short notices in words. */
@Injectable()
export class InvitationComposer implements OnModuleInit {
  constructor(
    private readonly composers: MailComposers,
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.composers.add('request', this.message);
    this.composers.add('cancel', this.message);
    this.composers.add('short_notice', this.notice);
  }

  private readonly message: MailComposer = async (tx, delivery) => {
    const cancelled = delivery.kind === 'cancel';
    const event = await eventOf(tx, delivery, cancelled);
    if (!cancelled && event.time.endsAt <= tx.now) return null;
    const method = cancelled ? 'CANCEL' : 'REQUEST';
    const stands = cancelled ? await toldElsewhere(tx, delivery) : null;
    const told = stands === null ? event : await eventOf(tx, { ...delivery, content: stands }, false);
    const news: InvitationNews = stands !== null ? 'other_channel' : cancelled ? 'cancelled' : delivery.update ? 'changed' : 'invited';
    const words = invitationText(told, news, delivery.recipientKind === 'guest' ? null : this.linkTo(told));
    return { ...words, calendar: { method, text: messageText(event, method, this.mailer.from, delivery.to) } };
  };

  private readonly notice: MailComposer = async (tx, delivery) => {
    const told = await readNoticeNews(tx, delivery);
    if (told === null) return null;
    const event = await eventOf(tx, { ...delivery, content: told.content }, told.news === 'cancelled');
    return event.time.endsAt <= tx.now ? null : shortNoticeText(event, told.news, this.linkTo(event));
  };

  private linkTo(event: TimedEvent): string {
    return `${this.config.PUBLIC_URL.replace(/\/$/, '')}/dagsorden?date=${dateAt(event.time.startsAt)}`;
  }
}

/** What a feed or a calendar server tells the person now, where a CANCEL by mail only makes room for that; null when it does not. */
async function toldElsewhere(tx: Tx, { subjectKind, subjectId, recipientId, address }: MailToWrite): Promise<MailContent | null> {
  const [last] = await tx.query<Said>(SAID_LAST, [subjectKind, subjectId, recipientId, address], 'invitation-said-last');
  return last?.kind === 'request' && last.state === 'elsewhere' ? last.content : null;
}

/** The event as the recipient is to see it. Where the youth has become protected since, no room is told. */
async function eventOf(tx: Tx, delivery: MailToWrite, cancelled: boolean): Promise<TimedEvent> {
  const { uid, reference, changedAt, startsAt, endsAt, room } = contentOf(delivery);
  const hidden = delivery.subjectKind === 'booking' && (await tx.query(PROTECTED, [delivery.subjectId], 'invitation-protected')).length > 0;
  return {
    uid, revision: delivery.sequence, changedAt: new Date(changedAt), cancelled, room: hidden ? null : room,
    subject: reference === null ? { kind: 'k_meeting' } : { kind: 'item', reference: asReference(reference) },
    time: { startsAt: new Date(startsAt), endsAt: new Date(endsAt) },
  };
}

function contentOf({ content }: MailToWrite): MailContent {
  if (content === null) throw new Error('a calendar message without content');
  return content;
}
