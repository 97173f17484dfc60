const WINDOW_MS = 60_000;
const MOST_MISSES = 30;
const MOST_ADDRESSES = 10_000;

interface Misses {
  count: number;
  readonly since: number;
}

/**
 * Brakes guessing: an address that has asked for too many unknown tokens within a minute gets nothing for the rest of it. Counts
 * misses only, as one address may fetch the feeds of a whole town hall. Kept in this process's memory.
 */
export class AddressBrake {
  private readonly misses = new Map<string, Misses>();

  /** Whether the address has guessed too much. */
  stops(address: string, now: number): boolean {
    const known = this.misses.get(address);
    return known !== undefined && now - known.since < WINDOW_MS && known.count >= MOST_MISSES;
  }

  /** Notes one unknown token. */
  miss(address: string, now: number): void {
    const known = this.misses.get(address);
    if (known !== undefined && now - known.since < WINDOW_MS) {
      known.count += 1;
      return;
    }
    if (this.misses.size >= MOST_ADDRESSES) this.misses.clear();
    this.misses.set(address, { count: 1, since: now });
  }
}
