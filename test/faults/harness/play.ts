import pTimeout from 'p-timeout';
import { SmtpSink } from '../../support/smtp-sink.js';
import type { RedisServer } from '../../support/redis-server.js';
import type { DatabaseServer } from './database-server.js';
import { ANY, type Fault } from './fault.js';
import { askOracle } from './oracle/oracle.js';
import { OutOfPatience } from './patience.js';
import { Random } from './random.js';
import type { Run } from './report.js';
import { Stage } from './stage.js';
import { QUICK, REAL } from './timing.js';
import type { World } from './world.js';

export interface Play {
  readonly server: DatabaseServer;
  /** Null plays with the queue in PostgreSQL. */
  readonly redis: RedisServer | null;
  readonly world: World;
  readonly soak: boolean;
}

/** A fault that takes longer hangs. */
const LONGEST_MS = { soak: 1_200_000, quick: 180_000 };

let copies = 0;

/** Plays one fault on a copy of the world, asks the oracle, and ends everything that was started. */
export async function play(fault: Fault, seed: number, { server, redis, world, soak }: Play): Promise<Run> {
  const about = { id: fault.id, title: fault.title, queue: fault.queues === ANY ? '-' as const : redis === null ? 'postgres' as const : 'redis' as const, seed };
  const begun = performance.now();
  const mail = await SmtpSink.start();
  const { database, begunAt } = await copyOf(server, world);
  await redis?.ensureRunning();
  await redis?.command('FLUSHALL');
  const stage = new Stage({ server, redis, mail, world, database, random: new Random(seed), soak, bars: soak ? REAL : QUICK, begunAt });
  try {
    const { recoveryMs = null, note = null } = await pTimeout(fault.run(stage), { milliseconds: soak ? LONGEST_MS.soak : LONGEST_MS.quick });
    const { problems, lost, duplicated } = await askOracle(stage);
    return { ...about, lost, duplicated, recoveryMs, note, problems: problems.length > 0 ? [...problems, ...words(stage)] : [], late: false, again: false, skipped: null, seconds: (performance.now() - begun) / 1_000 };
  } catch (error) {
    return { ...about, lost: 0, duplicated: 0, recoveryMs: null, note: null, problems: [told(error), ...(await unfinished(stage)), ...words(stage)], late: error instanceof OutOfPatience, again: false, skipped: null, seconds: (performance.now() - begun) / 1_000 };
  } finally {
    await stage.end();
    await mail.stop();
    await server.query('postgres', `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
  }
}

/** A database of its own; nobody has been away for long in it. */
async function copyOf(server: DatabaseServer, world: World): Promise<{ database: string; begunAt: Date }> {
  copies += 1;
  const name = `overgang_fault_${copies}`;
  await server.query('postgres', `CREATE DATABASE ${name} TEMPLATE ${world.database}`);
  await server.query(name, `UPDATE session SET last_seen_at = now(), expires_at = now() + interval '9 hours'`);
  const [row] = await server.query<{ at: Date }>(name, 'SELECT now() AS at');
  return { database: name, begunAt: row?.at ?? new Date() };
}

function told(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? ` (${error.cause.message})` : '';
  return `${error.message}${cause}\n${(error.stack ?? '').split('\n').slice(1, 5).join('\n')}`;
}

/** What the outbox still holds. */
async function unfinished(stage: Stage): Promise<string[]> {
  const rows = await stage.query<{ text: string }>(
    `SELECT format('-- %s %s tries %s lost %s lease %s enqueued %s %s', kind, state, attempts, lost, lease_until::time, enqueued_at::time, last_error) AS text
     FROM outbox_message WHERE state IN ('pending', 'queued', 'dead') ORDER BY kind LIMIT 10`,
  ).catch(() => []);
  return rows.map(({ text }) => text);
}

/** The last lines of each process. */
function words(stage: Stage): string[] {
  return stage.programs.map((program) => `-- ${program.name} ${program.pid}:\n${program.output.split('\n').filter((line) => !/"msg":"(request|schedule done|message done)"/.test(line)).slice(-Number(process.env['FAULT_LINES'] ?? 8)).join('\n')}`);
}
