import supertest from 'supertest';
import type { TestApp } from './app.js';
import type { ReadMessage } from './mail-reader.js';

/** What the app's MAIL_REPLY_TOKEN must be. */
export const REPLY_TOKEN = 'gateway-token-of-the-test-0123456789';

export interface ReplyWish {
  readonly partstat?: string;
  readonly sequence?: number;
  readonly from?: string;
  readonly stamp?: string;
  readonly method?: string;
}

/** A reply as calendars send it: one part, base64, with the uid in large letters as Exchange writes it. */
export function replyTo(
  message: ReadMessage, { partstat = 'DECLINED', sequence = message.sequence, from = message.to, stamp = '20260101T100000Z', method = 'REPLY' }: ReplyWish = {},
): string {
  const calendar = [
    'BEGIN:VCALENDAR', `METHOD:${method}`, 'PRODID:Microsoft Exchange Server 2010', 'VERSION:2.0', 'BEGIN:VEVENT', `ATTENDEE;PARTSTAT=${partstat};CN=Navn:mailto:${message.to}`,
    `UID:${message.uid.toUpperCase()}`, `SEQUENCE:${sequence}`, `DTSTAMP:${stamp}`, 'SUMMARY;LANGUAGE=da-DK:Afvist: Punkt', 'END:VEVENT', 'END:VCALENDAR', '',
  ].join('\r\n');
  return [
    `From: "Navn" <${from}>`, 'To: k-moede@noerreborg.example', 'Subject: Afvist', 'MIME-Version: 1.0', 'Content-Type: multipart/alternative; boundary="x"', '',
    '--x', 'Content-Type: text/plain; charset=utf-8', '', 'Jeg kan desværre ikke.', '--x', 'Content-Type: text/calendar; charset=utf-8; method=REPLY',
    'Content-Transfer-Encoding: base64', '', Buffer.from(calendar).toString('base64').replace(/.{76}/g, '$&\r\n'), '--x--', '',
  ].join('\r\n');
}

/** Hands a mail in as the gateway does; the answer is left to the test. */
export function handInReply(app: TestApp, mail: string, token: string = REPLY_TOKEN): supertest.Test {
  return supertest(app.url).post('/api/v1/mail-replies').set('authorization', `Bearer ${token}`).set('content-type', 'message/rfc822').send(mail);
}
