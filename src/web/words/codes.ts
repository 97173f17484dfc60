import type { Role } from '../../platform/database/actor.js';
import type { BookingState } from '../../meetings/bookings/booking-states.js';
import type { DayState } from '../../meetings/days/day-state.js';
import type { YouthStatus } from '../../youths/youth-status.js';

/** What the screens call each code. A code without a word of its own is not shown (null) or shown as it is (areas). */
const AREAS: Readonly<Record<string, string>> = {
  family: 'Familie', social: 'Social', employment: 'Beskæftigelse', education: 'Uddannelse', ppr: 'PPR', health: 'Sundhed', school: 'Skole', secretariat: 'Sekretariat',
};

const DAY_STATES: Readonly<Record<DayState, string | null>> = { planned: null, closed: 'Dagsordenen er lukket', held: 'Afholdt', cancelled: 'Aflyst' };

const ITEM_STATES: Readonly<Record<BookingState, string | null>> = {
  booked: null, cancelled: 'Aflyst', held: 'Afholdt, mangler afslutning', concluded: 'Afsluttet',
};

export const YOUTH_STATUS_LABELS: Readonly<Record<YouthStatus, string>> = {
  not_planned: 'Intet planlagt',
  referred: 'Anmodning på vej',
  planned: 'K-møde planlagt',
  met: 'Har haft K-møde',
  directly_coordinated: 'Koordineres uden møde',
  ended: 'Afsluttet',
};

const ROLES: Readonly<Record<Role, string>> = {
  caseworker: 'Sagsbehandler', team_leader: 'Teamleder', meeting_secretary: 'K-mødesekretær', chair: 'Mødeleder', admin: 'Administrator', auditor: 'Logkontrol',
};

/** What a role is called; the code itself for one that is not ours. */
export function roleName(role: string): string {
  return Object.hasOwn(ROLES, role) ? ROLES[role as Role] : role;
}

/** An area of the municipality: 'Beskæftigelse'. */
export function areaName(code: string): string {
  return AREAS[code] ?? code;
}

/** What to say of a meeting day; null for one that is simply ahead. */
export function dayStateLabel(state: DayState): string | null {
  return DAY_STATES[state];
}

/** What to say of an item; null for one that is simply booked. */
export function itemStateLabel(state: BookingState): string | null {
  return ITEM_STATES[state];
}
