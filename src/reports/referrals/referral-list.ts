import { bookingDeadlines, type BookingDeadline } from '../../meetings/proposals/booking-deadline.js';
import { hasRole, staffIdOf } from '../../platform/database/actor.js';
import type { Tx } from '../../platform/database/tx.js';
import { listReferrals, type ReferralLine } from '../../referrals/reading/list-referrals.js';

/** So many open referrals at once; a municipality has some dozens. */
const MOST_OPEN = 200;
const MOST_BOOKED = 50;

export interface ListedReferral {
  readonly line: ReferralLine;
  /** Null where the youth is not shown. */
  readonly deadline: BookingDeadline | null;
  readonly mine: boolean;
}

export interface ReferralList {
  /** First in line, then the urgent, then the longest waiting. */
  readonly lines: readonly ListedReferral[];
  readonly more: boolean;
  /** Whether the reader triages. */
  readonly triages: boolean;
  readonly raises: boolean;
}

/** The open referrals that the actor may see, each with the deadline that its item must lie before. */
export async function readReferralList(tx: Tx): Promise<ReferralList> {
  const open = await listReferrals(tx, { state: 'draft,submitted,accepted,returned', limit: MOST_OPEN, cursor: undefined });
  const booked = await listReferrals(tx, { state: 'booked', limit: MOST_BOOKED, cursor: undefined });
  const lines = [...open.items, ...booked.items];
  const named = lines.flatMap(({ id, youth, type }) => (youth === null ? [] : [{ referralId: id, youthId: youth.id, type }]));
  const deadlines = await bookingDeadlines(tx, named);
  const self = staffIdOf(tx.actor);
  return {
    lines: lines.map((line) => ({ line, deadline: deadlines.get(line.id) ?? null, mine: line.author.id === self })), more: open.nextCursor !== null,
    triages: hasRole(tx.actor, 'meeting_secretary', 'chair'), raises: hasRole(tx.actor, 'caseworker', 'team_leader'),
  };
}
