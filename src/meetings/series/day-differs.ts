import type { FutureDay } from '../days/read-future-days.js';
import type { Crew, SeatedPlace } from '../days/seat-crew.js';
import type { LaidOutSlot } from '../days/slot-plan.js';
import type { WishedDay } from './wished-days.js';

/** Whether the day's time, slots, address or leading people are not what the series wants. */
export function frameDiffers(day: FutureDay, wish: WishedDay, link: string | null, crew: Crew): boolean {
  const people = day.chairId === crew.chairId && day.minuteTakerId === crew.minuteTakerId;
  return !(people && day.link === link && day.date === wish.date && slotsText(day.slots) === slotsText(wish.slots));
}

/** Whether the day was made for another room or panel than the series has now; who really sits is another matter. */
export function crewDiffers(day: FutureDay, crew: Crew): boolean {
  const wanted = day.panel.map((seat) => ({ ...seat, staffId: seat.standsInFor ?? seat.staffId }));
  const roomDiffers = day.roomId !== null && day.roomId !== crew.roomId;
  return roomDiffers || placesText(wanted) !== placesText(crew.panel);
}

/** Whether somebody is missing or stands in, or the room was taken: worth another try. */
export function lacks(day: FutureDay, crew: Crew): boolean {
  return day.leaderMissing || day.roomId !== crew.roomId || day.panel.some((seat) => !seat.seated || seat.standsInFor !== null);
}

/** Whether the same people sit in the same places. */
export function sameSeats(before: readonly SeatedPlace[], after: readonly SeatedPlace[]): boolean {
  const text = (places: readonly SeatedPlace[]): string =>
    JSON.stringify(places.map((seat) => [seat.area, seat.staffId, seat.standsInFor, seat.seated]).sort());
  return text(before) === text(after);
}

function placesText(places: Crew['panel']): string {
  return JSON.stringify(places.map((place) => [place.area, place.staffId, place.deputyId, place.decisionPower]).sort());
}

function slotsText(slots: readonly LaidOutSlot[]): string {
  return JSON.stringify(slots.map((slot) => [slot.position, slot.startsAt, slot.endsAt, slot.urgent]));
}
