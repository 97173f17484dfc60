/** SQL: the ids of all dated rows of one unit. A reform gives it a new row under the same code, and what it had goes on. */
export function sameUnit(departmentId: string): string {
  return `SELECT unit.id FROM department unit JOIN department own ON own.code = unit.code WHERE own.id = ${departmentId}`;
}
