import { staffNames } from '../../departments/staff/staff.queries.js';
import type { Tx } from '../../platform/database/tx.js';
import type { Referral } from '../../referrals/referral.entity.js';
import type { ReferralTypeDefinition } from '../../referrals/types/referral-type-definition.js';
import type { DayDocket } from '../occupancy/day-docket.js';
import type { CandidateDay } from './rank-slots.js';
import { readAbsences } from './read-absences.js';
import { readPeople, readUnitKinds } from './read-people.js';
import { type Person, whoMustCome } from './who-must-come.js';

export interface Attendances {
  readonly days: readonly CandidateDay[];
  /** Names of everyone who may come, by staff id. */
  readonly names: ReadonlyMap<string, string>;
  /** Ids named by the caller that belong to nobody who works here now. */
  readonly unknown: readonly string[];
}

/**
 * Who comes to an item on each of the days: the proposal's own choice, or those whom the caller names with the panel's members
 * for the areas they leave open. Four plain reads, however many days.
 */
export async function attendanceOn(
  tx: Tx, referral: Referral, type: Pick<ReferralTypeDefinition, 'mustAttend'>, dockets: readonly DayDocket[], named: readonly string[] | null,
): Promise<Attendances> {
  const people = await readPeople(tx, referral, named ?? []);
  const asked = named === null ? people : people.filter((person) => named.includes(person.staffId));
  const kinds = await readUnitKinds(tx);
  const everyone = [...new Set([...asked.map((person) => person.staffId), ...dockets.flatMap(panelOf)])];
  const isAway = await awayOn(tx, everyone, dockets);
  const days = dockets.map((docket) => ({
    docket,
    attendance: whoMustCome({
      mustAttend: type.mustAttend, areas: referral.areas, people: asked, kinds, docket, isAway: (id) => isAway(id, docket.date),
    }),
  }));
  return { days, names: await staffNames(tx, everyone), unknown: (named ?? []).filter((id) => !known(asked, id)) };
}

function panelOf(docket: DayDocket): string[] {
  return docket.panel.flatMap((seat) => [seat.staffId, seat.deputyId, seat.standsInFor]).filter((id) => id !== null);
}

function known(people: readonly Person[], staffId: string): boolean {
  return people.some((person) => person.staffId === staffId);
}

async function awayOn(tx: Tx, staffIds: readonly string[], dockets: readonly DayDocket[]): ReturnType<typeof readAbsences> {
  const dates = dockets.map((docket) => docket.date).sort();
  const [first] = dates;
  const last = dates.at(-1);
  if (first === undefined || last === undefined) return () => false;
  return readAbsences(tx, staffIds, first, last);
}
