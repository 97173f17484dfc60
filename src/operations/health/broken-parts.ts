import type { Timing } from '../../platform/config/timing.js';
import type { QueueState } from './queue-state.js';

/** Parts of the background work; while one is broken pages answer all the same, and nothing is lost. */
export type BackgroundPart = 'worker' | 'queue' | 'canary' | 'tick' | 'mail';

/** Mails that have waited for so long are not getting out. */
const MAIL_PATIENCE_SECONDS = 900;

/** @param mailSeconds age of the oldest mail that waits to be sent, or null when none does or none is sent at all */
export function brokenParts(state: QueueState, mailSeconds: number | null, timing: Pick<Timing, 'CANARY_SILENT_MS' | 'TICK_SILENT_MS'>): BackgroundPart[] {
  const broken: BackgroundPart[] = [];
  if (state.workers === 0) broken.push('worker');
  else if (state.connected === 0) broken.push('queue');
  else if ((state.canarySeconds ?? 0) * 1_000 > timing.CANARY_SILENT_MS) broken.push('canary');
  // The worker ticks by itself after TICK_SILENT_MS: twice as long means that it does not either.
  if (state.tickSeconds === null || state.tickSeconds * 1_000 > timing.TICK_SILENT_MS * 2) broken.push('tick');
  if (mailSeconds !== null && mailSeconds > MAIL_PATIENCE_SECONDS) broken.push('mail');
  return broken;
}
