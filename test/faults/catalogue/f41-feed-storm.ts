import assert from 'node:assert/strict';
import { ANY, type Fault } from '../harness/fault.js';
import { percentile, percentiles } from '../harness/percentiles.js';
import type { Stage } from '../harness/stage.js';
import { addressOf, statusFrom, subscriptions, unknownToken } from '../harness/subscribers.js';

const CLIENTS = 500;
/** Who else has subscribed: reading the table through would be dearer than its index. */
const OTHERS = 5_000;
const ROUNDS = { soak: 8, quick: 1 };
const AT_ONCE = 25;
const CONDITIONAL = 0.95;
const GUESSES = { soak: 10_000, quick: 400 };
/** An address has so many wrong guesses a minute. */
const LET_THROUGH = 30;
const MINUTE_MS = 60_000;
const P99_MS = 150;
const ELSEWHERE = '127.0.0.2';

interface Client {
  readonly address: string;
  readonly etag: string;
}

interface Looks {
  /** Times that the whole table was read through. */
  readonly through: number;
  /** Times that the index of the tokens was asked. */
  readonly byToken: number;
}

export const fault: Fault = {
  id: 'F41', title: '500 calendars fetch at once, and somebody guesses addresses', queues: ANY,
  async run(stage) {
    const addresses = (await subscriptions(stage, CLIENTS + OTHERS)).slice(0, CLIENTS);
    await stage.query('ANALYZE feed');
    const before = await looks(stage);
    const { url, program } = await stage.startWeb();
    const clients = await firstFetches(addresses.map((address) => `${url}${address}`));
    const times = await storm(stage, clients);
    if (stage.soak) assert.ok(percentile(times, 0.99) <= P99_MS, percentiles(times));
    const lookedUp = await guess(stage, url);
    assert.equal(await statusFrom(ELSEWHERE, `${url}${addresses[0]}`), 200, 'who has a true address at another place is not stopped');
    // A session tells what it did when it ends at the latest; and the guesser's address is stopped for a minute, and it is ours.
    await program.stop();
    await onlyByToken(stage, before, CLIENTS + times.length + lookedUp + 1);
    noTokenIn(program.output, [stage.world.feed, ...addresses]);
    await stage.startWeb();
    return { note: `${times.length} fetches of ${CLIENTS} calendars: ${percentiles(times)}` };
  },
};

/** Each has a subscription of its own. */
async function firstFetches(addresses: readonly string[]): Promise<Client[]> {
  const clients: Client[] = [];
  for (let done = 0; done < addresses.length; done += AT_ONCE) {
    clients.push(...(await Promise.all(addresses.slice(done, done + AT_ONCE).map(async (address) => {
      const answer = await fetch(address);
      assert.match(await answer.text(), /^BEGIN:VCALENDAR\r\n/);
      return { address, etag: answer.headers.get('etag') ?? '' };
    }))));
  }
  return clients;
}

/** Returns how long each fetch took, in milliseconds. */
async function storm(stage: Stage, clients: readonly Client[]): Promise<number[]> {
  const times: number[] = [];
  const statuses: number[] = [];
  const fetchOnce = async ({ address, etag }: Client): Promise<void> => {
    const begun = performance.now();
    const answer = await fetch(address, stage.random.next() < CONDITIONAL ? { headers: { 'if-none-match': etag } } : {});
    await answer.arrayBuffer();
    statuses.push(answer.status);
    times.push(performance.now() - begun);
  };
  for (let round = 0; round < (stage.soak ? ROUNDS.soak : ROUNDS.quick); round += 1) {
    for (let done = 0; done < clients.length; done += AT_ONCE) await Promise.all(clients.slice(done, done + AT_ONCE).map(fetchOnce));
  }
  assert.ok(statuses.every((status) => status === 200 || status === 304));
  assert.ok(statuses.filter((status) => status === 304).length >= times.length * 0.9, 'nine of ten have it already');
  return times;
}

/**
 * Many at once: exactly so many are told that there is no such calendar, all others to wait, and each answer of a kind looks the same.
 * Returns how many guesses were looked up at most.
 */
async function guess(stage: Stage, url: string): Promise<number> {
  const shapes = new Map<number, Set<string>>();
  const counts = new Map<number, number>();
  const guessOnce = async (_: unknown, i: number): Promise<void> => {
    const answer = await fetch(`${url}${addressOf(i === 0 ? 'kort' : unknownToken())}`);
    const shape = `${[...answer.headers.keys()].sort().join(' ')} ${answer.headers.get('content-type')} ${await answer.text()}`;
    shapes.set(answer.status, (shapes.get(answer.status) ?? new Set()).add(shape));
    counts.set(answer.status, (counts.get(answer.status) ?? 0) + 1);
  };
  const begun = performance.now();
  const guesses = stage.soak ? GUESSES.soak : GUESSES.quick;
  for (let done = 0; done < guesses; done += AT_ONCE) await Promise.all(Array.from({ length: AT_ONCE }, guessOnce));
  const minutes = 1 + Math.floor((performance.now() - begun) / MINUTE_MS);
  const letThrough = counts.get(404) ?? 0;
  assert.deepEqual({ letThrough, stopped: counts.get(429) }, { letThrough: LET_THROUGH * minutes, stopped: guesses - letThrough });
  assert.deepEqual([...shapes.values()].map((texts) => texts.size), [1, 1], `one shape each: ${[...shapes.values()].flatMap((texts) => [...texts]).join('\n')}`);
  return (LET_THROUGH + AT_ONCE) * minutes;
}

async function looks(stage: Stage): Promise<Looks> {
  return {
    through: await stage.count(`SELECT seq_scan FROM pg_stat_user_tables WHERE relname = 'feed'`),
    byToken: await stage.count(`SELECT coalesce(sum(idx_scan), 0) FROM pg_stat_user_indexes WHERE indexrelname = 'uq_feed_token'`),
  };
}

/** Neither a fetch nor a guess reads the table through, and who is stopped is not looked up at all. */
async function onlyByToken(stage: Stage, before: Looks, most: number): Promise<void> {
  const { through, byToken } = await looks(stage);
  assert.equal(through - before.through, 0, 'nobody reads the table through');
  const asked = byToken - before.byToken;
  assert.ok(asked <= most && asked >= most - AT_ONCE * 2, `tokens were looked up ${asked} times, ${most} at most`);
}

function noTokenIn(output: string, addresses: readonly string[]): void {
  const tokens = addresses.map((address) => address.split('/')[2] ?? '');
  assert.ok(tokens.every((token) => token.length > 40 && !output.includes(token)), 'no token is logged');
  assert.doesNotMatch(output, /\/k\/[\w-]{20,}/);
}
