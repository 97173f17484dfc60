import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { DayLine } from '../../meetings/days/read-days.js';
import type { DocketPerson, ItemRow } from './docket.queries.js';
import { isLate, type Readiness, readinessOf } from './readiness.js';

/** An item as the docket shows it. Whoever may not see the youth gets time, length, type and areas. */
export interface DocketItem {
  readonly id: string;
  readonly referralId: string | null;
  readonly reference: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly minutes: number;
  readonly state: ItemRow['state'];
  readonly type: string;
  readonly typeLabel: string;
  readonly areas: readonly string[];
  readonly youth: ItemRow['youth'];
  readonly anonymous: boolean;
  /** The youth's coordinating caseworker; null while there is none, and for those who may not see the youth. */
  readonly coordinator: ItemRow['coordinator'];
  readonly urgent: boolean;
  readonly late: boolean;
  readonly lateReason: string | null;
  /** Grown-ups who come besides the youth. */
  readonly adults: number;
  readonly youthComes: boolean;
  readonly people: readonly DocketPerson[];
  readonly readiness: Readiness | null;
  readonly prepared: { readonly ownWords: boolean; readonly units: number; readonly plan: boolean } | null;
}

export interface DocketDay extends Omit<DayLine, 'slots'> {
  readonly items: readonly DocketItem[];
  readonly freeSlots: readonly { id: string; startsAt: string; endsAt: string; urgent: boolean }[];
}

export interface Docket {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly series: { readonly id: string; readonly name: string } | null;
  readonly days: readonly DocketDay[];
}

/** Lays the items on their days, with readiness and marks. Pure: everything it says stands in the rows. */
export function docketDays(days: readonly DayLine[], rows: readonly ItemRow[], absentSeats: ReadonlySet<string>): DocketDay[] {
  return days.map(({ slots, ...day }) => ({
    ...day,
    items: rows.filter((row) => row.meetingDayId === day.id).map((row) => itemOf(row, day, absentSeats)),
    freeSlots: slots.filter((slot) => slot.bookingId === null).map(({ bookingId: _, ...slot }) => slot),
  }));
}

function itemOf(row: ItemRow, day: Omit<DayLine, 'slots'>, absentSeats: ReadonlySet<string>): DocketItem {
  const shown = row.visible;
  return {
    id: row.id, referralId: shown ? row.referralId : null, reference: row.reference, startsAt: row.startsAt, endsAt: row.endsAt,
    minutes: Math.round((row.endsAt.getTime() - row.startsAt.getTime()) / 60_000),
    state: row.state, type: row.type, typeLabel: row.typeLabel, areas: row.areas, youth: row.youth, anonymous: row.youthId === null, coordinator: shown ? row.coordinator : null,
    urgent: row.urgent, late: isLate(day.date, row.nearestDueOn, row.lateReason), lateReason: shown ? row.lateReason : null,
    adults: row.people.length + row.guests, youthComes: row.youthId !== null && row.reasonWithoutYouth === null,
    people: shown ? row.people : [],
    readiness: shown ? readiness(row, day, absentSeats) : null,
    prepared: shown ? { ownWords: row.ownWords, units: row.preparations.length, plan: row.hasPlan } : null,
  };
}

function readiness(row: ItemRow, day: Omit<DayLine, 'slots'>, absentSeats: ReadonlySet<string>): Readiness {
  const saidNo = row.people.filter(({ answer }) => answer === 'declined');
  const seats = day.panel.map((seat) => ({
    area: seat.area, decisionPower: seat.decisionPower,
    absent: !seat.seated || absentSeats.has(`${day.id} ${seat.staffId}`) || saidNo.some(({ staffId }) => staffId === seat.staffId),
  }));
  const people = row.people.map((person) => ({
    area: person.area, decisionPower: person.decisionPower, absent: person.away || person.answer === 'declined',
  }));
  return readinessOf({
    youthId: row.youthId, areasAsked: row.areas, areasPresent: row.people.flatMap((person) => person.area ?? []),
    areasWithBasis: row.areasWithBasis, deciders: [...seats, ...people], declined: saidNo.filter(({ mandatory }) => mandatory).map(({ area }) => area),
    youthSaidYes: row.youthSaidYes, reasonWithoutYouth: row.reasonWithoutYouth,
  });
}
