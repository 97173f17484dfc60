import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { lockResources, occupy, release } from '../occupancy/occupancy.js';
import { forgetLeavers } from './answer-day.js';
import { checkCrew, roomNamed } from './check-crew.js';
import { dayClaims } from './day-claims.js';
import { resourcesOnDay } from './day-holdings.js';
import { DayPanelSeat } from './day-panel-seat.entity.js';
import { handItemsOver } from './hand-items-over.js';
import { askForLacking } from './lacking-people.js';
import { assertMayLead } from './may-lead.js';
import { MeetingDay } from './meeting-day.entity.js';
import type { DayCrewInput } from './meeting-days.input.js';
import { recordDayChange } from './record-day-change.js';
import { type Crew, type PanelPlace, resourcesOf, seatCrew } from './seat-crew.js';
import { whoCanCome } from './who-can-come.js';
import { writePanel } from './write-day.js';

/** The standing people and the room of one day. */
@Injectable()
export class DayCrew {
  /**
   * Gives places of a day to other people, also when items are booked on it; the items' people follow. Whoever is named must be
   * free; for the others a deputy may come, as when the day was made.
   * @throws DomainError not_found; rule `unknown_crew`; conflict `participant_busy`, `room_taken`, `invalid_transition`
   */
  async change(tx: Tx, id: string, input: DayCrewInput): Promise<void> {
    const seen = await tx.find(MeetingDay, id);
    assertMayLead(tx.actor, seen.chairId);
    const crew = await crewAfter(tx, seen, input);
    await checkCrew(tx, crew);
    await lockResources(tx, [id, ...resourcesOf(crew), ...(await resourcesOnDay(tx, id))]);
    const day = await tx.lock(MeetingDay, id);
    const before = await tx.manager.findBy(DayPanelSeat, { meetingDayId: id });
    const old = { chairId: day.chairId, minuteTakerId: day.minuteTakerId, panel: before };
    const named = new Set([input.chairId, input.minuteTakerId, ...(input.panel ?? []).map((place) => place.staffId), input.room === undefined ? undefined : crew.roomId]);
    const canCome = await whoCanCome(tx, [{ ...day, crew }]);
    const seated = seatCrew(crew, (resourceId) => named.has(resourceId) || canCome(id, resourceId));
    await release(tx, { meetingDayId: id, bookings: true });
    const { date, startsAt, endsAt, closesOn } = day;
    const link = input.link === undefined ? day.link : input.link;
    day.reframe({ date, startsAt, endsAt, closesOn, link, roomId: seated.roomId, chairId: crew.chairId, minuteTakerId: crew.minuteTakerId }, tx.now);
    day.settle(day.reason);
    await tx.save(day);
    await writePanel(tx, id, seated.panel);
    await forgetLeavers(tx, id);
    const now = { chairId: crew.chairId, minuteTakerId: crew.minuteTakerId, panel: seated.panel };
    await occupy(tx, [...dayClaims(day, seated), ...(await handItemsOver(tx, id, { old, now, standing: seated.staffIds }))]);
    await askForLacking(tx, day, seated);
    recordDayChange(tx, id, 'meeting_day.crew_changed');
  }
}

async function crewAfter(tx: Tx, day: MeetingDay, input: DayCrewInput): Promise<Crew> {
  return {
    chairId: input.chairId ?? day.chairId,
    minuteTakerId: input.minuteTakerId ?? day.minuteTakerId,
    roomId: input.room === undefined ? day.roomId : await roomNamed(tx, input.room),
    panel: input.panel ?? (await placesOf(tx, day.id)),
  };
}

/** The panel as it was wished for: a deputy's place is the member's. */
async function placesOf(tx: Tx, meetingDayId: string): Promise<PanelPlace[]> {
  const seats = await tx.manager.find(DayPanelSeat, { where: { meetingDayId }, order: { area: 'ASC' } });
  return seats.map((seat) => ({ area: seat.area, staffId: seat.standsInFor ?? seat.staffId, deputyId: seat.deputyId, decisionPower: seat.decisionPower }));
}
