import pTimeout from 'p-timeout';
import { DomainError } from '../errors/domain-error.js';

/** An effect took longer than any may. It may still happen: the next try must bear that. */
export class EffectTimeout extends DomainError {
  constructor() {
    super('rule', 'effect_timeout', 'Det tog for lang tid.');
  }
}

/**
 * Runs an effect for at most so long; then, or when the caller aborts, the signal that it was handed is aborted.
 * @throws EffectTimeout
 */
export async function withinLimit(milliseconds: number, abort: AbortController, effect: (signal: AbortSignal) => Promise<void>): Promise<void> {
  await pTimeout(effect(abort.signal), {
    milliseconds,
    fallback: () => {
      abort.abort();
      throw new EffectTimeout();
    },
  });
}
