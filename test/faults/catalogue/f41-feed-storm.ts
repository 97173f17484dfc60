import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { ANY, type Fault } from '../harness/fault.js';
import { percentile, percentiles } from '../harness/percentiles.js';
import type { Stage } from '../harness/stage.js';

const CLIENTS = 500;
const ROUNDS = { soak: 8, quick: 2 };
const AT_ONCE = 25;
const CONDITIONAL = 0.95;
const GUESSES = { soak: 10_000, quick: 400 };
/** An address has so many wrong guesses a minute. */
const LET_THROUGH = 30;
const P99_MS = 150;

export const fault: Fault = {
  id: 'F41', title: '500 calendars fetch at once, and somebody guesses addresses', queues: ANY,
  async run(stage) {
    await stage.startWeb();
    const times = await storm(stage);
    if (stage.soak) assert.ok(percentile(times, 0.99) <= P99_MS, percentiles(times));
    await guess(stage);
    const [, token = ''] = /\/k\/([\w-]+)\//.exec(stage.world.feed) ?? [];
    assert.ok(token.length > 40 && !stage.web.program.output.includes(token), 'no token is logged');
    assert.doesNotMatch(stage.web.program.output, /\/k\/[\w-]{20,}/);
    // The guesser's address is stopped for a minute, and it is ours.
    await stage.startWeb();
    return { note: `${times.length} fetches: ${percentiles(times)}` };
  },
};

async function storm(stage: Stage): Promise<number[]> {
  const address = `${stage.web.url}${stage.world.feed}`;
  const etag = (await fetch(address)).headers.get('etag') ?? '';
  const times: number[] = [];
  const statuses: number[] = [];
  const fetchOnce = async (): Promise<void> => {
    const begun = performance.now();
    const answer = await fetch(address, stage.random.next() < CONDITIONAL ? { headers: { 'if-none-match': etag } } : {});
    await answer.arrayBuffer();
    statuses.push(answer.status);
    times.push(performance.now() - begun);
  };
  const fetches = CLIENTS * (stage.soak ? ROUNDS.soak : ROUNDS.quick);
  for (let done = 0; done < fetches; done += AT_ONCE) await Promise.all(Array.from({ length: AT_ONCE }, fetchOnce));
  assert.ok(statuses.every((status) => status === 200 || status === 304));
  assert.ok(statuses.filter((status) => status === 304).length >= fetches * 0.9, 'nine of ten have it already');
  return times;
}

/** Every wrong guess looks the same until the guesser is stopped; who has a true address at another place is not. */
async function guess(stage: Stage): Promise<void> {
  const scans = (): Promise<number> => stage.count(`SELECT coalesce(sum(seq_scan), 0) FROM pg_stat_user_tables WHERE relname = 'feed'`);
  const before = await scans();
  const shapes = new Map<number, Set<string>>();
  const guesses = stage.soak ? GUESSES.soak : GUESSES.quick;
  for (let done = 0; done < guesses; done += 1) {
    const answer = await fetch(`${stage.web.url}/k/${randomBytes(32).toString('base64url')}/kalender.ics`);
    const shape = `${answer.headers.get('content-type')} ${await answer.text()}`;
    shapes.set(answer.status, (shapes.get(answer.status) ?? new Set()).add(shape));
  }
  assert.deepEqual([...shapes.keys()].sort(), [404, 429]);
  assert.deepEqual([...shapes.values()].map((texts) => texts.size), [1, 1], 'one shape each');
  assert.ok((await scans()) - before <= LET_THROUGH + 5, 'guesses do not read the table through');
}
