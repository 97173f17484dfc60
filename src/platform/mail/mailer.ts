import { Injectable } from '@nestjs/common';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { Config, WITHOUT_TLS } from '../config/config.js';
import { faultPoint } from '../faults/fault-points.js';

export interface Mail {
  /** One recipient: nobody learns who else was written to. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same words, for programs that show links in them. */
  readonly html?: string;
  /** The same for every try of the same mail, so that a repeat is recognised. */
  readonly messageId: string;
  /** A calendar message, as a part that calendars act on and as the file `invite.ics`. */
  readonly calendar?: { readonly method: 'REQUEST' | 'CANCEL'; readonly text: string };
}

type Server = NonNullable<Parameters<typeof createTransport>[0]>;

/** Half of what a worker holds a message for: who gives up here is not yet taken over. */
const LONGEST_SENDING_MS = 30_000;
/** No holiday notice comes back (RFC 3834, section 5). */
const AUTOMATIC = { 'Auto-Submitted': 'auto-generated' };
/** Nothing that could end a header or name a second recipient. */
const ADDRESS = /^[^\s<>()[\],;:\\"@\u0000-\u001f\u007f-\u009f]+@[^\s<>()[\],;:\\"@\u0000-\u001f\u007f-\u009f]+$/;

/** Sends one mail over SMTP. TLS is required unless the server is on this machine or, for trying out, `SMTP_URL` ends with `?tls=none`. */
@Injectable()
export class Mailer {
  private readonly server: Server | null;
  /** The sender of every mail and the organizer of every invitation. */
  readonly from: string;

  constructor(config: Config) {
    this.server = config.SMTP_URL === undefined ? null : serverOf(config.SMTP_URL);
    this.from = config.MAIL_FROM ?? `overgang@${new URL(config.PUBLIC_URL).hostname}`;
  }

  /** False when no SMTP server is configured; then nothing is written to anybody, and what was written before waits. */
  get enabled(): boolean {
    return this.server !== null;
  }

  /**
   * Sends within 30 seconds, or breaks the session off: a server that is only slow would take the mail after all, and each try would be a copy.
   * @throws the transport's error when the server does not take the mail (`failureOf` reads it); RangeError for an address that is none; Error when no server is configured
   */
  async send({ to, subject, text, html, messageId, calendar }: Mail): Promise<void> {
    if (this.server === null) throw new Error('there is no mail server');
    if (!isAddress(to)) throw new RangeError('not an address of one mailbox');
    await transmit(this.server, {
      from: this.from, to, subject: oneLine(subject), text, messageId, headers: AUTOMATIC, disableFileAccess: true, disableUrlAccess: true,
      ...(html !== undefined && { html }), ...(calendar && { icalEvent: { method: calendar.method, filename: 'invite.ics', content: calendar.text } }),
    }, AbortSignal.timeout(LONGEST_SENDING_MS));
    await faultPoint('mail.accepted');
  }
}

/** Whether the text is the address of one mailbox. */
export function isAddress(text: string): boolean {
  return text.length <= 254 && ADDRESS.test(text);
}

function oneLine(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ');
}

/** A transport for one mail: its errors tell in `begun` whether the session had come as far as the mail. */
async function transmit(server: Server, mail: SendMailOptions, signal: AbortSignal): Promise<void> {
  let begun = false;
  const transport = createTransport(server).use('stream', ({ message }, done) => {
    message?.processFunc((text) => {
      begun = true;
      return text;
    });
    done();
  });
  await transport.sendMail({ ...mail, signal }).catch((error: unknown) => {
    throw typeof error === 'object' && error !== null ? Object.assign(error, { begun, ...(signal.aborted && { code: 'ETIMEDOUT' }) }) : error;
  });
}

function serverOf(url: string): Server {
  const { hostname, port, protocol, username, password, search } = new URL(url);
  const inTheClear = search === WITHOUT_TLS;
  const local = hostname === '127.0.0.1' || hostname === 'localhost' || hostname === '[::1]';
  return {
    host: hostname, port: Number(port || 587), secure: protocol === 'smtps:', requireTLS: !local && !inTheClear, ignoreTLS: inTheClear, tls: { minVersion: 'TLSv1.2', ...(local && { rejectUnauthorized: false }) },
    connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 15_000,
    ...(username === '' ? {} : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
  };
}
