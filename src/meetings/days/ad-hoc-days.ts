import { Injectable } from '@nestjs/common';
import { addDays } from '../../platform/clock/calendar-date.js';
import { toInstant } from '../../platform/clock/zone.js';
import { newId } from '../../platform/database/ids.js';
import type { Tx } from '../../platform/database/tx.js';
import { type FieldError, invalid, rule } from '../../platform/errors/domain-error.js';
import { closedDates } from '../../departments/closed-days/closed-dates.js';
import { lockResources, occupy } from '../occupancy/occupancy.js';
import { MeetingSeries } from '../series/meeting-series.entity.js';
import { seriesCrew } from '../series/series-crew.js';
import { checkCrew, checkSlotPlan, roomNamed } from './check-crew.js';
import type { NewDayInput } from './meeting-days.input.js';
import { dayClaims } from './day-claims.js';
import { docketClosesOnFrom } from './docket-closing.js';
import { assertMayLead } from './may-lead.js';
import { type Crew, resourcesOf, seatCrew } from './seat-crew.js';
import { DEFAULT_SLOT_PLAN, layOutSlots, type SlotPlan } from './slot-plan.js';
import { insertDay } from './write-day.js';

interface DayWish {
  readonly startsAtTime: string;
  readonly plan: SlotPlan;
  readonly link: string | null;
  readonly crew: Crew;
}

const CLOSED_LOOK_BACK_DAYS = 60;

/** Days outside the rhythm of a series. */
@Injectable()
export class AdHocDays {
  /**
   * Makes a day now and returns its id. Whoever is taken is named, so that another time or person can be chosen.
   * @throws DomainError conflict `participant_busy` or `room_taken`; rule `in_the_past`, `unknown_crew`, `slot_plan`
   */
  async add(tx: Tx, input: NewDayInput): Promise<string> {
    const wish = await this.wishOf(tx, input);
    assertMayLead(tx.actor, wish.crew.chairId);
    checkSlotPlan(wish.plan);
    await checkCrew(tx, wish.crew);
    const startsAt = toInstant(input.date, wish.startsAtTime);
    if (startsAt <= tx.now) throw rule('in_the_past', 'Tidspunktet er gået. Vælg et senere.', [{ field: 'date', code: 'past', message: 'Vælg en dato, der ikke er gået.' }]);
    const { slots, endsAt } = layOutSlots(wish.plan, startsAt);
    const id = newId();
    await lockResources(tx, [id, ...resourcesOf(wish.crew)]);
    const seated = seatCrew(wish.crew, () => true);
    const closesOn = docketClosesOnFrom(tx.today, input.date, await closedDates(tx, addDays(input.date, -CLOSED_LOOK_BACK_DAYS), input.date));
    const { link, crew: { chairId, minuteTakerId, roomId } } = wish;
    const frame = { date: input.date, startsAt, endsAt, closesOn, link, chairId, minuteTakerId, roomId };
    const origin = { id, seriesId: input.seriesId ?? null, nominalDate: null, settledByHand: true };
    await insertDay(tx, origin, frame, slots, seated.panel);
    await occupy(tx, dayClaims({ id, startsAt, endsAt }, seated));
    return id;
  }

  private async wishOf(tx: Tx, input: NewDayInput): Promise<DayWish> {
    const series = input.seriesId === undefined ? null : await tx.find(MeetingSeries, input.seriesId);
    const base = series === null ? null : await seriesCrew(tx, series);
    const chairId = input.chairId ?? base?.chairId;
    const minuteTakerId = input.minuteTakerId ?? base?.minuteTakerId;
    const startsAtTime = input.startsAt ?? series?.startsAtTime;
    if (chairId === undefined || minuteTakerId === undefined || startsAtTime === undefined) throw invalid(missing({ chairId, minuteTakerId, startsAt: startsAtTime }));
    const roomId = input.room === undefined ? (base?.roomId ?? null) : await roomNamed(tx, input.room);
    return {
      startsAtTime,
      plan: input.slots ?? series?.slotPlan ?? DEFAULT_SLOT_PLAN,
      link: input.link === undefined ? (series?.link ?? null) : input.link,
      crew: { chairId, minuteTakerId, roomId, panel: input.panel ?? base?.panel ?? [] },
    };
  }
}

function missing(fields: Record<string, string | undefined>): FieldError[] {
  return Object.entries(fields)
    .filter(([, value]) => value === undefined)
    .map(([field]) => ({ field, code: 'required', message: 'Feltet skal udfyldes, når dagen ikke hører til en mødeserie.' }));
}
