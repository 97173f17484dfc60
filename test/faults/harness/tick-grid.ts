/** How the ticks that were seen lie in their periods. */
export interface Grid {
  readonly missed: number;
  readonly doubled: number;
  /** How far the farthest lies from the nearest beat, in milliseconds. */
  readonly offMs: number;
}

/**
 * Lays ticks onto the beat of the first: each period has exactly one, which may be late by less than half a period.
 * @param at in milliseconds, rising
 */
export function gridOf(at: readonly number[], period: number): Grid {
  const first = at[0] ?? 0;
  const beats = at.map((each) => Math.round((each - first) / period));
  const periods = (beats.at(-1) ?? 0) + 1;
  const distinct = new Set(beats).size;
  return {
    missed: periods - distinct, doubled: beats.length - distinct,
    offMs: Math.round(Math.max(...at.map((each, i) => Math.abs(each - first - (beats[i] ?? 0) * period)))),
  };
}
