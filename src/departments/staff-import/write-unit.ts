import { addDays } from '../../platform/clock/calendar-date.js';
import { newId } from '../../platform/database/ids.js';
import type { Tx } from '../../platform/database/tx.js';
import { Department } from '../units/department.entity.js';
import type { StaffLine } from './staff-line.js';

export type Change = 'created' | 'updated' | 'unchanged' | 'ended';

/** The open unit with the code, or null. */
function openUnit(tx: Tx, code: string): Promise<Department | null> {
  return tx.manager.createQueryBuilder(Department, 'd')
    .where('d.code = :code AND d.valid_from <= :today AND (d.valid_to IS NULL OR d.valid_to >= :today)', { code, today: tx.today }).getOne();
}

/** Creates the unit or brings it up to the line; empty cells change nothing. Null when it is new and lacks name or type. */
export async function writeUnit(tx: Tx, { unit }: StaffLine): Promise<{ department: Department; change: Change } | null> {
  const known = await openUnit(tx, unit.code);
  if (known === null && (unit.name === '' || unit.kind === '')) return null;
  const parent = unit.parent === '' ? null : await openUnit(tx, unit.parent);
  const department = known ?? Object.assign(new Department(), { id: newId(), code: unit.code, validFrom: tx.today });
  const before = JSON.stringify(department);
  Object.assign(department, {
    name: unit.name || department.name, kind: unit.kind || department.kind, parentId: parent?.id ?? department.parentId,
    callName: unit.callName || department.callName, callPhone: unit.callPhone || department.callPhone,
  });
  const same = before === JSON.stringify(department);
  if (!same) await tx.save(department);
  return { department, change: known === null ? 'created' : same ? 'unchanged' : 'updated' };
}

/** The unit's last day was yesterday; its people and youths keep pointing at it. */
export async function endUnit(tx: Tx, department: Department): Promise<Change> {
  department.validTo = addDays(tx.today, -1) < department.validFrom ? department.validFrom : addDays(tx.today, -1);
  await tx.save(department);
  return 'ended';
}
