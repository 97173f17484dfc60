import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** What the proxy does with a piece on its way. `swallow` drops it; `cut` drops it and breaks both ends; `pass-and-cut` lets it through first. */
export type Verdict = 'pass' | 'swallow' | 'cut' | 'pass-and-cut';

export type Direction = 'to-server' | 'to-client';

/** Looks at each piece of a connection; `memory` belongs to the connection. */
export type Judge = (piece: Buffer, direction: Direction, memory: Map<string, unknown>) => Verdict;

const PASS: Judge = () => 'pass';

/** A connection through the proxy. */
interface Line {
  readonly ends: readonly [Socket, Socket];
  readonly memory: Map<string, unknown>;
  /** It has lost something, so that it can never go on: TCP loses nothing in the middle. */
  gap: boolean;
  break(): void;
}

/** Stands between a client and a server on this machine and breaks the line as told. */
export class TcpProxy {
  /** Each piece waits so long, in milliseconds. */
  delayMs = 0;
  private judge: Judge = PASS;
  private isSilent: (line: Line) => boolean = () => false;
  /** Lines that have ended and nobody has been told: the goodbye is swallowed like everything else. */
  private untold: Line[] = [];
  private readonly lines = new Set<Line>();

  private constructor(
    private readonly server: Server,
    private readonly target: number,
  ) {
    server.on('connection', (client: Socket) => this.join(client));
  }

  static async start(target: number): Promise<TcpProxy> {
    const server = createServer({ allowHalfOpen: true });
    const proxy = new TcpProxy(server, target);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return proxy;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** From now on, pieces are judged so. */
  intercept(judge: Judge): void {
    this.judge = judge;
  }

  /** The line looks open and nothing comes through in either direction, no goodbye either. */
  halfOpen(): void {
    this.isSilent = () => true;
  }

  /** New connections go through, those that are there stay silent for ever: a router has been restarted and knows them no more. */
  forget(): void {
    const forgotten = new Set(this.lines);
    this.isSilent = (line) => forgotten.has(line);
  }

  /** Lets everything through again; a connection that has lost something is broken. */
  heal(): void {
    this.judge = PASS;
    this.delayMs = 0;
    this.isSilent = () => false;
    for (const line of [...this.untold.splice(0), ...this.lines].filter(({ gap }) => gap)) line.break();
  }

  /** Breaks every connection there is. */
  cutAll(): void {
    for (const line of this.lines) line.break();
  }

  async stop(): Promise<void> {
    this.cutAll();
    await new Promise<void>((done) => this.server.close(() => done()));
  }

  private join(client: Socket): void {
    const server = connect({ port: this.target, host: '127.0.0.1', allowHalfOpen: true });
    const ends = [client, server] as const;
    const line: Line = {
      ends, memory: new Map(), gap: false,
      break: () => {
        this.lines.delete(line);
        for (const socket of ends) socket.destroy();
      },
    };
    this.lines.add(line);
    for (const socket of ends) socket.setNoDelay(true).on('error', () => this.goodbye(line)).on('close', () => this.goodbye(line)).on('end', () => this.goodbye(line));
    client.on('data', (piece) => void this.forward(line, piece, 'to-server'));
    server.on('data', (piece) => void this.forward(line, piece, 'to-client'));
  }

  private goodbye(line: Line): void {
    if (!this.isSilent(line)) return line.break();
    line.gap = true;
    this.untold.push(line);
  }

  private async forward(line: Line, piece: Buffer, direction: Direction): Promise<void> {
    const verdict = this.isSilent(line) ? 'swallow' : this.judge(piece, direction, line.memory);
    if (verdict === 'swallow') line.gap = true;
    if (this.delayMs > 0) await new Promise((over) => setTimeout(over, this.delayMs));
    const to = line.ends[direction === 'to-client' ? 0 : 1];
    if (verdict === 'pass' || verdict === 'pass-and-cut') await new Promise<void>((sent) => to.write(piece, () => sent()));
    if (verdict === 'cut' || verdict === 'pass-and-cut') line.break();
  }
}

/** Cuts the line at the answer, after so many bytes of it have gone through. */
export function cutAnswerAfter(bytes: number): Judge {
  return (piece, direction, memory) => {
    if (direction === 'to-server') return 'pass';
    const gone = Number(memory.get('gone') ?? 0) + piece.length;
    memory.set('gone', gone);
    return gone > bytes ? 'cut' : 'pass';
  };
}

/** PostgreSQL gets the COMMIT of the first connection that says the word before it, and its answer never arrives. */
export function cutAfterCommit(word: string): Judge {
  let struck = false;
  return (piece, direction, memory) => {
    if (direction === 'to-client') return memory.get('committing') === true ? 'cut' : 'pass';
    const text = piece.toString('latin1');
    if (text.includes(word)) memory.set('chosen', true);
    if (struck || memory.get('chosen') !== true || !text.includes('COMMIT')) return 'pass';
    struck = true;
    memory.set('committing', true);
    return 'pass';
  };
}
