import { StaffMember, StaffRole } from '../../src/departments/staff/staff-member.entity.js';
import { Department } from '../../src/departments/units/department.entity.js';
import { parseCalendarDate } from '../../src/platform/clock/calendar-date.js';
import type { Role } from '../../src/platform/database/actor.js';
import { newId } from '../../src/platform/database/ids.js';
import type { Tx } from '../../src/platform/database/tx.js';
import { signIn, type TestApp } from './app.js';

const FOUNDED = parseCalendarDate('2020-01-01');

/** Units by a short name: code, Danish name and kind. */
const UNITS = {
  ungeenhed: ['ungeenhed', 'Ungeenheden', 'family_youth'],
  handicap: ['handicap', 'Handicapteamet', 'family_disability'],
  social: ['social', 'Socialafdelingen', 'social'],
  jobcenter: ['jobcenter', 'Beskæftigelse', 'employment'],
  uu: ['uu', 'Uddannelsesvejledningen', 'education_guidance'],
  ppr: ['ppr', 'PPR', 'ppr'],
  sekretariat: ['sekretariat', 'K-mødesekretariatet', 'secretariat'],
} as const satisfies Record<string, readonly [string, string, string]>;

export type UnitName = keyof typeof UNITS;

/** Staff by first name: full name, unit and roles. */
const STAFF = {
  freja: ['Freja Holmgaard', 'ungeenhed', ['caseworker']],
  tage: ['Tage Lindekilde', 'ungeenhed', ['team_leader']],
  gitte: ['Gitte Thornfeldt', 'ungeenhed', ['caseworker']],
  bo: ['Bo Kjelding', 'handicap', ['caseworker']],
  ulla: ['Ulla Engdal', 'uu', ['caseworker']],
  solvej: ['Solvej Marstrand', 'social', ['caseworker']],
  sonja: ['Sonja Vinterberg', 'social', ['team_leader']],
  jonas: ['Jonas Bakketoft', 'jobcenter', ['caseworker']],
  pia: ['Pia Rosenvang', 'ppr', ['caseworker']],
  henrik: ['Henrik Aabling', 'sekretariat', ['chair']],
  karla: ['Karla Ødum', 'sekretariat', ['meeting_secretary']],
  anker: ['Anker Systoft', 'sekretariat', ['admin']],
  regitze: ['Regitze Lodahl', 'sekretariat', ['auditor']],
} as const satisfies Record<string, readonly [string, UnitName, readonly Role[]]>;

export type StaffName = keyof typeof STAFF;

export interface Organisation {
  readonly unit: Readonly<Record<UnitName, string>>;
  readonly staff: Readonly<Record<StaffName, string>>;
  /** The e-mail of a person, as the youth import names coordinating caseworkers. */
  email(name: StaffName): string;
  /** A token of a session of the person; one session per person and test file. */
  token(name: StaffName): Promise<string>;
  /** The person has left as of now. */
  leave(name: StaffName): Promise<void>;
  /** The person works here again. */
  comeBack(name: StaffName): Promise<void>;
}

/** A small municipality: six units, a secretariat and thirteen people, the same in every test. */
export async function organisation(app: TestApp): Promise<Organisation> {
  const unit = await app.inTx(writeUnits);
  const staff = await app.inTx((tx) => writeStaff(tx, unit));
  const end = (name: StaffName, at: Date | null): Promise<void> =>
    app.inTx(async (tx) => void (await tx.execute('UPDATE staff_member SET deactivated_at = $2 WHERE id = $1', [staff[name], at])));
  const tokens = new Map<StaffName, Promise<string>>();
  return {
    unit, staff,
    email: emailOf,
    token: (name) => {
      const token = tokens.get(name) ?? signIn(app, staff[name]);
      tokens.set(name, token);
      return token;
    },
    leave: (name) => end(name, new Date()),
    comeBack: (name) => end(name, null),
  };
}

async function writeUnits(tx: Tx): Promise<Record<UnitName, string>> {
  const ids = {} as Record<UnitName, string>;
  for (const [key, [code, name, kind]] of Object.entries(UNITS) as Array<[UnitName, (typeof UNITS)[UnitName]]>) {
    ids[key] = newId();
    await tx.save(Object.assign(new Department(), { id: ids[key], code, name, kind, callName: 'Vagten', callPhone: '87 00 00 00', validFrom: FOUNDED }));
  }
  return ids;
}

async function writeStaff(tx: Tx, unit: Record<UnitName, string>): Promise<Record<StaffName, string>> {
  const ids = {} as Record<StaffName, string>;
  for (const [key, [name, home, roles]] of Object.entries(STAFF) as Array<[StaffName, (typeof STAFF)[StaffName]]>) {
    ids[key] = newId();
    await tx.save(Object.assign(new StaffMember(), { id: ids[key], name, email: emailOf(key), departmentId: unit[home], createdAt: tx.now }));
    for (const role of roles) await tx.save(Object.assign(new StaffRole(), { id: newId(), staffId: ids[key], role, validFrom: FOUNDED }));
  }
  return ids;
}

function emailOf(name: StaffName): string {
  return `${name}@noerreborg.example`;
}
