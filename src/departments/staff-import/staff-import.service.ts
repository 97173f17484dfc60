import { Injectable } from '@nestjs/common';
import { readTable, type TableLine } from '../../platform/csv/read-table.js';
import type { Tx } from '../../platform/database/tx.js';
import { invalid } from '../../platform/errors/domain-error.js';
import { staffLeft } from '../staff/staff-events.js';
import { DepartmentKind } from '../units/department.entity.js';
import { checkStaffLine, STAFF_COLUMNS, type StaffLine, staffProblem, type StaffProblem } from './staff-line.js';
import { writePerson } from './write-person.js';
import { type Change, endUnit, writeUnit } from './write-unit.js';

export type Counts = Record<Change, number>;

export interface StaffImportResult {
  readonly departments: Counts;
  readonly staff: Counts;
  readonly rejected: readonly StaffProblem[];
}

/** Brings units and staff in from one CSV file, one line a person; `aktiv` = nej ends a person, or a unit when no e-mail stands there. */
@Injectable()
export class StaffImportService {
  /**
   * Good lines land, bad ones are named. The same file again changes nothing; who is not in the file stays.
   * @throws DomainError invalid when the file as a whole cannot be read
   */
  async import(tx: Tx, bytes: Uint8Array): Promise<StaffImportResult> {
    const kinds = new Set((await tx.manager.find(DepartmentKind)).map((kind) => kind.code));
    const result = { departments: noChanges(), staff: noChanges(), rejected: [] as StaffProblem[] };
    const seen = new Set<string>();
    for (const line of linesOf(bytes)) {
      const { value, problems } = checkStaffLine(line, kinds);
      const repeated = value.person !== null && seen.has(value.person.email);
      const found = repeated ? [...problems, staffProblem(value.line, 'email', 'repeated')] : problems;
      if (value.person !== null) seen.add(value.person.email);
      if (found.length > 0) result.rejected.push(...found);
      else await this.land(tx, value, result);
    }
    tx.audit('staff.imported', { type: 'staff_import', id: null, detail: { ...result.staff, rejected: result.rejected.length } });
    return result;
  }

  private async land(tx: Tx, line: StaffLine, result: { departments: Counts; staff: Counts; rejected: StaffProblem[] }): Promise<void> {
    const written = await writeUnit(tx, line);
    if (written === null) {
      result.rejected.push(staffProblem(line.line, 'enhed', 'unknown_unit'));
      return;
    }
    result.departments[written.change] += 1;
    if (line.person === null) {
      if (!line.active) result.departments[await endUnit(tx, written.department)] += 1;
      return;
    }
    const { staffId, change } = await writePerson(tx, line.person, written.department.id, line.active);
    result.staff[change] += 1;
    if (change === 'ended') tx.enqueue(staffLeft, { staffId });
  }
}

function linesOf(bytes: Uint8Array): readonly TableLine[] {
  const table = readTable(bytes);
  if (!table.ok) throw invalid([{ field: 'file', code: 'unreadable', message: table.message }]);
  const unknown = table.columns.filter((column) => !(STAFF_COLUMNS as readonly string[]).includes(column));
  const missing = ['enhed', 'navn', 'email'].filter((column) => !table.columns.includes(column));
  if (unknown.length + missing.length === 0) return table.lines;
  throw invalid([
    ...missing.map((column) => ({ field: column, code: 'missing_column', message: 'Kolonnen mangler.' })),
    ...unknown.map((column) => ({ field: column, code: 'unknown_column', message: 'Kolonnen kendes ikke.' })),
  ], 'Filen kan ikke læses. Ret kolonnenavnene, og send den igen.');
}

function noChanges(): Counts {
  return { created: 0, updated: 0, unchanged: 0, ended: 0 };
}
