import { closedDates } from '../../departments/closed-days/closed-dates.js';
import { addDays, type CalendarDate } from '../../platform/clock/calendar-date.js';
import { newId } from '../../platform/database/ids.js';
import type { Tx } from '../../platform/database/tx.js';
import { notFound } from '../../platform/errors/domain-error.js';
import { type FutureDay, futureDayIds, readFutureDays } from '../days/read-future-days.js';
import { type Crew, resourcesOf } from '../days/seat-crew.js';
import { lockResources, release } from '../occupancy/occupancy.js';
import { arrangeDays, type Arrangement, type StayingDay } from './arrangement.js';
import { crewDiffers, frameDiffers, lacks } from './day-differs.js';
import { MeetingSeries } from './meeting-series.entity.js';
import { seriesCrew } from './series-crew.js';
import { cancelDays, type DayToPlace, placeDays } from './place-days.js';
import { closedRange, HORIZON_DAYS, type WishedDay, wishedDays } from './wished-days.js';

/** What became of the days ahead of a series. */
export interface ArrangedDays {
  readonly created: number;
  readonly changed: number;
  readonly cancelled: number;
  readonly stay: readonly StayingDay[];
}

/**
 * Makes the days ahead of one series as the series says, 26 weeks on as of `tx.now`; a second run does nothing.
 * Throws 404 when there is no such series.
 */
export async function arrangeSeries(tx: Tx, seriesId: string): Promise<ArrangedDays> {
  const [locked] = await lockSeries(tx, [seriesId]);
  if (locked === undefined) throw notFound();
  return arrangeLocked(tx, locked);
}

/** The same for every series there is. */
export async function arrangeAllSeries(tx: Tx): Promise<void> {
  const ids = await tx.query<{ id: string }>('SELECT id FROM meeting_series ORDER BY id', [], 'series-ids');
  for (const locked of await lockSeries(tx, ids.map((row) => row.id))) await arrangeLocked(tx, locked);
}

interface LockedSeries {
  readonly series: MeetingSeries;
  readonly crew: Crew;
  readonly dayIds: readonly string[];
}

/**
 * Locks the series' rows in order of id, then, all at once, every person, room and docket that arranging them may touch:
 * nothing can be booked on their days meanwhile.
 */
async function lockSeries(tx: Tx, seriesIds: readonly string[]): Promise<LockedSeries[]> {
  const locked: LockedSeries[] = [];
  for (const id of seriesIds) {
    const series = await tx.lock(MeetingSeries, id);
    locked.push({ series, crew: await seriesCrew(tx, series), dayIds: await futureDayIds(tx, id) });
  }
  const dayIds = locked.flatMap((each) => each.dayIds);
  await lockResources(tx, [...dayIds, ...locked.flatMap((each) => resourcesOf(each.crew)), ...(await takenBy(tx, dayIds))]);
  return locked;
}

async function arrangeLocked(tx: Tx, { series, crew, dayIds }: LockedSeries): Promise<ArrangedDays> {
  const days = await readFutureDays(tx, dayIds);
  const wishes = await wishesFor(tx, series, days);
  const arrangement = arrangeDays(placements(wishes), days.map((day) => standing(day, wishes.get(day.nominalDate) ?? null, series, crew)));
  for (const id of [...arrangement.adapt, ...arrangement.cancel]) await release(tx, { meetingDayId: id, bookings: false });
  const written = await placeDays(tx, series, crew, toPlace(arrangement, days, wishes));
  await cancelDays(tx, arrangement.cancel.map((id) => ({ id, leftOut: wishes.has(nominalOf(days, id)) })));
  const { create, cancel, stay } = arrangement;
  return { created: create.length, changed: written - create.length, cancelled: cancel.length, stay };
}

async function wishesFor(tx: Tx, series: MeetingSeries, days: readonly FutureDay[]): Promise<Map<CalendarDate, WishedDay | null>> {
  const horizon = addDays(tx.today, HORIZON_DAYS);
  const lastNominal = days.map((day) => day.nominalDate).reduce((last, date) => (date > last ? date : last), horizon);
  const { from, to } = closedRange(tx.today, lastNominal);
  return wishedDays(series, tx.now, tx.today, lastNominal, await closedDates(tx, from, to));
}

function placements(wishes: ReadonlyMap<CalendarDate, WishedDay | null>): Map<CalendarDate, CalendarDate | null> {
  return new Map([...wishes].map(([nominal, wish]) => [nominal, wish?.date ?? null]));
}

function standing(day: FutureDay, wish: WishedDay | null, series: MeetingSeries, crew: Crew): Parameters<typeof arrangeDays>[1][number] {
  const booked = day.booked || (wish !== null && day.lastUsedPosition > wish.slots.length);
  const changed = wish !== null && (frameDiffers(day, wish, series.link, crew) || crewDiffers(day, crew));
  const differs = changed || (wish !== null && !booked && !day.settledByHand && lacks(day, crew));
  return { ...day, booked, differs };
}

function toPlace(arrangement: Arrangement, days: readonly FutureDay[], wishes: ReadonlyMap<CalendarDate, WishedDay | null>): DayToPlace[] {
  const existing = new Map(days.map((day) => [day.id, day]));
  const again = [...arrangement.adapt, ...arrangement.revive].map((id) => existing.get(id)).filter((day) => day !== undefined);
  const created = arrangement.create.map((nominal) => ({ id: newId(), before: null, wish: wishes.get(nominal) ?? null }));
  const all = [...created, ...again.map((day) => ({ id: day.id, before: day, wish: wishes.get(day.nominalDate) ?? null }))];
  return all.flatMap(({ wish, ...day }) => (wish === null ? [] : [{ ...day, wish }]));
}

function nominalOf(days: readonly FutureDay[], id: string): CalendarDate {
  const day = days.find((each) => each.id === id);
  if (day === undefined) throw new Error('a day to cancel is not among the days ahead');
  return day.nominalDate;
}

async function takenBy(tx: Tx, dayIds: readonly string[]): Promise<string[]> {
  const sql = 'SELECT DISTINCT resource_id AS id FROM occupancy WHERE meeting_day_id = ANY($1) AND booking_id IS NULL';
  return (await tx.query<{ id: string }>(sql, [dayIds], 'days-taken-resources')).map((row) => row.id);
}
