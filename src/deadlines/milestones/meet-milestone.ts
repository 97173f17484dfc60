import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import { newId } from '../../platform/database/ids.js';
import type { Tx } from '../../platform/database/tx.js';
import { rule } from '../../platform/errors/domain-error.js';
import { recomputeDeadlines } from '../computation/recompute-deadlines.js';
import type { MilestoneSource } from '../entities/milestone.entity.js';
import { isExpectedDate, type MilestoneKind } from '../rules/milestone-kinds.js';

/** Where a milestone comes from; the reference is the id of the meeting or referral, or a number in the specialist system. */
export interface MilestoneOrigin {
  readonly source: MilestoneSource;
  readonly reference?: string | null;
}

export interface RecordedMilestone {
  readonly id: string;
  /** The deadlines that it met just now. */
  readonly met: readonly { readonly id: string; readonly rule: string }[];
}

const RECORD = `
  INSERT INTO milestone (id, youth_id, kind, occurred_on, source, reference, recorded_by, recorded_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
  ON CONFLICT ON CONSTRAINT uq_milestone DO UPDATE SET source = excluded.source, reference = excluded.reference,
    recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at, voided_at = NULL
    WHERE milestone.voided_at IS NOT NULL`;

const FIND = 'SELECT id FROM milestone WHERE youth_id = $1 AND kind = $2 AND occurred_on = $3';

/**
 * Records that something has happened for a youth and brings the deadlines up to date: those it meets are met, those it
 * starts begin. The same fact twice is one milestone. The caller has checked access and writes the audit row.
 * @throws DomainError rule `date_ahead` for a day to come, unless the kind is an expected date
 */
export async function meetMilestone(
  tx: Tx, youthId: string, kind: MilestoneKind, occurredOn: CalendarDate, origin: MilestoneOrigin,
): Promise<RecordedMilestone> {
  if (occurredOn > tx.today && !isExpectedDate(kind)) {
    throw rule('date_ahead', 'Datoen ligger ude i fremtiden. Skriv den dag, det er sket.');
  }
  const { source, reference = null } = origin;
  await tx.query(RECORD, [newId(), youthId, kind, occurredOn, source, reference, tx.actor.staffId, tx.now], 'milestone-record');
  const [row] = await tx.query<{ id: string }>(FIND, [youthId, kind, occurredOn], 'milestone-find');
  const { moved } = await recomputeDeadlines(tx, [youthId]);
  const met = moved.filter(({ state }) => state === 'met').map(({ id, ruleCode }) => ({ id, rule: ruleCode }));
  return { id: row?.id ?? '', met };
}
