import { AddressBrake } from './address-brake.js';

describe('the brake on guessing', () => {
  it('stops an address after thirty misses in a minute, and no other', () => {
    const brake = new AddressBrake();
    for (let miss = 0; miss < 29; miss += 1) brake.miss('10.0.0.1', 1_000 + miss);
    expect(brake.stops('10.0.0.1', 2_000)).toBe(false);
    brake.miss('10.0.0.1', 2_000);
    expect(brake.stops('10.0.0.1', 2_001)).toBe(true);
    expect(brake.stops('10.0.0.2', 2_001)).toBe(false);
  });

  it('forgets after a minute', () => {
    const brake = new AddressBrake();
    for (let miss = 0; miss < 40; miss += 1) brake.miss('10.0.0.1', 0);
    expect(brake.stops('10.0.0.1', 59_999)).toBe(true);
    expect(brake.stops('10.0.0.1', 60_000)).toBe(false);
    brake.miss('10.0.0.1', 60_000);
    expect(brake.stops('10.0.0.1', 60_001)).toBe(false);
  });
});
