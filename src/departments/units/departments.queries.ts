import type { Tx } from '../../platform/database/tx.js';

export interface DepartmentLine {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly area: string;
  readonly parentId: string | null;
  readonly callName: string | null;
  readonly callPhone: string | null;
}

/** The units that exist on the day of the transaction, in Danish alphabetical order. */
export function readDepartments(tx: Tx): Promise<DepartmentLine[]> {
  return tx.query<DepartmentLine>(
    `SELECT d.id, d.code, d.name, d.kind, k.area, d.parent_id AS "parentId", d.call_name AS "callName", d.call_phone AS "callPhone"
     FROM department d JOIN department_kind k ON k.code = d.kind
     WHERE d.valid_from <= $1 AND coalesce(d.valid_to, 'infinity') >= $1 ORDER BY d.name COLLATE "da-x-icu", d.id`,
    [tx.today],
    'departments-list',
  );
}
