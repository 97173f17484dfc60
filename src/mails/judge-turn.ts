import type { DeliveryState, MailContent, MailKind } from './mail-delivery.entity.js';
import { tellsTheSame } from './tells-the-same.js';

/** A calendar message to one person about one thing, as its turn is judged. */
export interface ThreadRow {
  readonly id: string;
  readonly kind: MailKind;
  readonly sequence: number;
  readonly state: DeliveryState;
  readonly unsure: boolean;
  readonly content: MailContent;
}

export type Turn =
  /** It goes out now. `update`: the recipient has got a request with another time or room. */
  | { readonly verdict: 'send'; readonly update: boolean; readonly superseded: readonly string[] }
  /** It never goes out: a later one tells more, or there is nothing to cancel. */
  | { readonly verdict: 'superseded'; readonly superseded: readonly string[] }
  /** It cancels what could not be delivered: whoever told the person of the meeting in another way tells of this too. */
  | { readonly verdict: 'by_other_way'; readonly superseded: readonly string[] }
  /** An earlier one is under way, and may not be overtaken. */
  | { readonly verdict: 'wait' }
  /** Finished before. */
  | { readonly verdict: 'done' };

/**
 * Judges whether a calendar message may go out, given all to the same person about the same thing. What arrives rises in
 * sequence, and a CANCEL never comes before its REQUEST (RFC 5546, section 2.1.5), whatever order the queue works in.
 */
export function judgeTurn(thread: readonly ThreadRow[], id: string): Turn {
  const mailed = thread.filter(({ state }) => state !== 'elsewhere').sort((a, b) => a.sequence - b.sequence);
  const own = mailed.find((row) => row.id === id);
  if (own === undefined || (own.state !== 'pending' && own.state !== 'sending')) return { verdict: 'done' };
  const last = mailed.findLast(({ sequence }) => sequence > own.sequence);
  if (last !== undefined && !mustBeCertain(own, last)) return { verdict: 'superseded', superseded: [] };
  const earlier = mailed.filter(({ sequence }) => sequence < own.sequence);
  if (last !== undefined) return { verdict: 'send', update: isUpdate(earlier, own), superseded: [] };
  return judgeLatest(earlier, own, thread.some(({ sequence, state }) => sequence > own.sequence && state === 'elsewhere'));
}

/** Before a CANCEL goes out it must be known whether the request did: one that is in doubt is sent again. */
function mustBeCertain(own: ThreadRow, last: ThreadRow): boolean {
  return own.kind === 'request' && own.unsure && last.kind === 'cancel';
}

/** @param elsewhere the person's own calendar tells what comes after this */
function judgeLatest(earlier: readonly ThreadRow[], own: ThreadRow, elsewhere: boolean): Turn {
  if (earlier.some(({ state }) => state === 'sending')) return { verdict: 'wait' };
  if (own.kind === 'cancel' && earlier.some(({ state, unsure }) => state === 'pending' && unsure)) return { verdict: 'wait' };
  const superseded = earlier.filter(({ state }) => state === 'pending').map((row) => row.id);
  if (own.kind === 'cancel' && !own.unsure && lastOut(earlier)?.kind !== 'request') {
    return { verdict: lastTried(earlier)?.kind === 'request' && !elsewhere ? 'by_other_way' : 'superseded', superseded };
  }
  return { verdict: 'send', update: isUpdate(earlier, own), superseded };
}

function lastOut(rows: readonly ThreadRow[]): ThreadRow | undefined {
  return rows.filter(({ state, unsure }) => state === 'sent' || unsure).at(-1);
}

function lastTried(rows: readonly ThreadRow[]): ThreadRow | undefined {
  return rows.filter(({ state, unsure }) => state === 'sent' || state === 'failed' || unsure).at(-1);
}

function isUpdate(earlier: readonly ThreadRow[], own: ThreadRow): boolean {
  const last = lastOut(earlier);
  return own.kind === 'request' && last?.kind === 'request' && !tellsTheSame(last.content, own.content);
}
