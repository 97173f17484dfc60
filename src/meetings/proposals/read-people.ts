import type { Tx } from '../../platform/database/tx.js';
import type { Person } from './who-must-come.js';

/** Kinds of units by code, with the area each answers for. */
export type UnitKinds = ReadonlyMap<string, { readonly area: string; readonly label: string }>;

/**
 * The unit's caseworker known on the youth is one who has raised a referral about the youth or taken part in an item for a unit
 * that has a measure now; the panel's members are not known by having sat there.
 */
const PEOPLE = `
  WITH unit AS (
    SELECT department_id AS id FROM youth WHERE id = $1
    UNION SELECT department_id FROM measure WHERE youth_id = $1 AND starts_on <= $4 AND (ends_on IS NULL OR ends_on >= $4)
  ), acquainted (staff_id, relation, at) AS (
    SELECT staff_id, 'coordinator', from_at FROM coordination WHERE youth_id = $1 AND until_at IS NULL
    UNION ALL SELECT $2::uuid, 'author', NULL
    UNION ALL SELECT author_id, 'known', created_at FROM referral WHERE youth_id = $1 AND state IN ('accepted', 'booked', 'concluded')
    UNION ALL SELECT part.staff_id, 'known', item.starts_at FROM booking item JOIN booking_participant part ON part.booking_id = item.id
      WHERE item.youth_id = $1 AND item.state <> 'cancelled' AND NOT part.standing
    UNION ALL SELECT owner_id, 'action_owner', created_at FROM action WHERE youth_id = $1 AND state = 'open'
    UNION ALL SELECT leads.staff_id, 'leader', NULL FROM staff_role leads WHERE leads.role = 'team_leader'
      AND leads.valid_from <= $4 AND coalesce(leads.valid_to, 'infinity') >= $4
    UNION ALL SELECT id, 'named', NULL FROM unnest($3::uuid[]) AS id
  )
  SELECT person.id AS "staffId", person.name, kind.area, kind.code AS "departmentKind",
    array_agg(DISTINCT acquainted.relation) AS acquaintances,
    EXISTS (SELECT 1 FROM staff_role leads WHERE leads.staff_id = person.id AND leads.role = 'team_leader'
      AND leads.valid_from <= $4 AND coalesce(leads.valid_to, 'infinity') >= $4) AS leader
  FROM acquainted
  JOIN staff_member person ON person.id = acquainted.staff_id AND person.deactivated_at IS NULL
  JOIN department ON department.id = person.department_id
  JOIN department_kind kind ON kind.code = department.kind
  WHERE acquainted.relation NOT IN ('known', 'leader') OR department.id IN (SELECT id FROM unit)
  GROUP BY person.id, person.name, kind.area, kind.code
  ORDER BY max(acquainted.at) DESC NULLS LAST, person.id`;

/**
 * Staff who may fill the seats of an item, those met last first: the coordinating caseworker, the referral's author, those known
 * on the youth, owners of open actions, team leaders of the youth's units, and those whom the caller names.
 */
export async function readPeople(tx: Tx, referral: { readonly youthId: string | null; readonly authorId: string | null }, named: readonly string[]): Promise<Person[]> {
  return tx.query<Person>(PEOPLE, [referral.youthId, referral.authorId, named, tx.today], 'proposal-people');
}

/** The kinds of units, for seats that ask for one kind. */
export async function readUnitKinds(tx: Tx): Promise<UnitKinds> {
  const rows = await tx.query<{ code: string; area: string; label: string }>('SELECT code, area, label FROM department_kind', [], 'proposal-kinds');
  return new Map(rows.map(({ code, area, label }) => [code, { area, label }]));
}
