import type { Tx } from '../../platform/database/tx.js';
import { DomainError, rule } from '../../platform/errors/domain-error.js';
import { formatDateDanish } from '../../platform/clock/danish-format.js';
import type { Referral } from '../../referrals/referral.entity.js';
import type { TypeVersion } from '../../referrals/types/referral-types.queries.js';
import type { DayDocket } from '../occupancy/day-docket.js';
import { type Attendances, attendanceOn } from '../proposals/attendance-on.js';
import type { Comer, Hindered } from '../proposals/who-must-come.js';
import type { BookingParticipant } from './booking-participant.entity.js';

/**
 * Who comes to an item: as the proposal has it; those whom the caller names, who then answers for seats left empty; or those who
 * come already (on another day the panel of that day takes the place of the old one's).
 */
export type People =
  | { readonly as: 'proposed' }
  | { readonly as: 'named'; readonly staffIds: readonly string[] }
  | { readonly as: 'kept' };

/**
 * The people of an item on a day, with the chair and the minute taker.
 * @param before those who come to the item now
 * @throws DomainError rule `unknown_participant`; conflict `participant_busy` naming who cannot that day
 */
export async function peopleOn(
  tx: Tx, referral: Referral, type: TypeVersion, docket: DayDocket, people: People, before: readonly BookingParticipant[],
): Promise<Comer[]> {
  const named = namedBy(people, before);
  const found = await attendanceOn(tx, referral, type, [docket], named);
  if (people.as === 'named' && found.unknown.length > 0) throw unknownParticipant(people.staffIds, found.unknown);
  const attendance = found.days[0]?.attendance ?? { comers: [], hindered: [], vacant: [] };
  const missed = attendance.hindered.filter((each) => people.as !== 'named' || people.staffIds.includes(each.staffId));
  if (missed.length > 0) throw awayError(missed, found, docket);
  const comers = attendance.comers.map((comer) => asBefore(comer, before));
  return [...comers, ...leadersOf(docket, comers)];
}

function namedBy(people: People, before: readonly BookingParticipant[]): readonly string[] | null {
  if (people.as === 'proposed') return null;
  if (people.as === 'named') return people.staffIds;
  return before.filter((each) => !each.standing).map((each) => each.staffId);
}

/** A substitute stays one, with the power that was passed on. */
function asBefore(comer: Comer, before: readonly BookingParticipant[]): Comer {
  const row = before.find((each) => each.staffId === comer.staffId && !each.standing);
  if (row === undefined || row.substituteFor === null) return comer;
  const { role, area, mandatory, decisionPower, substituteFor } = row;
  return { ...comer, role, area, mandatory, decisionPower, substituteFor };
}

/** The chair and the minute taker lead every item of the day that they sit on. */
function leadersOf({ chairId, minuteTakerId, standing }: DayDocket, comers: readonly Comer[]): Comer[] {
  const leaders = [{ staffId: chairId, role: 'chair' as const }, { staffId: minuteTakerId, role: 'minute_taker' as const }];
  return leaders
    .filter(({ staffId }, i) => standing.includes(staffId) && !comers.some((comer) => comer.staffId === staffId) && (i === 0 || staffId !== chairId))
    .map((leader) => ({ ...leader, area: null, mandatory: true, standing: true, decisionPower: false, substituteFor: null }));
}

function unknownParticipant(asked: readonly string[], unknown: readonly string[]): DomainError {
  const errors = unknown.map((id) => ({
    field: `participantIds.${asked.indexOf(id)}`, code: 'unknown_staff', message: 'Vælg en medarbejder, der er ansat.',
  }));
  return rule('unknown_participant', 'Nogle af deltagerne findes ikke. Ret dem, og gem igen.', errors);
}

function awayError(missed: readonly Hindered[], { names }: Attendances, { date }: DayDocket): DomainError {
  const busy = missed.map(({ staffId }) => ({ kind: 'staff', id: staffId, name: names.get(staffId) ?? null, from: date, to: date }));
  const errors = busy.map(({ name }) => ({
    field: 'participantIds', code: 'away', message: `${name ?? 'En deltager'} kan ikke ${formatDateDanish(date)}.`,
  }));
  const title = 'En, der skal med, kan ikke den dag. Vælg en anden dag, eller sæt en stedfortræder ind.';
  return new DomainError('conflict', 'participant_busy', title, errors, { busy });
}

/** Those whom a request names; an empty or missing list leaves it to `otherwise`. */
export function peopleAsked(staffIds: readonly string[], otherwise: 'proposed' | 'kept'): People {
  return staffIds.length === 0 ? { as: otherwise } : { as: 'named', staffIds };
}
