import type { DepartmentLine } from '../../../departments/units/departments.queries.js';
import type { StaffLine } from '../../../departments/staff/staff.queries.js';
import type { StaffImportResult } from '../../../departments/staff-import/staff-import.service.js';
import { areaName, roleName } from '../../words/codes.js';

export interface UnitView {
  readonly id: string;
  readonly name: string;
  readonly facts: string;
  readonly staff: readonly { readonly id: string; readonly name: string; readonly what: string; readonly email: string }[];
}

/** Units with their staff, both in Danish alphabetical order. */
export function unitsView(units: readonly DepartmentLine[], staff: readonly StaffLine[]): UnitView[] {
  return units.map((unit) => ({
    id: unit.id, name: unit.name, facts: [areaName(unit.area), unit.callName, unit.callPhone].filter((part) => part !== null).join(' · '),
    staff: staff.filter(({ departmentId }) => departmentId === unit.id).map(({ id, name, title, roles, email }) => ({
      id, name, email, what: [title, ...roles.map(roleName)].filter((part) => part !== null).join(', '),
    })),
  }));
}

export interface StaffImportView {
  readonly counts: readonly string[];
  readonly rejected: StaffImportResult['rejected'];
}

/** What a file of units and staff has done. */
export function staffImportView({ departments, staff, rejected }: StaffImportResult): StaffImportView {
  const said = (what: string, counts: StaffImportResult['staff']): string =>
    `${what}: ${counts.created} nye, ${counts.updated} ændret, ${counts.ended} afsluttet, ${counts.unchanged} som før`;
  return { counts: [said('Enheder', departments), said('Medarbejdere', staff)], rejected };
}
