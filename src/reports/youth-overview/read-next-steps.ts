import type { Tx } from '../../platform/database/tx.js';
import { OPEN_REFERRAL_STATES } from '../../referrals/referral-states.js';
import { visibleYouthSql } from '../../youths/access/visible-youths.js';
import { type NextStep, nextStepOf, type StepFacts } from './next-step.js';

/** The next step of each youth whose case the actor may see; one statement however many there are. */
export async function readNextSteps(tx: Tx, youthIds: readonly string[]): Promise<ReadonlyMap<string, NextStep>> {
  const params: unknown[] = [youthIds, OPEN_REFERRAL_STATES, tx.actor.staffId];
  const visible = visibleYouthSql(tx, 'y.id', params);
  const rows = await tx.query<StepFacts & { youthId: string }>(
    `SELECT y.id AS "youthId", y.status = 'not_planned' AS "notPlanned",
       coalesce((SELECT json_agg(json_build_object('id', r.id, 'state', r.state) ORDER BY r.created_at) FROM referral r
         WHERE r.youth_id = y.id AND r.state = ANY ($2) AND (r.state <> 'draft' OR r.author_id = $3)), '[]') AS referrals,
       coalesce((SELECT json_agg(json_build_object('id', b.id, 'state', b.state) ORDER BY b.starts_at) FROM booking b
         WHERE b.youth_id = y.id AND b.state IN ('booked', 'held')), '[]') AS items
     FROM youth y WHERE y.id = ANY ($1) AND ${visible}`,
    params,
  );
  return new Map(rows.flatMap(({ youthId, ...facts }) => {
    const step = nextStepOf(facts);
    return step === null ? [] : [[youthId, step] as const];
  }));
}
