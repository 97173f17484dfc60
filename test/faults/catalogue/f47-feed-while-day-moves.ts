import assert from 'node:assert/strict';
import { eventsIn, type ReadEvent } from '../../support/calendar.js';
import { ANY, type Fault } from '../harness/fault.js';
import { as } from '../harness/meeting-desk.js';
import type { Stage } from '../harness/stage.js';

const MOVES = { soak: 20, quick: 6 };
const READERS = 4;

/** Each answer is one state of the database: never two halves, never a step back. */
export const fault: Fault = {
  id: 'F47', title: 'feeds are read while a day is moved to and fro', queues: ANY,
  async run(stage) {
    await stage.startWeb();
    const day = stage.world.days[3];
    if (day === undefined) throw new Error('the world has no fourth day');
    const { uid } = (await stage.query<{ uid: string }>('SELECT uid::text AS uid FROM meeting_day WHERE id = $1', [day.id]))[0] ?? { uid: '' };
    const times = new Set<string>();
    let moving = true;
    const readers = Array.from({ length: READERS }, () => follow(stage, uid, () => moving));
    for (let move = 0; move < (stage.soak ? MOVES.soak : MOVES.quick); move += 1) {
      const startsAt = move % 2 === 0 ? '10:00' : '09:00';
      const { status, body } = await as(stage, 'karla').post(`/meeting-days/${day.id}/relocation`, { date: day.date, startsAt });
      assert.equal(status, 200, JSON.stringify(body));
      times.add((body as { startsAt: string }).startsAt);
    }
    moving = false;
    const reads = (await Promise.all(readers)).flat();
    const known = new Set([...times, day.startsAt].map((time) => new Date(time).getTime()));
    assert.deepEqual(reads.filter((event) => !known.has(new Date(event.starts).getTime())), [], 'each shows a time that the day had');
    return { note: `${reads.length} reads between ${known.size} times of one day` };
  },
};

/** Reads until the moves are over; the event stands there once each time, and its sequence never falls. */
async function follow(stage: Stage, uid: string, going: () => boolean): Promise<ReadEvent[]> {
  const seen: ReadEvent[] = [];
  while (going()) {
    const found = eventsIn(await (await fetch(`${stage.web.url}${stage.world.feed}`)).text()).filter((event) => event.uid.startsWith(uid));
    assert.equal(found.length, 1, 'the day stands in the feed once');
    const [event] = found;
    if (event === undefined) break;
    assert.ok(event.sequence >= (seen.at(-1)?.sequence ?? 0), 'the sequence does not fall');
    seen.push(event);
  }
  return seen;
}
