import { Injectable, type OnModuleInit } from '@nestjs/common';
import { asReference, type CalendarSafeEvent } from '../../calendars/calendar-safe-event.js';
import { messageText } from '../../calendars/ics.js';
import { dateAt } from '../../platform/clock/zone.js';
import { Config } from '../../platform/config/config.js';
import type { Tx } from '../../platform/database/tx.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { type MailComposer, MailComposers, type MailToWrite } from '../../mails/mail-composers.js';
import type { MailContent } from '../../mails/mail-delivery.entity.js';
import { invitationText, type InvitationNews, shortNoticeText } from './invitation-texts.js';

type TimedEvent = CalendarSafeEvent & { readonly time: { readonly startsAt: Date; readonly endsAt: Date } };

const PROTECTED = 'SELECT 1 FROM booking JOIN youth ON youth.id = booking.youth_id AND youth.protected WHERE booking.id = $1';
const CANCELLED = `
  SELECT kind = 'cancel' AS cancelled FROM mail_delivery
  WHERE subject_kind = $1 AND subject_id = $2 AND recipient_id = $3 AND kind IN ('request', 'cancel') AND sequence <= $4 ORDER BY sequence DESC LIMIT 1`;

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
    const news: InvitationNews = cancelled ? 'cancelled' : delivery.update ? 'changed' : 'invited';
    const words = invitationText(event, news, delivery.recipientKind === 'guest' ? null : this.linkTo(event));
    return { ...words, calendar: { method, text: messageText(event, method, this.mailer.from, delivery.to) } };
  };

  private readonly notice: MailComposer = async (tx, delivery) => {
    const { subjectKind, subjectId, recipientId, sequence } = delivery;
    const [latest] = await tx.query<{ cancelled: boolean }>(CANCELLED, [subjectKind, subjectId, recipientId, sequence], 'notice-cancelled');
    const event = await eventOf(tx, delivery, latest?.cancelled === true);
    if (event.time.endsAt <= tx.now) return null;
    return shortNoticeText(event, event.cancelled ? 'cancelled' : 'changed', this.linkTo(event));
  };

  private linkTo(event: TimedEvent): string {
    return `${this.config.PUBLIC_URL.replace(/\/$/, '')}/dagsorden?date=${dateAt(event.time.startsAt)}`;
  }
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
