import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** What the proxy does with a piece on its way. `swallow` drops it; `cut` drops it and breaks both ends; `pass-and-cut` lets it through first. */
export type Verdict = 'pass' | 'swallow' | 'cut' | 'pass-and-cut';

export type Direction = 'to-server' | 'to-client';

/** Looks at each piece of a connection; `memory` belongs to the connection. */
export type Judge = (piece: Buffer, direction: Direction, memory: Map<string, unknown>) => Verdict;

const PASS: Judge = () => 'pass';

/** Stands between a client and a server on this machine and breaks the line as told. */
export class TcpProxy {
  /** Each piece waits so long, in milliseconds. */
  delayMs = 0;
  private judge: Judge = PASS;
  private silent = false;
  /** Ends of connections that nobody has been told of: the goodbye is swallowed like everything else. */
  private untold: Array<() => void> = [];
  private readonly pairs = new Set<readonly [Socket, Socket]>();

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
    this.judge = () => 'swallow';
    this.silent = true;
  }

  /** Lets everything through again; what was swallowed stays lost, but for goodbyes, which are said again and again. */
  heal(): void {
    this.judge = PASS;
    this.delayMs = 0;
    this.silent = false;
    for (const end of this.untold.splice(0)) end();
  }

  /** Breaks every connection there is. */
  cutAll(): void {
    for (const pair of this.pairs) for (const socket of pair) socket.destroy();
  }

  async stop(): Promise<void> {
    this.cutAll();
    await new Promise<void>((done) => this.server.close(() => done()));
  }

  private join(client: Socket): void {
    const server = connect({ port: this.target, host: '127.0.0.1', allowHalfOpen: true });
    const pair = [client, server] as const;
    const memory = new Map<string, unknown>();
    this.pairs.add(pair);
    const end = (): void => {
      this.pairs.delete(pair);
      for (const socket of pair) socket.destroy();
    };
    const goodbye = (): void => void (this.silent ? this.untold.push(end) : end());
    for (const socket of pair) socket.setNoDelay(true).on('error', goodbye).on('close', goodbye).on('end', goodbye);
    client.on('data', (piece) => void this.forward(piece, 'to-server', server, memory, end));
    server.on('data', (piece) => void this.forward(piece, 'to-client', client, memory, end));
  }

  private async forward(piece: Buffer, direction: Direction, to: Socket, memory: Map<string, unknown>, end: () => void): Promise<void> {
    const verdict = this.judge(piece, direction, memory);
    if (this.delayMs > 0) await new Promise((over) => setTimeout(over, this.delayMs));
    if (verdict === 'pass' || verdict === 'pass-and-cut') await new Promise<void>((sent) => to.write(piece, () => sent()));
    if (verdict === 'cut' || verdict === 'pass-and-cut') end();
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
