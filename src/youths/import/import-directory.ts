import type { CalendarDate } from '../../platform/clock/calendar-date.js';

/** What the lines of an import are checked against: the open departments and active staff, and the day. */
export interface ImportDirectory {
  readonly today: CalendarDate;
  /** Department id by lower-case code or name; null where two open departments share the name. */
  readonly departments: ReadonlyMap<string, string | null>;
  /** Staff id by lower-case e-mail. */
  readonly staff: ReadonlyMap<string, string>;
  /** The units whose youths the importer may bring in; null: all. */
  readonly importable: ReadonlySet<string> | null;
}

/** Departments by code and by name. A code wins over a name; a name that two departments share is null. */
export function departmentsByCodeAndName(
  departments: readonly { id: string; code: string; name: string }[],
): Map<string, string | null> {
  const found = new Map<string, string | null>();
  for (const { id, name } of departments) found.set(key(name), found.has(key(name)) ? null : id);
  for (const { id, code } of departments) found.set(key(code), id);
  return found;
}

/** The form in which codes, names and e-mails are compared. */
export function key(text: string): string {
  return text.normalize('NFC').trim().toLowerCase();
}
