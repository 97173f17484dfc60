import { SmtpSink } from '../../support/smtp-sink.js';
import type { RedisServer } from '../../support/redis-server.js';
import { testConfig } from '../../support/test-config.js';
import type { StaffName } from '../../support/organisation.js';
import { freePort } from '../../support/free-port.js';
import type { DatabaseServer } from './database-server.js';
import type { QueueIn } from './fault.js';
import { type Act, History } from './history.js';
import { until } from './patience.js';
import { type Environment, Program } from './program.js';
import type { Random } from './random.js';
import type { Bars } from './timing.js';
import type { World } from './world.js';

/** Where a run of a fault plays. */
export interface Setting {
  readonly server: DatabaseServer;
  /** Null when the queue lies in PostgreSQL. */
  readonly redis: RedisServer | null;
  readonly mail: SmtpSink;
  readonly world: World;
  readonly database: string;
  readonly random: Random;
  readonly soak: boolean;
  readonly bars: Bars;
  /** By the database's clock. */
  readonly begunAt: Date;
}

export interface WebProgram {
  readonly url: string;
  readonly program: Program;
}

/** Invites by address; the key is sent again with the same invitation. */
export type ItemVerb =
  | { readonly does: 'read' | 'restore' }
  | { readonly does: 'move'; readonly slotId: string }
  | { readonly does: 'people'; readonly participantIds: readonly string[] }
  | { readonly does: 'invite'; readonly email: string; readonly key: string };

/** Somebody from outside; what stands here is personal, and goes nowhere. */
const GUEST = 'Kanariegæst';

/** One run of one fault: its database, its processes and what its client has seen. */
export class Stage implements Setting {
  readonly history = new History();
  /** Kinds of message that this fault sends to their death on purpose. */
  readonly mayDie = new Set<string>();
  /** False where the fault moves the clock or the deadlines: then other reminders are owed. */
  owesReminders = true;
  /** Mails that may come a second time, with the same identity. */
  mayRepeat = 0;
  readonly programs: Program[] = [];
  /** A fault that needs another server or Redis puts it here. */
  server: DatabaseServer;
  redis: RedisServer | null;
  readonly mail: SmtpSink;
  readonly world: World;
  readonly database: string;
  readonly random: Random;
  readonly soak: boolean;
  readonly bars: Bars;
  readonly begunAt: Date;
  private readonly webs: WebProgram[] = [];
  private readonly workers: Program[] = [];
  private readonly endings: Array<() => Promise<unknown>> = [];

  constructor(setting: Setting) {
    ({ server: this.server, redis: this.redis, mail: this.mail, world: this.world, database: this.database, random: this.random, soak: this.soak, bars: this.bars, begunAt: this.begunAt } = setting);
  }

  get queue(): QueueIn {
    return this.redis === null ? 'postgres' : 'redis';
  }

  /** What is done when the run is over, last first. */
  onEnd(work: () => Promise<unknown>): void {
    this.endings.push(work);
  }

  async query<R extends object = Record<string, unknown>>(sql: string, params: unknown[] = []): Promise<R[]> {
    return this.server.query<R>(this.database, sql, params);
  }

  /** The one number that a statement answers. */
  async count(sql: string, params: unknown[] = []): Promise<number> {
    const [row] = await this.query(sql, params);
    return Number(Object.values(row ?? {})[0] ?? Number.NaN);
  }

  /** A further web process; ready when this returns. */
  async startWeb(over: Environment = {}, wrap: readonly string[] = []): Promise<WebProgram> {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const program = this.launch('web', 'src/main.js', { PORT: String(port), PUBLIC_URL: url, ...over }, wrap);
    const web = { url, program };
    this.webs.push(web);
    await this.booted(program, () => fetch(`${url}/healthz`).then((answer) => answer.ok));
    return web;
  }

