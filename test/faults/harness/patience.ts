import { setTimeout as pause } from 'node:timers/promises';

const LOOK_MS = 40;

/** Something did not come in the time that was given to it; it may still have come. */
export class OutOfPatience extends Error {}

/**
 * Waits until the condition holds and returns how long that took, in milliseconds. A condition that throws does not hold yet.
 * @throws OutOfPatience that names what was waited for
 */
export async function until(what: string, condition: () => Promise<boolean> | boolean, patienceMs: number): Promise<number> {
  const begun = performance.now();
  for (let last: unknown; ; await pause(LOOK_MS)) {
    try {
      if (await condition()) return Math.round(performance.now() - begun);
    } catch (error) {
      last = error;
    }
    if (performance.now() - begun > patienceMs) throw new OutOfPatience(`not within ${patienceMs} ms: ${what}`, { cause: last });
  }
}
