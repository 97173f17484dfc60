import { setTimeout as pause } from 'node:timers/promises';

/** The first looks come close together, the later ones when another fiftieth of the wait is over: a look costs the machine a session of the database. */
const FIRST_LOOK_MS = 40;
const LAST_LOOK_MS = 500;
const SHARE_OF_WAIT = 1 / 50;

/** Something did not come in the time that was given to it; it may still have come. */
export class OutOfPatience extends Error {}

/**
 * Waits until the condition holds and returns how long that took, in milliseconds. A condition that throws does not hold yet.
 * @throws OutOfPatience that names what was waited for
 */
export async function until(what: string, condition: () => Promise<boolean> | boolean, patienceMs: number): Promise<number> {
  const begun = performance.now();
  for (let last: unknown; ; await pause(untilNextLook(performance.now() - begun))) {
    try {
      if (await condition()) return Math.round(performance.now() - begun);
    } catch (error) {
      last = error;
    }
    if (performance.now() - begun > patienceMs) throw new OutOfPatience(`not within ${patienceMs} ms: ${what}`, { cause: last });
  }
}

function untilNextLook(waitedMs: number): number {
  return Math.min(Math.max(waitedMs * SHARE_OF_WAIT, FIRST_LOOK_MS), LAST_LOOK_MS);
}
