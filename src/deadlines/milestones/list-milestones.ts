import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { Tx } from '../../platform/database/tx.js';
import { notFound } from '../../platform/errors/domain-error.js';
import { openYouth } from '../../youths/access/open-youth.js';
import type { MilestoneSource } from '../entities/milestone.entity.js';
import { milestoneLabel, type MilestoneKind } from '../rules/milestone-kinds.js';

export interface MilestoneLine {
  readonly id: string;
  readonly kind: MilestoneKind;
  readonly label: string;
  readonly occurredOn: CalendarDate;
  readonly source: MilestoneSource;
  readonly reference: string | null;
  readonly recordedBy: string | null;
  readonly recordedAt: Date;
}

const MILESTONES = `
  SELECT m.id, m.kind, m.occurred_on::text AS "occurredOn", m.source, m.reference, s.name AS "recordedBy", m.recorded_at AS "recordedAt"
  FROM milestone m LEFT JOIN staff_member s ON s.id = m.recorded_by
  WHERE m.youth_id = $1 AND m.voided_at IS NULL AND ($2::uuid IS NULL OR m.id = $2)
  ORDER BY m.occurred_on, m.recorded_at, m.id`;

/** The milestones of a youth whose case the actor may see, oldest first. */
export async function listMilestones(tx: Tx, youthId: string): Promise<MilestoneLine[]> {
  const { ground } = await openYouth(tx, youthId);
  tx.audit('milestones.read', { type: 'youth', id: youthId, youthIds: [youthId], ground });
  return readMilestones(tx, youthId, null);
}

/** One milestone as the list shows it; the caller has checked access. */
export async function readMilestone(tx: Tx, youthId: string, id: string): Promise<MilestoneLine> {
  const [milestone] = await readMilestones(tx, youthId, id);
  if (milestone === undefined) throw notFound();
  return milestone;
}

async function readMilestones(tx: Tx, youthId: string, id: string | null): Promise<MilestoneLine[]> {
  const rows = await tx.query<Omit<MilestoneLine, 'label'>>(MILESTONES, [youthId, id], 'milestones-list');
  return rows.map((row) => ({ ...row, label: milestoneLabel(row.kind) }));
}
