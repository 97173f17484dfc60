import { staffIdOf } from '../../platform/database/actor.js';
import { newId } from '../../platform/database/ids.js';
import type { Tx } from '../../platform/database/tx.js';
import { notFound } from '../../platform/errors/domain-error.js';
import { lockYouth, openYouth } from '../../youths/access/open-youth.js';
import { recomputeDeadlines } from '../computation/recompute-deadlines.js';
import { TargetGroupAssessment } from '../entities/target-group-assessment.entity.js';
import { TARGET_GROUPS, type TargetGroup } from '../rules/target-groups.js';

export interface GivenAssessment {
  readonly targetGroup: TargetGroup;
  readonly belongs: boolean;
  readonly reason: string;
}

export interface AssessmentLine extends GivenAssessment {
  readonly id: string;
  readonly label: string;
  readonly assessedBy: string;
  readonly assessedAt: Date;
}

const REPLACE = 'UPDATE target_group_assessment SET replaced_at = $3 WHERE youth_id = $1 AND target_group = $2 AND replaced_at IS NULL';

const LIST = `
  SELECT a.id, a.target_group AS "targetGroup", a.belongs, a.reason, s.name AS "assessedBy", a.assessed_at AS "assessedAt"
  FROM target_group_assessment a JOIN staff_member s ON s.id = a.assessed_by
  WHERE a.youth_id = $1 AND a.replaced_at IS NULL AND ($2::uuid IS NULL OR a.id = $2) ORDER BY a.assessed_at, a.id`;

/**
 * Records a caseworker's word on whether a youth belongs to a target group; it wins over the table until the next one.
 * Returns its id. The youth's deadlines follow at once.
 * @throws DomainError not_found
 */
export async function assessTargetGroup(tx: Tx, youthId: string, { targetGroup, belongs, reason }: GivenAssessment): Promise<string> {
  const { ground } = await lockYouth(tx, youthId);
  await tx.query(REPLACE, [youthId, targetGroup, tx.now], 'target-group-replace');
  const assessment = Object.assign(new TargetGroupAssessment(), {
    id: newId(), youthId, targetGroup, belongs, reason: reason.trim(), assessedBy: staffIdOf(tx.actor), assessedAt: tx.now, replacedAt: null,
  });
  await tx.save(assessment);
  await recomputeDeadlines(tx, [youthId]);
  const detail = { targetGroup, belongs };
  tx.audit('target_group.assessed', { type: 'target_group_assessment', id: assessment.id, youthIds: [youthId], ground, detail });
  return assessment.id;
}

/** The assessments that count for a youth whose case the actor may see. */
export async function listAssessments(tx: Tx, youthId: string): Promise<AssessmentLine[]> {
  const { ground } = await openYouth(tx, youthId);
  tx.audit('target_groups.read', { type: 'youth', id: youthId, youthIds: [youthId], ground });
  return readAssessments(tx, youthId, null);
}

/** One assessment as the list shows it; the caller has checked access. */
export async function readAssessment(tx: Tx, youthId: string, id: string): Promise<AssessmentLine> {
  const [assessment] = await readAssessments(tx, youthId, id);
  if (assessment === undefined) throw notFound();
  return assessment;
}

async function readAssessments(tx: Tx, youthId: string, id: string | null): Promise<AssessmentLine[]> {
  const rows = await tx.query<Omit<AssessmentLine, 'label'>>(LIST, [youthId, id], 'target-group-list');
  return rows.map((row) => ({ ...row, label: TARGET_GROUPS[row.targetGroup] }));
}
