import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { lockResources, occupy, release } from '../occupancy/occupancy.js';
import { forgetLeavers } from './answer-day.js';
import { checkCrew, roomNamed } from './check-crew.js';
import { crewWith, type SeatWish } from './day-seats.js';
import { dayClaims } from './day-claims.js';
import { resourcesOnDay, whoStays } from './day-holdings.js';
import { DayPanelSeat } from './day-panel-seat.entity.js';
import { handItemsOver } from './hand-items-over.js';
import { askForLacking } from './lacking-people.js';
import { assertMayLead } from './may-lead.js';
import { MeetingDay } from './meeting-day.entity.js';
import type { DayCrewInput } from './meeting-days.input.js';
import { readDay } from './read-days.js';
import { recordDayChange } from './record-day-change.js';
import { refuseAway } from './refuse-away.js';
import type { StandingPlaces } from './reseat-item.js';
import { assertMaySit } from './seat-candidates.js';
import { type Crew, type PanelPlace, resourcesOf, seatCrew } from './seat-crew.js';
import { whoCanCome } from './who-can-come.js';
import { writePanel } from './write-day.js';

interface Manning {
  readonly crew: Crew;
  /** People and room that were asked for: they must be free. */
  readonly named: ReadonlySet<string>;
  /** Undefined: as it is. */
  readonly link: string | null | undefined;
  /** Whoever sits and is not replaced keeps the seat; else all seats are manned anew. */
  readonly othersStay: boolean;
}

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
    const people = [input.chairId, input.minuteTakerId, ...(input.panel ?? []).map((place) => place.staffId)].filter((each) => each !== undefined);
    const named = new Set(input.room === undefined || crew.roomId === null ? people : [...people, crew.roomId]);
    await this.man(tx, id, { crew, named, link: input.link, othersStay: false });
  }

  /**
   * Puts other people into some places of a day. Whoever sits in another stays there, also when marked away; a place that is empty
   * is filled by its member or deputy who can come by now.
   * @throws DomainError not_found; rule `not_for_seat`; conflict `participant_busy`, `invalid_transition`
   */
  async replace(tx: Tx, id: string, wishes: readonly SeatWish[]): Promise<void> {
    const seen = await tx.find(MeetingDay, id);
    assertMayLead(tx.actor, seen.chairId);
    await assertMaySit(tx, await readDay(tx, id), wishes);
    const crew = crewWith(await crewAfter(tx, seen, {}), wishes);
    await this.man(tx, id, { crew, named: new Set(wishes.map(({ staffId }) => staffId)), link: undefined, othersStay: true });
  }

  private async man(tx: Tx, id: string, { crew, named, link, othersStay }: Manning): Promise<void> {
    await lockResources(tx, [id, ...resourcesOf(crew), ...(await resourcesOnDay(tx, id))]);
    const day = await tx.lock(MeetingDay, id);
    const before = await tx.manager.findBy(DayPanelSeat, { meetingDayId: id });
    const old = { chairId: day.chairId, minuteTakerId: day.minuteTakerId, panel: before };
    await refuseAway(tx, day.date, newcomers(named, old), { title: 'En, der skal med, kan ikke den dag. Sæt en anden ind.' });
    const canCome = await whoCanCome(tx, [{ ...day, crew }]);
    const stays = othersStay ? await whoStays(tx, id, before) : () => undefined;
    const seated = seatCrew(crew, (resourceId) => named.has(resourceId) || (stays(resourceId) ?? canCome(id, resourceId)));
    await release(tx, { meetingDayId: id, bookings: true });
    const { date, startsAt, endsAt, closesOn } = day;
    const { chairId, minuteTakerId } = crew;
    day.reframe({ date, startsAt, endsAt, closesOn, link: link === undefined ? day.link : link, roomId: seated.roomId, chairId, minuteTakerId }, tx.now);
    day.settle(day.reason);
    await tx.save(day);
    await writePanel(tx, id, seated.panel);
    await forgetLeavers(tx, id);
    const now = { chairId, minuteTakerId, panel: seated.panel };
    await occupy(tx, [...dayClaims(day, seated), ...(await handItemsOver(tx, id, { old, now, standing: seated.staffIds }))]);
    await askForLacking(tx, day, seated);
    recordDayChange(tx, id, 'meeting_day.crew_changed');
  }
}

function newcomers(named: ReadonlySet<string>, { chairId, minuteTakerId, panel }: StandingPlaces): string[] {
  const sat = new Set([chairId, minuteTakerId, ...panel.map(({ staffId }) => staffId)]);
  return [...named].filter((id) => !sat.has(id));
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
