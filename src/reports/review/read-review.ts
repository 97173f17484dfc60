import type { Tx } from '../../platform/database/tx.js';
import { visibleYouthSql } from '../../youths/access/visible-youths.js';
import { overviewConditions } from '../youth-overview/overview-conditions.js';
import type { OverviewView } from '../youth-overview/overview-views.data.js';
import { countOverview, type OverviewLine, readOverview } from '../youth-overview/read-overview.js';

/** How far a list has come, for the one sentence that a manager asks for. */
export interface ReviewProgress {
  readonly total: number;
  /** Had a meeting, here or before, or is coordinated without one. */
  readonly met: number;
  /** Of `met`: coordinated without a meeting. */
  readonly direct: number;
  readonly planned: number;
  readonly left: number;
}

export interface Review {
  /** The youth to look at now: the earliest open deadline first. Null when nobody is left. */
  readonly next: OverviewLine | null;
  /** How many wait for a look, the next one included; at most `MOST_COUNTED`. */
  readonly waiting: number;
  readonly progress: ReviewProgress;
}

/** A list one youth at a time: those without a meeting, without a plan for one, and not put off to a later day. */
export async function readReview(tx: Tx, list: OverviewView): Promise<Review> {
  const view: OverviewView = { ...list, withoutMeeting: true, nothingPlanned: true, toReview: true };
  const filter = { department: null, status: null, view };
  const { items } = await readOverview(tx, { ...filter, sort: 'deadline', cursor: undefined, limit: 1 });
  return { next: items[0] ?? null, waiting: await countOverview(tx, filter), progress: await progressOf(tx, list) };
}

async function progressOf(tx: Tx, { withoutMeeting: _met, nothingPlanned: _planned, ...whole }: OverviewView): Promise<ReviewProgress> {
  const params: unknown[] = [tx.today, tx.now];
  const where = [visibleYouthSql(tx, 'y.id', params, 'line'), "y.status <> 'ended'", ...overviewConditions({ department: null, status: null, view: whole }, tx, params)];
  const [progress] = await tx.query<ReviewProgress>(
    `SELECT count(*)::int AS total, count(*) FILTER (WHERE met OR direct)::int AS met, count(*) FILTER (WHERE direct)::int AS direct,
       count(*) FILTER (WHERE planned AND NOT met AND NOT direct)::int AS planned, count(*) FILTER (WHERE NOT planned AND NOT met AND NOT direct)::int AS "left"
     FROM (SELECT y.status = 'directly_coordinated' AS direct,
         y.previous_transition_meeting_on IS NOT NULL OR EXISTS (SELECT 1 FROM booking b WHERE b.youth_id = y.id AND b.state IN ('held', 'concluded')) AS met,
         coalesce(y.next_meeting_on >= $1::date, false) OR EXISTS (SELECT 1 FROM booking b WHERE b.youth_id = y.id AND b.state = 'booked' AND b.ends_at > $2) AS planned
       FROM youth y WHERE ${where.join(' AND ')}) AS counted`,
    params,
  );
  return progress ?? { total: 0, met: 0, direct: 0, planned: 0, left: 0 };
}