  /** A further worker; ready when this returns. */
  async startWorker(over: Environment = {}, wrap: readonly string[] = []): Promise<Program> {
    const before = await this.count('SELECT count(*) FROM worker_sign');
    const program = this.launchWorker(over, wrap);
    await this.booted(program, async () => (await this.count('SELECT count(*) FROM worker_sign')) > before);
    return program;
  }

  /** A worker that may not get as far as being ready. */
  launchWorker(over: Environment = {}, wrap: readonly string[] = []): Program {
    const program = this.launch('worker', 'src/worker.js', over, wrap);
    this.workers.push(program);
    return program;
  }

  /** @param script its place under dist/, then its arguments, in one line */
  launch(name: string, script: string, over: Environment = {}, wrap: readonly string[] = []): Program {
    const program = Program.start(name, script.split(' '), { ...this.environment(), ...over }, wrap);
    this.programs.push(program);
    return program;
  }

  /** Books through the web process given, or the last one; the act goes into the history. */
  async book(referralId: string, slotId: string | undefined, { as = 'karla', key, web, ...over }: { as?: StaffName; key?: string; web?: WebProgram; participantIds?: readonly string[] } = {}): Promise<Act> {
    return this.history.post((web ?? this.web).url, this.world.tokens[as], '/bookings', { referralId, slotId, participantIds: [], ...over }, key);
  }

  /** Takes an item off its docket as the secretary. */
  async cancel(bookingId: string): Promise<Act> {
    return this.history.post(this.web.url, this.world.tokens.karla, `/bookings/${bookingId}/cancellation`, { reason: 'Aflyst' });
  }

  /** Does something to an item, or reads it, as the secretary; the act goes into the history. */
  async onItem(bookingId: string, verb: ItemVerb): Promise<Act> {
    const [url, token, item] = [this.web.url, this.world.tokens.karla, `/bookings/${bookingId}`] as const;
    switch (verb.does) {
      case 'read':
        return this.history.get(url, token, item);
      case 'move':
        return this.history.post(url, token, `${item}/rescheduling`, { slotId: verb.slotId });
      case 'restore':
        return this.history.post(url, token, `${item}/restoration`, {});
      case 'people':
        return this.history.put(url, token, `${item}/participants`, { participantIds: verb.participantIds });
      case 'invite':
        return this.history.post(url, token, `${item}/guests`, { name: GUEST, function: GUEST, email: verb.email }, verb.key);
    }
  }

  /** The last web process that was started. @throws Error when there is none */
  get web(): WebProgram {
    const web = this.webs.at(-1);
    if (web === undefined) throw new Error('no web process was started');
    return web;
  }

  /** A web process that lives; starts one where there is none. */
  async livingWeb(): Promise<WebProgram> {
    return this.webs.findLast(({ program }) => !program.over) ?? this.startWeb();
  }

  async ensureWorker(): Promise<void> {
    if (this.workers.every((worker) => worker.over)) await this.startWorker();
  }

  async end(): Promise<void> {
    await Promise.all(this.programs.map((program) => program.kill()));
    for (const work of this.endings.toReversed()) await work();
  }

  private environment(): Environment {
    const { DATABASE_URL, CPR_KEY, CPR_INDEX_KEY, AUDIT_KEY } = testConfig(this.server.url(this.database));
    const redis: Environment = this.redis === null ? {} : { REDIS_URL: this.redis.url };
    return { DATABASE_URL, CPR_KEY, CPR_INDEX_KEY, AUDIT_KEY, SMTP_URL: this.mail.url, MAIL_FROM: 'overgang@noerreborg.example', INVITATION_HOLD_MS: '0', ...this.bars.environment, ...redis };
  }

  private async booted(program: Program, ready: () => Promise<boolean>): Promise<void> {
    await until(`the ${program.name} is ready`, async () => program.over || ready(), this.bars.bootMs);
    if (program.over) throw new Error(`the ${program.name} ended at boot:\n${program.output.slice(-1_500)}`);
  }
}
