import type { Tx } from '../../platform/database/tx.js';
import type { CursorKey } from '../../platform/http/paging.js';

export interface StaffLine {
  readonly id: string;
  readonly name: string;
  readonly title: string | null;
  readonly email: string;
  readonly phone: string | null;
  readonly departmentId: string;
  readonly roles: readonly string[];
  readonly active: boolean;
}

const ROLES_TODAY = `ARRAY(SELECT r.role FROM staff_role r WHERE r.staff_id = m.id
  AND r.valid_from <= $1 AND coalesce(r.valid_to, 'infinity') >= $1 ORDER BY r.role)`;

/** Staff in Danish alphabetical order, one more than asked for; those who have left are left out. */
export function readStaff(tx: Tx, departmentId: string | null, after: CursorKey | null, limit: number): Promise<StaffLine[]> {
  return tx.query<StaffLine>(
    `SELECT m.id, m.name, m.title, m.email, m.phone, m.department_id AS "departmentId", ${ROLES_TODAY} AS roles, m.deactivated_at IS NULL AS active
     FROM staff_member m
     WHERE m.deactivated_at IS NULL AND ($2::uuid IS NULL OR m.department_id = $2)
       AND ($3::uuid IS NULL OR (m.name COLLATE "da-x-icu", m.id) > ((SELECT name FROM staff_member WHERE id = $3) COLLATE "da-x-icu", $3::uuid))
     ORDER BY m.name COLLATE "da-x-icu", m.id LIMIT $4`,
    [tx.today, departmentId, after?.[0] ?? null, limit + 1],
    'staff-list',
  );
}

/** Who holds one of the roles today, with their names in Danish alphabetical order. */
export function namesWithRole(tx: Tx, roles: readonly string[]): Promise<{ id: string; name: string }[]> {
  return tx.query(
    `SELECT m.id, m.name FROM staff_member m WHERE m.deactivated_at IS NULL AND EXISTS (SELECT 1 FROM staff_role r
       WHERE r.staff_id = m.id AND r.role = ANY($1) AND r.valid_from <= $2 AND coalesce(r.valid_to, 'infinity') >= $2)
     ORDER BY m.name COLLATE "da-x-icu", m.id`,
    [roles, tx.today],
    'staff-names-with-role',
  );
}

/** Names of staff by id, for answers that show who did what; also those who have left. */
export async function staffNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; name: string }>('SELECT id, name FROM staff_member WHERE id = ANY($1)', [[...new Set(ids)]], 'staff-names');
  return new Map(rows.map((row) => [row.id, row.name]));
}
