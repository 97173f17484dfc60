import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { Tx } from '../../platform/database/tx.js';
import { rule } from '../../platform/errors/domain-error.js';
import { type Colleague, type DaySeat, maySit, type SeatCode, seatsOf, type SeatWish } from './day-seats.js';
import type { DayLine } from './read-days.js';
import { cannotCome } from './who-can-come.js';

/** Somebody who may take a place; `free` is false for who is taken elsewhere or away on the day. */
export interface SeatCandidate {
  readonly id: string;
  readonly name: string;
  readonly free: boolean;
}

/** A place with the colleagues who may take it, its holder left out. */
export interface OfferedSeat extends DaySeat {
  readonly holderFree: boolean;
  readonly candidates: readonly SeatCandidate[];
}

type Manned = Pick<DayLine, 'id' | 'date' | 'startsAt' | 'endsAt' | 'chair' | 'minuteTaker' | 'panel'>;

const COLLEAGUES = `
  SELECT person.id, person.name, kind.area, ARRAY(SELECT held.role FROM staff_role held WHERE held.staff_id = person.id
    AND held.valid_from <= $1 AND coalesce(held.valid_to, 'infinity') >= $1 ORDER BY held.role) AS roles
  FROM staff_member person
  JOIN department unit ON unit.id = person.department_id
  JOIN department_kind kind ON kind.code = unit.kind
  WHERE person.deactivated_at IS NULL ORDER BY person.name COLLATE "da-x-icu", person.id`;

/** The places of a day with those who may take each, in Danish alphabetical order. A plain read: who is free is asked again on saving. */
export async function offeredSeats(tx: Tx, day: Manned): Promise<OfferedSeat[]> {
  const colleagues = await colleaguesOn(tx, day.date);
  const seats = seatsOf(day).map((seat) => ({ ...seat, may: colleagues.filter((each) => maySit(each, seat)) }));
  const asked = new Set(seats.flatMap(({ holder, may }) => [holder.id, ...may.map(({ id }) => id)]));
  const cannot = await cannotCome(tx, [...asked].map((resourceId) => ({ day, resourceId })));
  const free = (id: string): boolean => !cannot(day.id, id);
  return seats.map(({ may, ...seat }) => ({
    ...seat, holderFree: free(seat.holder.id),
    candidates: may.filter(({ id }) => id !== seat.holder.id || !seat.seated).map(({ id, name }) => ({ id, name, free: free(id) })),
  }));
}

/** Throws rule `not_for_seat`, naming each place, where somebody is wished who may not take it. */
export async function assertMaySit(tx: Tx, day: Manned, wishes: readonly SeatWish[]): Promise<void> {
  const [colleagues, seats] = [await colleaguesOn(tx, day.date), seatsOf(day)];
  const may = (code: SeatCode, staffId: string): boolean => {
    const [seat, colleague] = [seats.find((each) => each.code === code), colleagues.find(({ id }) => id === staffId)];
    return seat !== undefined && colleague !== undefined && maySit(colleague, seat);
  };
  const errors = wishes
    .filter(({ seat, staffId }) => !may(seat, staffId))
    .map(({ seat }) => ({ field: seat, code: 'not_for_seat', message: 'Vælg en kollega fra listen.' }));
  if (errors.length > 0) throw rule('not_for_seat', 'En, du har valgt, kan ikke få pladsen. Intet er gemt.', errors);
}

function colleaguesOn(tx: Tx, date: CalendarDate): Promise<Colleague[]> {
  return tx.query<Colleague>(COLLEAGUES, [date], 'day-colleagues');
}
