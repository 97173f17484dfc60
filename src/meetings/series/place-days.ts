import type { Tx } from '../../platform/database/tx.js';
import { forgetLeavers, voidDayAnswers } from '../days/answer-day.js';
import { dayClaims } from '../days/day-claims.js';
import { askForLacking } from '../days/lacking-people.js';
import { type DayFrame, MeetingDay } from '../days/meeting-day.entity.js';
import type { FutureDay } from '../days/read-future-days.js';
import { recordDayChange } from '../days/record-day-change.js';
import { type Crew, seatCrew, type SeatedCrew } from '../days/seat-crew.js';
import { whoCanCome } from '../days/who-can-come.js';
import { settleDayTasks } from '../days/settle-day-tasks.js';
import { insertDay, writePanel, writeSlots } from '../days/write-day.js';
import { occupy } from '../occupancy/occupancy.js';
import { frameDiffers, sameSeats } from './day-differs.js';
import type { MeetingSeries } from './meeting-series.entity.js';
import type { WishedDay } from './wished-days.js';

/** A day to be made, or made anew: how it stood before, and what the series wants. */
export interface DayToPlace {
  readonly id: string;
  readonly before: FutureDay | null;
  readonly wish: WishedDay;
}

/**
 * Writes the days with whom can come and takes those people once. A day that lacks somebody exists all the same; the secretary
 * gets a task. Returns how many days are new or really changed. Call it under the locks of everybody concerned.
 */
export async function placeDays(tx: Tx, series: MeetingSeries, crew: Crew, days: readonly DayToPlace[]): Promise<number> {
  const canCome = await whoCanCome(tx, days.map(({ id, wish: { date, startsAt, endsAt } }) => ({ id, date, startsAt, endsAt, crew })));
  const seatings = days.map((day) => ({ day, seated: seatCrew(crew, (resourceId) => canCome(day.id, resourceId)) }));
  let changed = 0;
  for (const { day, seated } of seatings) {
    const frame = frameOf(day.wish, series, seated);
    if (await place(tx, series, crew, day, frame, seated)) changed += 1;
    await askForLacking(tx, { id: day.id, date: frame.date, closesOn: frame.closesOn }, seated);
  }
  await occupy(tx, seatings.flatMap(({ day, seated }) => dayClaims({ id: day.id, ...day.wish }, seated)));
  return changed;
}

/** Cancels days that the series drops; `leftOut` says that a closed day is why. */
export async function cancelDays(tx: Tx, days: ReadonlyArray<{ id: string; leftOut: boolean }>): Promise<void> {
  for (const { id, leftOut } of days) {
    const day = await tx.lock(MeetingDay, id);
    day.cancel(leftOut ? 'Lukkedag' : 'Mødeserien er ændret', tx.now);
    await tx.save(day);
    await voidDayAnswers(tx, id);
    await settleDayTasks(tx, id);
    recordDayChange(tx, id, 'meeting_day.cancelled', { by: 'series', leftOut });
  }
}

async function place(tx: Tx, series: MeetingSeries, crew: Crew, { id, before, wish }: DayToPlace, frame: DayFrame, seated: SeatedCrew): Promise<boolean> {
  if (before === null) {
    const origin = { id, seriesId: series.id, nominalDate: wish.nominalDate, settledByHand: false };
    await insertDay(tx, origin, frame, wish.slots, seated.panel);
    return true;
  }
  const revived = before.state === 'cancelled';
  const same = before.roomId === seated.roomId && sameSeats(before.panel, seated.panel) && !frameDiffers(before, wish, series.link, crew);
  if (same && !revived) return false;
  const day = await tx.lock(MeetingDay, id);
  const sameTime = day.startsAt.getTime() === frame.startsAt.getTime() && day.endsAt.getTime() === frame.endsAt.getTime();
  if (revived) day.revive(tx.now);
  day.reframe(frame, tx.now);
  await tx.save(day);
  await writeSlots(tx, id, wish.slots);
  await writePanel(tx, id, seated.panel);
  await (sameTime ? forgetLeavers(tx, id) : voidDayAnswers(tx, id));
  recordDayChange(tx, id, 'meeting_day.changed', { by: 'series', date: day.date });
  return true;
}

function frameOf(wish: WishedDay, series: MeetingSeries, seated: SeatedCrew): DayFrame {
  const { date, startsAt, endsAt, closesOn } = wish;
  const { chairId, minuteTakerId, link } = series;
  return { date, startsAt, endsAt, closesOn, link, chairId, minuteTakerId, roomId: seated.roomId };
}
