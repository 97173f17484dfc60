import { type ItemDoers, mayHandle, mayLeadItem } from '../../meetings/bookings/item-doers.js';
import { type Asking, type OfferedPlace, placesFor } from '../../meetings/bookings/offer-places.js';
import { mayLead } from '../../meetings/days/may-lead.js';
import type { ParticipantAnswer } from '../../meetings/bookings/booking-participant.entity.js';
import type { DayLine } from '../../meetings/days/read-days.js';
import type { Sitter } from '../../meetings/days/sitters.js';
import { type Actor, hasRole } from '../../platform/database/actor.js';
import type { ItemRow } from './docket.queries.js';

/** What one viewer may do with an item that stands on the docket. */
export interface ItemOffers {
  /** The viewer may open the item. */
  readonly opens: boolean;
  /** The viewer may move it. */
  readonly handles: boolean;
  /** Where it may be moved to, in order of time; the best of them is `carryOver`'s business. */
  readonly places: readonly OfferedPlace[];
  /** It has begun and may be marked as held. */
  readonly hold: boolean;
}

export interface DocketOffers {
  readonly items: ReadonlyMap<string, ItemOffers>;
  /** Ids of the days that the viewer leads. */
  readonly leads: ReadonlySet<string>;
  /** Days ahead that the viewer is to sit from beginning to end, by id, with what the viewer has answered. */
  readonly invited: ReadonlyMap<string, ParticipantAnswer | null>;
}

export type Asker = Asking & { readonly actor: Actor };

/** What the viewer may do with the items and days of some dockets. Pure: the rules are those of the meetings. */
export function offersOn(days: readonly DayLine[], rows: readonly ItemRow[], sitters: readonly Sitter[], asker: Asker): DocketOffers {
  const dockets = days.map((day) => docketOf(day, rows));
  const standing = new Set(days.filter(({ state }) => state === 'planned' || state === 'closed').map(({ id }) => id));
  const chairs = new Map(days.map(({ id, chair }) => [id, chair.id]));
  return {
    items: new Map(rows.map((row) => [row.id, itemOffers(row, chairs.get(row.meetingDayId) ?? null, dockets, asker)])),
    leads: new Set(days.filter(({ chair }) => mayLead(asker.actor, chair.id)).map(({ id }) => id)),
    invited: new Map(
      sitters.filter(({ meetingDayId, staffId }) => staffId === asker.actor.staffId && standing.has(meetingDayId)).map(({ meetingDayId, answer }) => [meetingDayId, answer]),
    ),
  };
}

function itemOffers(row: ItemRow, chairId: string | null, dockets: Parameters<typeof placesFor>[1], asker: Asker): ItemOffers {
  const doers: ItemDoers = { authorId: row.authorId, coordinatorId: row.coordinator?.id ?? null, chairId };
  const opens = row.youthId === null ? opensAnonymous(row, asker.actor) : row.opens;
  const handles = opens && row.state === 'booked' && mayHandle(asker.actor, doers);
  const item = { bookingId: row.id, meetingDayId: row.meetingDayId, startsAt: row.startsAt, slots: row.slots, urgent: row.referralUrgent };
  return {
    opens, handles, places: handles ? placesFor(item, dockets, asker) : [],
    hold: opens && row.state === 'booked' && row.startsAt <= asker.now && mayLeadItem(asker.actor, doers),
  };
}

/** As `visibleBooking` has it for an item without a name. */
function opensAnonymous({ authorId, people }: ItemRow, actor: Actor): boolean {
  return hasRole(actor, 'meeting_secretary', 'chair') || authorId === actor.staffId || people.some(({ staffId }) => staffId === actor.staffId);
}

function docketOf({ id, date, state, closesOn, slots }: DayLine, rows: readonly ItemRow[]): Parameters<typeof placesFor>[1][number] {
  return {
    meetingDayId: id, date, state, closesOn,
    slots: slots.map((slot, index) => ({ id: slot.id, position: index + 1, startsAt: new Date(slot.startsAt), endsAt: new Date(slot.endsAt), urgent: slot.urgent })),
    taken: rows.filter((row) => row.meetingDayId === id).map((row) => ({ bookingId: row.id, from: row.startsAt, to: row.endsAt })),
  };
}
