import type { Role } from '../../platform/database/actor.js';
import type { TableLine } from '../../platform/csv/read-table.js';

export const STAFF_COLUMNS = [
  'enhed', 'enhedsnavn', 'enhedstype', 'overenhed', 'ringenavn', 'ringetelefon', 'navn', 'email', 'telefon', 'titel', 'roller', 'aktiv',
] as const;
export type StaffColumn = (typeof STAFF_COLUMNS)[number];

const ROLE_WORDS: Readonly<Record<string, Role>> = {
  sagsbehandler: 'caseworker', teamleder: 'team_leader', sekretær: 'meeting_secretary', mødeleder: 'chair', administrator: 'admin', logkontrol: 'auditor',
};

export interface StaffProblem {
  readonly line: number;
  readonly column: StaffColumn;
  readonly code: 'required' | 'unknown_kind' | 'unknown_unit' | 'bad_email' | 'unknown_role' | 'bad_yes_no' | 'repeated';
  readonly message: string;
}

/** A line that can be acted on: a unit, and the person on it if an e-mail stands there. */
export interface StaffLine {
  readonly line: number;
  readonly unit: {
    readonly code: string; readonly name: string; readonly kind: string; readonly parent: string; readonly callName: string; readonly callPhone: string;
  };
  readonly person: { readonly name: string; readonly email: string; readonly phone: string; readonly title: string; readonly roles: readonly Role[] } | null;
  readonly active: boolean;
}

const MESSAGES: Readonly<Record<StaffProblem['code'], string>> = {
  required: 'Feltet skal udfyldes.',
  unknown_kind: 'Enhedstypen kendes ikke. Brug en kode fra listen over enhedstyper.',
  unknown_unit: 'Vi kender ingen åben enhed med den kode. Skriv også navn og type, så opretter vi den.',
  bad_email: 'Skriv en gyldig e-mailadresse.',
  unknown_role: 'Brug sagsbehandler, teamleder, sekretær, mødeleder, administrator eller logkontrol, adskilt af komma.',
  bad_yes_no: 'Skriv ja eller nej.',
  repeated: 'Personen står på en tidligere linje. Skriv hver person én gang.',
};

/** A problem with its Danish words, for a line numbered as in the file. */
export function staffProblem(line: number, column: StaffColumn, code: StaffProblem['code']): StaffProblem {
  return { line, column, code, message: MESSAGES[code] };
}

/** Checks one line by itself; the problems name line and column and never repeat the value. */
export function checkStaffLine({ line, cells }: TableLine, kinds: ReadonlySet<string>): { value: StaffLine; problems: StaffProblem[] } {
  const cell = (column: StaffColumn): string => cells[column] ?? '';
  const words = cell('roller').toLowerCase().split(/[,\s]+/).filter((word) => word !== '');
  const roles = words.map((word) => ROLE_WORDS[word]);
  const email = cell('email').toLowerCase();
  const problems = [
    ...(cell('enhed') === '' ? [staffProblem(line, 'enhed', 'required')] : []),
    ...(cell('enhedstype') !== '' && !kinds.has(cell('enhedstype')) ? [staffProblem(line, 'enhedstype', 'unknown_kind')] : []),
    ...(email !== '' && !/^[^\s@]+@[^\s@]+$/.test(email) ? [staffProblem(line, 'email', 'bad_email')] : []),
    ...(email !== '' && cell('navn') === '' ? [staffProblem(line, 'navn', 'required')] : []),
    ...(roles.includes(undefined) ? [staffProblem(line, 'roller', 'unknown_role')] : []),
    ...(!['', 'ja', 'nej'].includes(cell('aktiv').toLowerCase()) ? [staffProblem(line, 'aktiv', 'bad_yes_no')] : []),
  ];
  const unit = {
    code: cell('enhed'), name: cell('enhedsnavn'), kind: cell('enhedstype'), parent: cell('overenhed'), callName: cell('ringenavn'), callPhone: cell('ringetelefon'),
  };
  const person = email === '' ? null : { name: cell('navn'), email, phone: cell('telefon'), title: cell('titel'), roles: roles.filter((role) => role !== undefined) };
  return { value: { line, unit, person, active: cell('aktiv').toLowerCase() !== 'nej' }, problems };
}
