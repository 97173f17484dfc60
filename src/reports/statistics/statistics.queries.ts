import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { Tx } from '../../platform/database/tx.js';

/** The rule by which everyone in the target group has a transition meeting by 17 (TULU-rapporten 2016, indsatsmål). */
const TRANSITION_RULE = 'R13';
/** "About to turn 18, nothing planned" looks this many days ahead. */
const SOON_DAYS = 90;

/** Counts of one period; no figure names anybody. Dates are civil dates in Copenhagen, both included. */
export interface Statistics {
  /** Youths whose transition meeting falls due in the period. */
  readonly targetGroup: { readonly total: number; readonly met: number; readonly planned: number; readonly withoutMeeting: number; readonly waived: number };
  /** Of those without a meeting, how many turn 18 within 90 days of today. */
  readonly turning18Soon: number;
  readonly referrals: { readonly raised: number; readonly directlyCoordinated: number; readonly urgentByReason: Readonly<Record<string, number>> };
  readonly items: { readonly held: number; readonly withYouth: number; readonly cancelled: number };
  readonly actions: { readonly open: number; readonly overdue: number };
  /** Median days from a referral was sent to its item was held; null when none was. */
  readonly waitingDays: number | null;
}

/** Counts of the municipality from the first day to the last, both included; without names. */
export async function readStatistics(tx: Tx, from: CalendarDate, to: CalendarDate): Promise<Statistics> {
  const [row] = await tx.query<{ statistics: Statistics }>(
    `WITH goal AS (
       SELECT d.youth_id, d.state,
         EXISTS (SELECT 1 FROM booking b WHERE b.youth_id = d.youth_id AND b.state IN ('booked', 'held') AND b.starts_at >= $3) AS planned,
         (y.birth_date + interval '18 years')::date BETWEEN $4 AND $4::date + ${SOON_DAYS} AS soon
       FROM deadline d JOIN youth y ON y.id = d.youth_id
       WHERE d.rule_code = '${TRANSITION_RULE}' AND d.state <> 'superseded' AND d.due_on BETWEEN $1 AND $2),
     period AS (
       SELECT $1::date::timestamp AT TIME ZONE 'Europe/Copenhagen' AS begins, ($2::date + 1)::timestamp AT TIME ZONE 'Europe/Copenhagen' AS ends),
     raised AS (SELECT r.* FROM referral r, period WHERE r.submitted_at >= begins AND r.submitted_at < ends),
     item AS (SELECT b.*, r.submitted_at, c.youth_attended FROM period, booking b JOIN referral r ON r.id = b.referral_id
       LEFT JOIN conclusion c ON c.booking_id = b.id WHERE b.starts_at >= begins AND b.starts_at < ends)
     SELECT json_build_object(
       'targetGroup', (SELECT json_build_object('total', count(*), 'met', count(*) FILTER (WHERE state = 'met'), 'waived', count(*) FILTER (WHERE state = 'waived'),
         'planned', count(*) FILTER (WHERE state IN ('open', 'historic') AND planned),
         'withoutMeeting', count(*) FILTER (WHERE state IN ('open', 'historic') AND NOT planned)) FROM goal),
       'turning18Soon', (SELECT count(*) FROM goal WHERE state IN ('open', 'historic') AND NOT planned AND soon),
       'referrals', (SELECT json_build_object('raised', count(*), 'directlyCoordinated', count(*) FILTER (WHERE state = 'directly_coordinated'),
         'urgentByReason', (SELECT coalesce(json_object_agg(reason, number), '{}') FROM (
            SELECT urgent_reason AS reason, count(*) AS number FROM raised WHERE urgent_reason IS NOT NULL GROUP BY 1) u)) FROM raised),
       'items', (SELECT json_build_object('held', count(*) FILTER (WHERE state IN ('held', 'concluded')), 'withYouth', count(*) FILTER (WHERE youth_attended),
         'cancelled', count(*) FILTER (WHERE state = 'cancelled')) FROM item),
       'actions', (SELECT json_build_object('open', count(*), 'overdue', count(*) FILTER (WHERE due_on < $4)) FROM action WHERE state = 'open'),
       'waitingDays', (SELECT round(percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM starts_at - submitted_at) / 86400))
         FROM item WHERE state IN ('held', 'concluded') AND submitted_at IS NOT NULL)) AS statistics`,
    [from, to, tx.now, tx.today],
    'statistics',
  );
  if (row === undefined) throw new Error('statistics gave no row');
  return row.statistics;
}
