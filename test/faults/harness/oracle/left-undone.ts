import { OutOfPatience, until } from '../patience.js';

/**
 * Of what waits now, what waits still after so many milliseconds: a schedule or an alarm may leave work at any
 * moment, also while the oracle looks, and such work is not lost. Returns as soon as none of it waits.
 */
export async function leftUndone<T extends { readonly id: string }>(look: () => Promise<readonly T[]>, patienceMs: number): Promise<readonly T[]> {
  let waiting = await look();
  const done = async (): Promise<boolean> => {
    if (waiting.length === 0) return true;
    const now = new Set((await look()).map(({ id }) => id));
    waiting = waiting.filter(({ id }) => now.has(id));
    return waiting.length === 0;
  };
  await until('what waits is done', done, patienceMs).catch((error: unknown) => {
    if (!(error instanceof OutOfPatience)) throw error;
  });
  return waiting;
}
