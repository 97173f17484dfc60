import ICAL from 'ical.js';
import { simpleParser } from 'mailparser';
import type { ParticipantAnswer } from '../../meetings/bookings/booking-participant.entity.js';

/** One person's answer to one invitation, as a calendar sent it. */
export interface CalendarReply {
  readonly uid: string;
  readonly sequence: number;
  /** In small letters; the mail's sender is the same. */
  readonly attendee: string;
  readonly answer: ParticipantAnswer;
  /** When the person answered, by the answering calendar's clock, which may be wrong. */
  readonly stamp: Date;
}

const ANSWERS: Readonly<Record<string, ParticipantAnswer>> = { ACCEPTED: 'accepted', DECLINED: 'declined', TENTATIVE: 'tentative' };
const CALENDAR_PART = /^(text\/calendar|application\/ics)$/i;
/** A reply holds one event; more is no reply. */
const LONGEST_CALENDAR = 100_000;

/**
 * Reads a mail as an answer from a calendar (iMIP, METHOD:REPLY). Null for everything else: other mails, out-of-office notes,
 * an answer for somebody else than the sender, more than one event or attendee.
 */
export async function readReply(raw: Buffer): Promise<CalendarReply | null> {
  const mail = await simpleParser(raw, { skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true, skipTextLinks: true }).catch(() => null);
  const senders = mail?.from?.value ?? [];
  const sender = senders.length === 1 ? senders[0]?.address?.toLowerCase() : undefined;
  if (mail === null || sender === undefined) return null;
  const part = mail.attachments.find(({ contentType }) => CALENDAR_PART.test(contentType));
  const reply = part === undefined || part.size > LONGEST_CALENDAR ? null : replyIn(part.content.toString('utf8'));
  return reply?.attendee === sender ? reply : null;
}

function replyIn(text: string): CalendarReply | null {
  try {
    const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
    const [event, ...others] = calendar.getAllSubcomponents('vevent');
    if (calendar.getFirstPropertyValue('method') !== 'REPLY' || event === undefined || others.length > 0) return null;
    return replyOf(event);
  } catch {
    return null;
  }
}

function replyOf(event: ICAL.Component): CalendarReply | null {
  const [attendee, ...others] = event.getAllProperties('attendee');
  const address = /^mailto:(.+)$/i.exec(String(attendee?.getFirstValue() ?? ''))?.[1]?.toLowerCase();
  const answer = ANSWERS[String(attendee?.getFirstParameter('partstat') ?? '').toUpperCase()];
  const uid = event.getFirstPropertyValue('uid');
  const stamp = event.getFirstPropertyValue('dtstamp');
  if (others.length > 0 || address === undefined || answer === undefined || typeof uid !== 'string' || !(stamp instanceof ICAL.Time)) return null;
  return { uid: uid.toLowerCase(), sequence: Number(event.getFirstPropertyValue('sequence') ?? 0), attendee: address, answer, stamp: stamp.toJSDate() };
}
