import { setTimeout as pause } from 'node:timers/promises';

const LOOK_MS = 40;

/**
 * Waits until the condition holds and returns how long that took, in milliseconds. A condition that throws does not hold yet.
 * @throws Error that names what was waited for
 */
export async function until(what: string, condition: () => Promise<boolean> | boolean, patienceMs: number): Promise<number> {
  const begun = performance.now();
  for (let last: unknown; ; await pause(LOOK_MS)) {
    try {
      if (await condition()) return Math.round(performance.now() - begun);
    } catch (error) {
      last = error;
    }
    if (performance.now() - begun > patienceMs) throw new Error(`not within ${patienceMs} ms: ${what}`, { cause: last });
  }
}
