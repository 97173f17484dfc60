import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Verdict } from './harness/history.js';
import { differences } from './harness/oracle/i7-feed.js';
import { entriesOf } from './harness/oracle/i4-trail.js';
import { leftUndone } from './harness/oracle/left-undone.js';
import { type ItemState, mayBe, standsAs } from './harness/oracle/item-acts.js';
import { readOptions } from './harness/options.js';
import { wrongOrder } from './harness/oracle/i3-mails.js';
import { percentile } from './harness/percentiles.js';
import { Random } from './harness/random.js';
import { gridOf } from './harness/tick-grid.js';
import { cutAfterCommit, cutAnswerAfter, TcpProxy } from './harness/tcp-proxy.js';

/** Says back what it hears, in capitals. */
async function startEcho(): Promise<{ server: Server; heard: string[] }> {
  const heard: string[] = [];
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (piece) => {
      heard.push(piece.toString());
      socket.write(piece.toString().toUpperCase());
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, heard };
}

describe('a line that can be broken', () => {
  let echo: Awaited<ReturnType<typeof startEcho>>;
  let line: TcpProxy;
  let client: Socket;
  let answers: string;

  beforeEach(async () => {
    echo = await startEcho();
    line = await TcpProxy.start((echo.server.address() as AddressInfo).port);
    client = connect(line.port, '127.0.0.1').on('error', () => undefined);
    answers = '';
    client.on('data', (piece) => (answers += piece.toString()));
    await once(client, 'connect');
  });

  afterEach(async () => {
    client.destroy();
    await line.stop();
    echo.server.close();
  });

  const say = async (text: string): Promise<void> => {
    client.write(text);
    await pause(150);
  };

  it('lets everything through', async () => {
    await say('hej');
    expect(answers).toBe('HEJ');
  });

  it('looks open and says nothing', async () => {
    line.halfOpen();
    await say('hej');
    expect({ answers, heard: echo.heard, open: !client.destroyed }).toEqual({ answers: '', heard: [], open: true });
    line.heal();
    await pause(60);
    expect(client.destroyed).toBe(true);
  });

  it('forgets the connections that are there, and lets new ones through', async () => {
    line.halfOpen();
    await say('hej');
    line.forget();
    await say('igen');
    expect({ answers, open: !client.destroyed }).toEqual({ answers: '', open: true });
    const next = connect(line.port, '127.0.0.1').on('data', (piece) => (answers += piece.toString()));
    next.write('ny');
    await pause(60);
    next.destroy();
    expect(answers).toBe('NY');
  });

  it('breaks off an answer after so many bytes', async () => {
    line.intercept(cutAnswerAfter(4));
    await say('hej');
    await say('igen');
    expect({ answers, broken: client.destroyed }).toEqual({ answers: 'HEJ', broken: true });
  });

  it('passes a COMMIT on and loses its answer, once, and only of the transaction that is meant', async () => {
    line.intercept(cutAfterCommit('INSERT'));
    await say('COMMIT');
    expect(answers).toBe('COMMIT');
    await say('INSERT');
    await say('COMMIT');
    expect({ heard: echo.heard, answers, broken: client.destroyed }).toEqual({ heard: ['COMMIT', 'INSERT', 'COMMIT'], answers: 'COMMITINSERT', broken: true });
  });
});

describe('random choices', () => {
  it('are the same for the same seed, and others for another', () => {
    const draw = (seed: number): number[] => Array.from({ length: 20 }, ((random) => () => random.between(1, 100))(new Random(seed)));
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
    expect(draw(7).every((each) => each >= 1 && each <= 100)).toBe(true);
  });

  it('shuffle without losing anything', () => {
    expect(new Random(3).shuffled([1, 2, 3, 4]).sort()).toEqual([1, 2, 3, 4]);
  });
});

describe('the oracle of mails', () => {
  it('sees a sequence that falls, and a cancellation that comes first', () => {
    const message = (method: string, sequence: number) => ({ method, sequence });
    expect(wrongOrder('freja@x 1', [message('REQUEST', 0), message('REQUEST', 0), message('CANCEL', 1)])).toEqual([]);
    expect(wrongOrder('freja@x 1', [message('REQUEST', 1), message('REQUEST', 0)])).toEqual(['I3 freja: sequences fall: 1 0']);
    expect(wrongOrder('freja@x 1', [message('CANCEL', 1)])).toEqual(['I3 freja: a CANCEL came first']);
  });
});

