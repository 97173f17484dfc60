import ICAL from 'ical.js';
import type { SmtpSink, SunkMail } from './smtp-sink.js';

/** A calendar message as an independent parser reads it. */
export interface ReadMessage {
  readonly to: string;
  readonly method: string;
  readonly uid: string;
  readonly sequence: number;
  /** '2026-12-09T08:00:00Z' */
  readonly starts: string;
  readonly location: string | null;
  readonly status: string;
  readonly attendees: readonly string[];
  readonly organizer: string;
}

/** The text/calendar part of a mail, with the parameters of its type. */
export function calendarPart({ raw }: SunkMail): { method: string | null; text: string } {
  const part = /Content-Type: text\/calendar;([^\r\n]*(?:\r?\n[ \t][^\r\n]*)*)\r?\n((?:[^\r\n]+\r?\n)*)\r?\n([\s\S]*?)\r?\n--/i.exec(raw);
  const [, parameters = '', headers = '', body = ''] = part ?? [];
  const text = /base64/i.test(headers) ? Buffer.from(body, 'base64').toString('utf8') : /quoted-printable/i.test(headers) ? unquoted(body) : body;
  return { method: /method=([A-Z]+)/i.exec(parameters)?.[1] ?? null, text };
}

export function readMessage(mail: SunkMail): ReadMessage {
  const calendar = new ICAL.Component(ICAL.parse(calendarPart(mail).text) as unknown[]);
  const [component] = calendar.getAllSubcomponents('vevent');
  if (component === undefined) throw new Error('a calendar message without an event');
  const event = new ICAL.Event(component);
  return {
    to: mail.to.join(), method: String(calendar.getFirstPropertyValue('method')), uid: event.uid, sequence: event.sequence,
    starts: event.startDate.toString(), location: event.location || null, status: String(component.getFirstPropertyValue('status')),
    attendees: component.getAllProperties('attendee').map((each) => String(each.getFirstValue()).replace(/^mailto:/i, '')),
    organizer: String(component.getFirstPropertyValue('organizer')).replace(/^mailto:/i, ''),
  };
}

/** Takes what has come: per person 'REQUEST 0', in the order of arrival; plain mails by their subject's first word. */
export function takeByPerson(sink: SmtpSink): Record<string, string[]> {
  const byPerson: Record<string, string[]> = {};
  for (const mail of sink.takeAll()) {
    const name = mail.to.join().split('@')[0] ?? '';
    const message = calendarPart(mail).method === null ? null : readMessage(mail);
    (byPerson[name] ??= []).push(message === null ? (mail.parsed.subject ?? '').split(':')[0] ?? '' : `${message.method} ${message.sequence}`);
  }
  return byPerson;
}

function unquoted(text: string): string {
  const bytes = text.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
