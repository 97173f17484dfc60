import type { Tx } from '../../platform/database/tx.js';
import type { YouthFacts } from '../rules/youth-facts.js';

const FACTS = `
  SELECT y.id AS "youthId", y.birth_date::text AS "birthDate", y.known_since::text AS "knownSince", d.kind AS "departmentKind",
    y.special_school AS "specialSchool", y.status = 'ended' AS ended,
    CASE WHEN y.protected THEN coalesce(y.protected_since, y.known_since)::text END AS "protectedSince",
    coalesce((SELECT json_agg(json_build_object('title', m.title, 'act', m.act, 'section', m.section, 'departmentKind', md.kind,
        'startsOn', m.starts_on, 'endsOn', m.ends_on))
      FROM measure m JOIN department md ON md.id = m.department_id WHERE m.youth_id = y.id), '[]') AS measures,
    coalesce((SELECT json_agg(json_build_object('id', s.id, 'kind', s.kind, 'occurredOn', s.occurred_on) ORDER BY s.recorded_at, s.id)
      FROM milestone s WHERE s.youth_id = y.id AND s.voided_at IS NULL), '[]') AS milestones,
    coalesce((SELECT json_agg(json_build_object('targetGroup', a.target_group, 'belongs', a.belongs))
      FROM target_group_assessment a WHERE a.youth_id = y.id AND a.replaced_at IS NULL), '[]') AS assessments
  FROM youth y JOIN department d ON d.id = y.department_id
  WHERE y.id = ANY ($1::uuid[])`;

/** Reads in one query all that the due dates of these youths depend on. */
export async function readYouthFacts(tx: Tx, youthIds: readonly string[]): Promise<YouthFacts[]> {
  return tx.query<YouthFacts>(FACTS, [youthIds], 'deadlines-youth-facts');
}