describe('the oracle of what waits', () => {
  const looks = (...seen: string[]) => async (): Promise<Array<{ id: string }>> => [...((seen.length > 1 ? seen.shift() : seen[0]) ?? '')].map((id) => ({ id }));

  it('lets work be done that came while it looked, and does not hold newer work against anybody', async () => {
    expect(await leftUndone(looks('ab', 'bc', 'cd'), 1_000)).toEqual([]);
  });

  it('sees what is never done', async () => {
    expect(await leftUndone(looks('ab', 'ac'), 100)).toEqual([{ id: 'a' }]);
  });
});

describe('the oracle of acts', () => {
  const id = '7d1f0c1e-52a4-4b8c-9a53-0a4a7d9a1b11';
  const act = (what: string, verdict: Verdict, asked: object = {}, key = what) => ({ method: 'POST' as const, what, verdict, asked, key, id: what === '/bookings' ? id : null });
  const booking = act('/bookings', 'ok', { slotId: 's1', participantIds: ['p1'] });
  const booked: ItemState = { state: 'on', slotId: 's1', staff: ['p1'], guests: [] };

  it('holds the service to what it answered as done, one thing after another', () => {
    const done = [act(`/bookings/${id}/rescheduling`, 'ok', { slotId: 's2' }), act(`/bookings/${id}/participants`, 'ok', { participantIds: ['p2'] }), act(`/bookings/${id}/cancellation`, 'ok')];
    expect(mayBe(booking, done)).toEqual([{ ...booked, state: 'off', slotId: 's2', staff: ['p2'] }]);
  });

  it('lets either be of what had no answer, and nothing of what was refused', () => {
    expect(mayBe(booking, [act(`/bookings/${id}/guests`, 'unknown', { email: 'g@x' }), act(`/bookings/${id}/cancellation`, 'fail')])).toEqual([booked, { ...booked, guests: ['g@x'] }]);
  });

  it('knows an item again in whatever order the database gives its people', () => {
    const state = { ...booked, staff: ['aa1', 'ab2'], guests: ['a@x', 'b@x'] };
    expect(standsAs({ ...state, staff: ['ab2', 'aa1'], guests: ['b@x', 'a@x'] }, state)).toBe(true);
    expect(standsAs({ ...state, staff: ['ab2'] }, state)).toBe(false);
    expect(standsAs(state, { ...state, staff: null })).toBe(true);
  });

  it('counts what must stand in the trail: each answer opens the item, the same key does it once', () => {
    const acts = [booking, act(`/bookings/${id}/guests`, 'unknown'), act(`/bookings/${id}/guests`, 'ok'), act(`/bookings/${id}`, 'ok'), act(`/bookings/${id}/cancellation`, 'fail')];
    expect(Object.fromEntries(entriesOf(acts))).toEqual({ [`${id} booking.opened`]: { least: 3, most: 4 }, [`${id} booking.people_changed`]: { least: 1, most: 1 } });
  });
});

describe('the oracle of the feed', () => {
  it('sees what is missing, unknown, twice or at another time', () => {
    const day = (uid: string, ends = '10:00') => ({ uid, sequence: 0, summary: 'K-møde, 1 punkt', starts: '09:00', ends, location: null, status: 'CONFIRMED' });
    expect(differences([day('a')], [day('a')])).toEqual([]);
    expect(differences([day('a'), day('a'), day('b', '11:00'), day('c')], [day('a'), day('b'), day('d')])).toHaveLength(4);
  });
});

describe('the command line', () => {
  it('names faults, backend and seeds', () => {
    expect(readOptions(['--only', 'f08,F09', '--backend', 'redis', '--seed', '4', '--seeds', '2'])).toMatchObject({ only: ['F08', 'F09'], queue: 'redis', seeds: [4, 5], soak: false });
    expect(readOptions(['--soak']).seeds).toHaveLength(20);
    expect(() => readOptions(['--backend', 'rabbit'])).toThrow('rabbit');
  });
});

describe('the beat of the ticks', () => {
  it('bears that a tick is a little late, and sees one that is missing and one too many', () => {
    expect(gridOf([50, 1_070, 2_300, 3_040], 1_000)).toEqual({ missed: 0, doubled: 0, offMs: 250 });
    expect(gridOf([0, 1_000, 3_010], 1_000)).toMatchObject({ missed: 1, doubled: 0 });
    expect(gridOf([0, 1_000, 1_020, 2_000], 1_000)).toMatchObject({ missed: 0, doubled: 1 });
  });
});

it('percentiles are those of the sorted times', () => {
  expect([0.5, 0.99].map((share) => percentile([5, 1, 4, 2, 3], share))).toEqual([3, 5]);
});
