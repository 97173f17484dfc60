import { Injectable } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { Config } from '../config/config.js';
import { faultPoint } from '../faults/fault-points.js';

export interface Mail {
  /** One recipient: nobody learns who else was written to. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same for every try of the same mail, so that a repeat is recognised. */
  readonly messageId: string;
}

/** Sends one mail over SMTP. TLS is required unless the server is on this machine. */
@Injectable()
export class Mailer {
  private readonly transport: Transporter | null;

  constructor(private readonly config: Config) {
    this.transport = config.SMTP_URL === undefined ? null : createTransport(transportOf(config.SMTP_URL));
  }

  /** False when no SMTP server is configured; then nothing is written to anybody. */
  get enabled(): boolean {
    return this.transport !== null;
  }

  /** @throws the transport's error when the server does not take the mail */
  async send(mail: Mail): Promise<void> {
    if (this.transport === null) return;
    await this.transport.sendMail({
      from: this.config.MAIL_FROM ?? `overgang@${new URL(this.config.PUBLIC_URL).hostname}`,
      to: mail.to, subject: mail.subject, text: mail.text, messageId: mail.messageId,
      disableFileAccess: true, disableUrlAccess: true,
    });
    await faultPoint('mail.accepted');
  }
}

function transportOf(url: string): Parameters<typeof createTransport>[0] {
  const { hostname, port, protocol, username, password } = new URL(url);
  const local = hostname === '127.0.0.1' || hostname === 'localhost' || hostname === '[::1]';
  return {
    host: hostname, port: Number(port || 587), secure: protocol === 'smtps:', requireTLS: !local, tls: { minVersion: 'TLSv1.2' },
    connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000,
    ...(username === '' ? {} : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
  };
}
