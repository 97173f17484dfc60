import type { Role } from '../../platform/database/actor.js';
import type { UnitCode } from './units.data.js';

export interface DemoPerson {
  readonly name: string;
  readonly unit: UnitCode;
  readonly title: string;
  readonly roles: readonly Role[];
  /** The user name of a person whom a visitor may be. */
  readonly account?: string;
}

/** Everybody who works with the youths, by first name. All are invented. */
export const STAFF = {
  freja: { name: 'Freja Holmgaard', unit: 'ungeenhed', title: 'Socialrådgiver', roles: ['caseworker'], account: 'sagsbehandler' },
  tage: { name: 'Tage Lindekilde', unit: 'ungeenhed', title: 'Teamleder', roles: ['team_leader'], account: 'teamleder' },
  gitte: { name: 'Gitte Thornfeldt', unit: 'ungeenhed', title: 'Socialrådgiver', roles: ['caseworker'] },
  asger: { name: 'Asger Brohus', unit: 'ungeenhed', title: 'Socialrådgiver', roles: ['caseworker'] },
  maja: { name: 'Maja Sønderkær', unit: 'ungeenhed', title: 'Kontaktperson', roles: ['caseworker'] },
  bo: { name: 'Bo Kjelding', unit: 'handicap', title: 'Socialrådgiver', roles: ['caseworker'] },
  dicte: { name: 'Dicte Ravnsborg', unit: 'handicap', title: 'Socialrådgiver', roles: ['caseworker'] },
  birgit: { name: 'Birgit Elmholt', unit: 'handicap', title: 'Teamleder', roles: ['team_leader'] },
  ulla: { name: 'Ulla Engdal', unit: 'uu', title: 'Uddannelsesvejleder', roles: ['caseworker'], account: 'uu' },
  mads: { name: 'Mads Ellekjær', unit: 'uu', title: 'Uddannelsesvejleder', roles: ['caseworker'] },
  vibeke: { name: 'Vibeke Tangaa', unit: 'uu', title: 'Teamleder', roles: ['team_leader'] },
  solvej: { name: 'Solvej Marstrand', unit: 'social', title: 'Socialrådgiver', roles: ['caseworker'], account: 'social' },
  inger: { name: 'Inger Rosvang', unit: 'social', title: 'Socialrådgiver', roles: ['caseworker'] },
  sonja: { name: 'Sonja Vinterberg', unit: 'social', title: 'Teamleder', roles: ['team_leader'] },
  jonas: { name: 'Jonas Bakketoft', unit: 'jobcenter', title: 'Virksomhedskonsulent', roles: ['caseworker'], account: 'jobcenter' },
  pia: { name: 'Pia Rosenvang', unit: 'ppr', title: 'Psykolog', roles: ['caseworker'] },
  lone: { name: 'Lone Bavnhøj', unit: 'sundhed', title: 'Sundhedsplejerske', roles: ['caseworker'] },
  kurt: { name: 'Kurt Lindvang', unit: 'engskolen', title: 'Afdelingsleder', roles: ['caseworker'] },
  henrik: { name: 'Henrik Aabling', unit: 'sekretariat', title: 'Mødeleder', roles: ['chair'], account: 'moedeleder' },
  karla: { name: 'Karla Ødum', unit: 'sekretariat', title: 'K-mødesekretær', roles: ['meeting_secretary'], account: 'sekretaer' },
  anker: { name: 'Anker Systoft', unit: 'sekretariat', title: 'Systemansvarlig', roles: ['admin'], account: 'admin' },
  regitze: { name: 'Regitze Lodahl', unit: 'sekretariat', title: 'Databeskyttelsesrådgiver', roles: ['auditor'], account: 'logkontrol' },
} as const satisfies Record<string, DemoPerson>;

export type StaffName = keyof typeof STAFF;

export const STAFF_NAMES = Object.keys(STAFF) as StaffName[];

/** The password of every demo account. */
export const DEMO_PASSWORD = 'demo';

/** A person's address; `.example` is nobody's. */
export function emailOf(name: StaffName): string {
  return `${name}@noerreborg.example`;
}
