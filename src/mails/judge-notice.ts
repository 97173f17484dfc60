import type { Turn } from './judge-turn.js';
import type { DeliveryState } from './mail-delivery.entity.js';

/** A short notice to one person about one thing, as its turn is judged. */
export interface NoticeRow {
  readonly id: string;
  readonly sequence: number;
  readonly state: DeliveryState;
}

/**
 * Judges whether a short notice may go out, given all to the same person about the same thing: the latest alone does, and not
 * before an earlier one that is under way. It has no calendar's SEQUENCE; whoever reads it takes the last to come for the truth.
 */
export function judgeNotice(notices: readonly NoticeRow[], id: string): Turn {
  const own = notices.find((row) => row.id === id);
  if (own === undefined || (own.state !== 'pending' && own.state !== 'sending')) return { verdict: 'done' };
  if (notices.some(({ sequence }) => sequence > own.sequence)) return { verdict: 'superseded', superseded: [] };
  const earlier = notices.filter(({ sequence }) => sequence < own.sequence);
  if (earlier.some(({ state }) => state === 'sending')) return { verdict: 'wait' };
  return { verdict: 'send', update: false, superseded: earlier.filter(({ state }) => state === 'pending').map((row) => row.id) };
}
