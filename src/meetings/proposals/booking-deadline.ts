import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { Tx } from '../../platform/database/tx.js';
import type { MilestoneKind } from '../../deadlines/rules/milestone-kinds.js';
import type { ReferralTypeCode } from '../../referrals/types/referral-codes.js';

/** The deadline that an item is booked against: what lies ahead, and what is past already. */
export interface BookingDeadline {
  /** The item must lie before this date, not on it. */
  readonly ahead: CalendarDate | null;
  readonly overdueSince: CalendarDate | null;
}

/** What an item of a type brings about. A deadline that it cannot meet does not bind its date. */
const BRINGS_ABOUT: Readonly<Record<ReferralTypeCode, readonly MilestoneKind[]>> = {
  transition: ['transition_meeting_held', 'youth_support_exit_meeting_held', 'k_meeting_held'],
  youth_support_assessment: ['youth_support_assessed', 'youth_support_decided'],
  stu_assessment: ['k_meeting_held'],
  coordination: ['youth_support_exit_meeting_held', 'k_meeting_held'],
  network_meeting: ['first_network_meeting_held', 'second_network_meeting_held'],
  follow_up: [],
  sparring: [],
  internal_discussion: [],
};

/** The youth's open deadlines that drive and that an item of the type can meet. */
export async function bookingDeadline(tx: Tx, youthId: string | null, type: ReferralTypeCode): Promise<BookingDeadline> {
  const milestones = BRINGS_ABOUT[type];
  if (youthId === null || milestones.length === 0) return { ahead: null, overdueSince: null };
  const [found] = await tx.query<BookingDeadline>(
    `SELECT (min(deadline.due_on) FILTER (WHERE deadline.due_on > $3))::text AS ahead,
       (min(deadline.due_on) FILTER (WHERE deadline.due_on <= $3))::text AS "overdueSince"
     FROM deadline JOIN deadline_rule rule ON rule.id = deadline.rule_id
     WHERE deadline.youth_id = $1 AND deadline.state = 'open' AND deadline.mode = 'drives'
       AND jsonb_exists_any(rule.definition -> 'metBy', $2::text[])`,
    [youthId, milestones, tx.today], 'proposal-deadline',
  );
  return found ?? { ahead: null, overdueSince: null };
}

/** The same for many referrals at once, by referral. */
export async function bookingDeadlines(
  tx: Tx, asked: ReadonlyArray<{ readonly referralId: string; readonly youthId: string; readonly type: ReferralTypeCode }>,
): Promise<ReadonlyMap<string, BookingDeadline>> {
  const rows = await tx.query<BookingDeadline & { id: string }>(
    `SELECT asked.id, (min(deadline.due_on) FILTER (WHERE deadline.due_on > $4))::text AS ahead,
       (min(deadline.due_on) FILTER (WHERE deadline.due_on <= $4))::text AS "overdueSince"
     FROM unnest($1::uuid[], $2::uuid[], $3::varchar[]) AS asked (id, youth_id, milestones)
     JOIN deadline ON deadline.youth_id = asked.youth_id AND deadline.state = 'open' AND deadline.mode = 'drives'
     JOIN deadline_rule rule ON rule.id = deadline.rule_id AND jsonb_exists_any(rule.definition -> 'metBy', string_to_array(asked.milestones, ','))
     GROUP BY asked.id`,
    [asked.map(({ referralId }) => referralId), asked.map(({ youthId }) => youthId), asked.map(({ type }) => BRINGS_ABOUT[type].join(',')), tx.today], 'proposal-deadlines',
  );
  return new Map(rows.map(({ id, ...deadline }) => [id, deadline]));
}

/** Every open deadline of many referrals' items that falls due after a date, by referral, the nearest first. */
export async function deadlinesAfter(
  tx: Tx, asked: ReadonlyArray<{ readonly referralId: string; readonly youthId: string | null; readonly type: ReferralTypeCode }>, after: CalendarDate,
): Promise<ReadonlyMap<string, readonly CalendarDate[]>> {
  const binding = asked.filter(({ youthId, type }) => youthId !== null && BRINGS_ABOUT[type].length > 0);
  if (binding.length === 0) return new Map();
  const rows = await tx.query<{ id: string; dueOn: readonly CalendarDate[] }>(
    `SELECT asked.id, array_agg(DISTINCT deadline.due_on::text ORDER BY deadline.due_on::text) AS "dueOn"
     FROM unnest($1::uuid[], $2::uuid[], $3::varchar[]) AS asked (id, youth_id, milestones)
     JOIN deadline ON deadline.youth_id = asked.youth_id AND deadline.state = 'open' AND deadline.mode = 'drives' AND deadline.due_on > $4
     JOIN deadline_rule rule ON rule.id = deadline.rule_id AND jsonb_exists_any(rule.definition -> 'metBy', string_to_array(asked.milestones, ','))
     GROUP BY asked.id`,
    [binding.map(({ referralId }) => referralId), binding.map(({ youthId }) => youthId), binding.map(({ type }) => BRINGS_ABOUT[type].join(',')), after], 'deadlines-after',
  );
  return new Map(rows.map(({ id, dueOn }) => [id, dueOn]));
}
