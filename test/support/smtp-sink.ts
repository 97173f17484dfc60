import { type AddressInfo, type Socket } from 'node:net';
import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';

/**
 * What the server says after DATA: takes the mail; refuses it for now or for good; never answers; keeps the mail but loses the
 * connection before its 250; waits with the 250 until `release`.
 */
export type SinkMode = '250' | '451' | '550' | 'hang' | 'die-after-data' | 'hold';

export interface SunkMail {
  /** The envelope's recipients. */
  readonly to: readonly string[];
  readonly raw: string;
  readonly parsed: ParsedMail;
  /** Whether the client was told 250. */
  readonly acknowledged: boolean;
  readonly encrypted: boolean;
}

export interface SinkOptions {
  /** Any address of 127.0.0.0/8; the mailer takes only 127.0.0.1 for this machine. */
  readonly host?: string;
  /** Whether STARTTLS is offered, with a certificate that nobody has signed. */
  readonly tls?: boolean;
  readonly port?: number;
}

/** A real SMTP server that keeps what it is given and fails as told. */
export class SmtpSink {
  mode: SinkMode = '250';
  readonly mails: SunkMail[] = [];
  private readonly server: SMTPServer;
  private readonly sockets = new Set<Socket>();
  private waiting: Array<() => void> = [];

  private constructor(private readonly options: SinkOptions) {
    this.server = new SMTPServer({
      authOptional: true, disableReverseLookup: true, ...(options.tls !== true && { disabledCommands: ['STARTTLS'] }), socketTimeout: 120_000, closeTimeout: 200, logger: false,
      onData: (stream, session, callback) => void this.take(stream, session).then((error) => (error === 'never' ? undefined : callback(error)), callback),
    });
    this.server.on('error', () => undefined);
    this.server.server.on('connection', (socket: Socket) => {
      this.sockets.add(socket);
      socket.once('close', () => this.sockets.delete(socket));
    });
  }

  static async start(options: SinkOptions = {}): Promise<SmtpSink> {
    const sink = new SmtpSink(options);
    sink.server.listen(options.port ?? 0, options.host ?? '127.0.0.1');
    await once(sink.server.server, 'listening');
    return sink;
  }

  get url(): string {
    const { address, port } = this.server.server.address() as AddressInfo;
    return `smtp://${address}:${port}`;
  }

  /** The mails that somebody has been sent, in the order of arrival; also those whose 250 was lost. */
  to(address: string): SunkMail[] {
    return this.mails.filter((mail) => mail.to.includes(address));
  }

  /** Takes what has come so far and forgets it. */
  takeAll(): SunkMail[] {
    return this.mails.splice(0);
  }

  /** Says 250 to all who wait for it. */
  release(): void {
    this.mode = '250';
    for (const answer of this.waiting.splice(0)) answer();
  }

  async stop(): Promise<void> {
    this.release();
    for (const socket of this.sockets) socket.destroy();
    await new Promise<void>((done) => this.server.close(() => done()));
  }

  private async take(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<Error | null | 'never'> {
    const raw = await buffer(stream);
    const { mode } = this;
    if (mode === '451') return Object.assign(new Error('try again later'), { responseCode: 451 });
    if (mode === '550') return Object.assign(new Error('no such mailbox'), { responseCode: 550 });
    if (mode === 'hang') return 'never';
    const to = session.envelope.rcptTo.map(({ address }) => address);
    const acknowledged = mode !== 'die-after-data';
    this.mails.push({ to, raw: raw.toString('utf8'), parsed: await simpleParser(raw), acknowledged, encrypted: session.secure });
    if (mode === 'hold') await new Promise<void>((answer) => this.waiting.push(answer));
    if (acknowledged) return null;
    for (const socket of this.sockets) socket.destroy();
    return 'never';
  }
}
