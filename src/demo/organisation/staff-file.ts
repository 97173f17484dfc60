import type { Role } from '../../platform/database/actor.js';
import { type DemoPerson, emailOf, STAFF, STAFF_NAMES, type StaffName } from './staff.data.js';
import { type DemoUnit, UNITS, type UnitCode } from './units.data.js';

const COLUMNS = [
  'enhed', 'enhedsnavn', 'enhedstype', 'overenhed', 'ringenavn', 'ringetelefon', 'navn', 'email', 'titel', 'roller', 'aktiv',
] as const;
type Row = Partial<Record<(typeof COLUMNS)[number], string>>;

const ROLE_WORDS: Readonly<Record<Role, string>> = {
  caseworker: 'sagsbehandler', team_leader: 'teamleder', meeting_secretary: 'sekretær', chair: 'mødeleder', admin: 'administrator',
  auditor: 'logkontrol',
};

/** The units and everybody in them, as the municipality's staff system would send them. */
export function staffFile(): Buffer {
  return fileOf([...(Object.keys(UNITS) as UnitCode[]).map(unitRow), ...STAFF_NAMES.map((name) => personRow(name))]);
}

/** The line that tells that somebody has left. */
export function leaverFile(name: StaffName): Buffer {
  return fileOf([{ ...personRow(name), aktiv: 'nej' }]);
}

function unitRow(code: UnitCode): Row {
  const { name, kind, parent = '', call: [callName, callPhone] }: DemoUnit = UNITS[code];
  return { enhed: code, enhedsnavn: name, enhedstype: kind, overenhed: parent, ringenavn: callName, ringetelefon: callPhone };
}

function personRow(key: StaffName): Row {
  const { unit, name, title, roles }: DemoPerson = STAFF[key];
  return { enhed: unit, navn: name, email: emailOf(key), titel: title, roller: roles.map((role) => ROLE_WORDS[role]).join(' ') };
}

function fileOf(rows: readonly Row[]): Buffer {
  const lines = rows.map((row) => COLUMNS.map((column) => row[column] ?? '').join(';'));
  return Buffer.from([COLUMNS.join(';'), ...lines].join('\n'), 'utf8');
}
