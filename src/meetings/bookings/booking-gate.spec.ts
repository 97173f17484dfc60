import { Config } from '../../platform/config/config.js';
import { BookingGate } from './booking-gate.js';

function gateFor(pool: number): BookingGate {
  return new BookingGate(Object.assign(new Config(), { DATABASE_POOL: pool }));
}

/** Runs that end when told, and how many ran at once at most. */
function runs(gate: BookingGate, count: number): { ends: Array<() => void>; order: number[]; most: () => number; all: Promise<unknown> } {
  const ends: Array<() => void> = [];
  const order: number[] = [];
  let now = 0;
  let most = 0;
  const run = (n: number): Promise<void> => gate.run(async () => {
    order.push(n);
    now += 1;
    most = Math.max(most, now);
    await new Promise<void>((resolve) => ends.push(resolve));
    now -= 1;
  });
  return { ends, order, most: () => most, all: Promise.all(Array.from({ length: count }, (_, n) => run(n))) };
}

async function settle(): Promise<void> {
  for (let i = 0; i < 10; i += 1) await Promise.resolve();
}

describe('the booking gate', () => {
  it('lets through fewer than the pool holds, in the order of asking', async () => {
    const { ends, order, most, all } = runs(gateFor(6), 5);
    await settle();
    expect(order).toEqual([0, 1]);
    for (let next = ends.shift(); next !== undefined; next = ends.shift()) {
      next();
      await settle();
    }
    await all;
    expect(order).toEqual([0, 1, 2, 3, 4]);
    expect(most()).toBe(2);
  });

  it('goes on after a refusal', async () => {
    const gate = gateFor(4);
    await expect(gate.run(() => Promise.reject(new Error('taken')))).rejects.toThrow('taken');
    await expect(gate.run(() => Promise.resolve('booked'))).resolves.toBe('booked');
  });

  it('turns away only when the line is extremely long', async () => {
    const gate = gateFor(4);
    const stuck = Array.from({ length: 2_001 }, () => gate.run(() => new Promise<void>(() => undefined)));
    await expect(gate.run(() => Promise.resolve())).rejects.toMatchObject({ kind: 'unavailable', code: 'bookings_busy' });
    expect(stuck).toHaveLength(2_001);
  });
});
