import { dateAt } from '../../platform/clock/zone.js';
import { isId } from '../../platform/database/ids.js';
import type { Tx } from '../../platform/database/tx.js';
import { notFound } from '../../platform/errors/domain-error.js';
import type { Referral } from '../../referrals/referral.entity.js';
import { typeById, type TypeVersion } from '../../referrals/types/referral-types.queries.js';
import type { Claim, Clash } from '../occupancy/claim.js';
import { clashError } from '../occupancy/clash-error.js';
import { type DayDocket, withoutItem } from '../occupancy/day-docket.js';
import { clashesOf, lockResources, occupy, release } from '../occupancy/occupancy.js';
import { docketOfSlot, glanceAtSlot, steadyDocket } from '../occupancy/read-dockets.js';
import { deadlinesAfter } from '../proposals/booking-deadline.js';
import type { Comer } from '../proposals/who-must-come.js';
import { BookingParticipant } from './booking-participant.entity.js';
import { mayReopenDocket } from './booking-scope.js';
import type { Booking } from './booking.entity.js';
import { itemClaims, type ItemTime } from './item-claims.js';
import { type People, peopleOn } from './item-people.js';
import { judgePlacement, type PlacementAnswer, slotTaken } from './judge-placement.js';
import { voidAnswers } from './void-answers.js';
import { writeParticipants } from './write-participants.js';

export interface PlaceRequest {
  readonly referral: Referral;
  /** Null for a new item. */
  readonly booking: Booking | null;
  readonly slotId: string;
  readonly people: People;
  /** Needed where the place is late, unless the item was late for the same before. */
  readonly lateReason: string | null;
}

/** What has been found good, for the verb that writes it on the booking. */
export interface Place extends PlacementAnswer {
  readonly meetingDayId: string;
  readonly type: TypeVersion;
  readonly comers: readonly Comer[];
}

/**
 * The one guarded path onto a docket: booking, moving, carrying over and restoring all come through here. A slot that is visibly
 * taken is refused by plain reads; then the docket, the item's own people and the youth are locked in one order before any row,
 * the docket is judged anew, `settle` writes the booking, and the item takes its time under the database's own guard.
 * @param settle locks and changes the referral and the booking, and returns the booking as written
 * @throws DomainError as `judgePlacement`, `peopleOn` and `occupy`
 */
export async function place(tx: Tx, request: PlaceRequest, settle: (place: Place) => Promise<Booking>): Promise<Booking> {
  const { referral, booking } = request;
  await refuseEarly(tx, request);
  const type = await typeById(tx, referral.typeId);
  const judge = await judgeFor(tx, request, type);
  const seen = await docketOfSlot(tx, request.slotId);
  const first = judge(seen);
  const before = booking === null ? [] : await tx.manager.findBy(BookingParticipant, { bookingId: booking.id });
  const comers = await peopleOn(tx, referral, type, seen, request.people, before);
  await refuseBusy(tx, itemClaims(itemAt(referral, seen.meetingDayId, first, booking?.id ?? null), comers));
  await lockResources(tx, [...resourcesOf(referral, seen.meetingDayId, comers), ...resourcesBefore(booking, before)]);
  const docket = await steadyDocket(tx, seen.meetingDayId);
  const answer = judge(docket);
  const standing = comers.map((comer) => ({ ...comer, standing: docket.standing.includes(comer.staffId) }));
  const placed = await settle({ ...answer, meetingDayId: docket.meetingDayId, type, comers: standing });
  if (booking !== null) {
    await release(tx, { bookingId: booking.id });
    await voidAnswers(tx, [booking.id]);
  }
  await occupy(tx, itemClaims(itemAt(referral, docket.meetingDayId, answer, placed.id), standing));
  await writeParticipants(tx, placed, standing, { participants: before, sameTime: false });
  return placed;
}

/** Turns most latecomers away with two plain reads: the slot is taken, or the youth or somebody who is named. */
async function refuseEarly(tx: Tx, { referral, booking, slotId, people }: PlaceRequest): Promise<void> {
  const bookingId = booking?.id ?? null;
  const glance = isId(slotId) ? await glanceAtSlot(tx, slotId, bookingId) : undefined;
  if (glance === undefined) throw notFound();
  if (glance.taken) throw slotTaken(glance.freeOnDay > 0);
  if (people.as !== 'named') return;
  const { meetingDayId } = glance;
  const named = people.staffIds.map((staffId) => ({ staffId, standing: false }));
  const claims = itemClaims({ ...glance, bookingId, youthId: referral.youthId }, named);
  await refuseBusy(tx, claims, (clash) => clash.meetingDayId === meetingDayId && clash.bookingId === null);
}

async function judgeFor(tx: Tx, request: PlaceRequest, type: TypeVersion): Promise<(docket: DayDocket) => PlacementAnswer> {
  const { referral, booking, slotId, lateReason } = request;
  const { today, now } = tx;
  const ahead = await deadlinesAfter(tx, [{ referralId: referral.id, youthId: referral.youthId, type: referral.type }], today);
  const deadlines = ahead.get(referral.id) ?? [];
  const before = booking === null ? null : { meetingDayId: booking.meetingDayId, date: dateAt(booking.startsAt), lateReason: booking.lateReason };
  const asked = { slotId, slots: type.slots, urgent: referral.urgent, today, now, deadlines, lateReason, before, mayReopen: mayReopenDocket(tx) };
  return (docket) => {
    const alreadyOn = booking?.state === 'booked' && booking.meetingDayId === docket.meetingDayId;
    return judgePlacement({ ...asked, alreadyOn, docket: withoutItem(docket, booking?.id ?? null) });
  };
}

function itemAt(referral: Referral, meetingDayId: string, { span }: PlacementAnswer, bookingId: string | null): ItemTime {
  return { meetingDayId, bookingId, youthId: referral.youthId, startsAt: span.startsAt, endsAt: span.endsAt };
}

function resourcesOf({ youthId }: Pick<Referral, 'youthId'>, meetingDayId: string, comers: readonly Comer[]): string[] {
  const own = comers.filter((comer) => !comer.standing).map((comer) => comer.staffId);
  return youthId === null ? [meetingDayId, ...own] : [meetingDayId, ...own, youthId];
}

function resourcesBefore(booking: Booking | null, before: readonly BookingParticipant[]): string[] {
  return booking === null ? [] : [booking.meetingDayId, ...before.filter((each) => !each.standing).map((each) => each.staffId)];
}

/** Refuses what is visibly in the way, before any lock. What the item itself takes now is not in its way. */
async function refuseBusy(tx: Tx, claims: readonly Claim[], ignore: (clash: Clash) => boolean = () => false): Promise<void> {
  const bookingId = claims[0]?.bookingId ?? null;
  const clashes = await clashesOf(tx, claims);
  const real = clashes.filter((clash) => (clash.bookingId === null || clash.bookingId !== bookingId) && !ignore(clash));
  if (real.length > 0) throw await clashError(tx, real);
}
