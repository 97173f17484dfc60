import { readFile } from 'node:fs/promises';
import { canariesIn } from '../../../access/case-youth.js';
import type { Stage } from '../stage.js';
import { type Findings, problems } from './findings.js';

/** Tables that hold ids, dates and codes only; the queue's own schema as a whole. */
const TABLES = ['outbox_message', 'audit_entry', 'idempotency_key', 'task', 'occupancy', 'schedule_tick', 'worker_sign', 'reminder', 'weekly_summary', 'feed', 'session'];

/** I5: what stands in the personal fields of the world is in no log, queue, calendar, mail, argument or refusal. */
export async function canariesAbsent(stage: Stage, feed: string): Promise<Findings> {
  const outlets: Array<readonly [string, string]> = [
    ...stage.programs.map((program) => [`the ${program.name}'s log`, program.output] as const),
    ['the database server\'s log', stage.server.output],
    ['the feed', feed],
    ['refusals', stage.history.refusals.join('\n')],
    ['mails', stage.mail.mails.map((mail) => mail.raw + mail.parsed.text).join('\n')],
    ['process arguments', (await Promise.all(stage.programs.map(({ pid }) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')))).join('\n')],
    ...(await tables(stage)),
    ...(stage.redis === null ? [] : [['Redis', await keysAndValues(stage)] as const]),
  ];
  return problems(personalIn(stage, outlets));
}

/**
 * What the queue holds of anything personal right now, jobs done and failed included, as lines for the reader: asked in mid-load. An
 * empty queue tells nothing, so it must hold something.
 * @throws Error when it is empty
 */
export async function personalInQueue(stage: Stage): Promise<string[]> {
  const outlets = stage.redis !== null ? [['Redis', await keysAndValues(stage)] as const] : (await tables(stage)).filter(([name]) => name.startsWith('bullmq.'));
  if (outlets.every(([, text]) => text === '')) throw new Error('the queue holds nothing: nothing would be tested');
  return personalIn(stage, outlets);
}

function personalIn({ world }: Stage, outlets: ReadonlyArray<readonly [string, string]>): string[] {
  const number = world.cpr.replace('-', '');
  return outlets.flatMap(([where, text]) => {
    const found = canariesIn(text);
    if (text.includes(number) || text.includes(world.cpr)) found.push('a CPR number');
    return found.map((what) => `I5 ${what} in ${where}`);
  });
}

async function tables(stage: Stage): Promise<Array<readonly [string, string]>> {
  const found = await stage.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname = 'bullmq' OR (schemaname = 'public' AND tablename = ANY($1))`, [TABLES],
  );
  return Promise.all(found.map(async ({ name }) => {
    const rows = await stage.query<{ text: string }>(`SELECT t::text AS text FROM ${name} t`);
    return [name, rows.map(({ text }) => text).join('\n')] as const;
  }));
}

async function keysAndValues(stage: Stage): Promise<string> {
  const dump = await stage.redis?.with(async (client) => {
    const texts: string[] = [];
    for (const key of await client.keys('*')) {
      const type = await client.type(key);
      const read = { hash: ['HGETALL', key], list: ['LRANGE', key, '0', '-1'], zset: ['ZRANGE', key, '0', '-1'], stream: ['XRANGE', key, '-', '+'], set: ['SMEMBERS', key], string: ['GET', key] }[type];
      texts.push(key, read === undefined ? '' : JSON.stringify(await client.call(...(read as [string, ...string[]]))));
    }
    return texts.join('\n');
  });
  return dump ?? '';
}
