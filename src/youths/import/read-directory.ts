import type { Tx } from '../../platform/database/tx.js';
import { departmentsByCodeAndName, key, type ImportDirectory } from './import-directory.js';
import { importableUnits } from './importing.js';

/** The units open today and which of them are the importer's, and the active caseworkers and team leaders: only they coordinate. */
export async function readDirectory(tx: Tx): Promise<ImportDirectory> {
  const departments = await tx.query<{ id: string; code: string; name: string }>(
    'SELECT id, code, name FROM department WHERE valid_from <= $1 AND (valid_to IS NULL OR valid_to >= $1)',
    [tx.today],
    'import-departments',
  );
  const staff = await tx.query<{ id: string; email: string }>(
    `SELECT s.id, s.email FROM staff_member s
     WHERE s.deactivated_at IS NULL AND EXISTS (SELECT 1 FROM staff_role r WHERE r.staff_id = s.id
       AND r.role IN ('caseworker', 'team_leader')
       AND r.valid_from <= $1 AND (r.valid_to IS NULL OR r.valid_to >= $1))`,
    [tx.today],
    'import-staff',
  );
  return {
    today: tx.today,
    departments: departmentsByCodeAndName(departments),
    staff: new Map(staff.map(({ id, email }) => [key(email), id])),
    importable: await importableUnits(tx, tx.actor),
  };
}
