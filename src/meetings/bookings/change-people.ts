import type { Tx } from '../../platform/database/tx.js';
import { conflict, notFound, rule } from '../../platform/errors/domain-error.js';
import { Referral } from '../../referrals/referral.entity.js';
import { typeById } from '../../referrals/types/referral-types.queries.js';
import type { PanelSeat } from '../occupancy/day-docket.js';
import { lockResources, occupy, release } from '../occupancy/occupancy.js';
import { steadyDocket } from '../occupancy/read-dockets.js';
import { readPeople } from '../proposals/read-people.js';
import type { Comer, Person } from '../proposals/who-must-come.js';
import { settleUnlessDeclined } from './ask-for-substitute.js';
import { BookingParticipant } from './booking-participant.entity.js';
import { assertHandlesItem, visibleBooking } from './booking-scope.js';
import { assertStillBooked } from './booking-states.js';
import { Booking } from './booking.entity.js';
import { itemClaims } from './item-claims.js';
import { peopleAsked, peopleOn } from './item-people.js';
import { openToHandle } from './open-booking.js';
import { recordChange } from './record-change.js';
import { writeParticipants } from './write-participants.js';

/**
 * Lets exactly these members of staff come, besides those who sit the whole day; empty: those whom the proposal names.
 * @throws DomainError not_found; forbidden `not_your_item`; rule `unknown_participant`; conflict `participant_busy`, `invalid_transition`
 */
export async function setParticipants(tx: Tx, id: string, staffIds: readonly string[]): Promise<void> {
  const { booking, referral } = await openToHandle(tx, id);
  assertStillBooked(booking.state);
  const type = await typeById(tx, referral.typeId);
  await exchange(tx, booking, staffIds, async (before) => {
    const docket = await steadyDocket(tx, booking.meetingDayId);
    return peopleOn(tx, referral, type, docket, peopleAsked(staffIds, 'proposed'), before);
  });
}

/**
 * Lets a colleague come in a participant's stead, with the same seat: of the same area, and able to decide where the seat asks for
 * it ("stedfortræder med samme beslutningskompetence"). Those who handle the item may, and the participant.
 * @throws DomainError not_found; forbidden `not_your_item`; rule `unknown_participant`, `other_area`, `cannot_decide`;
 *   conflict `participant_busy`, `already_comes`, `invalid_transition`
 */
export async function substitute(tx: Tx, id: string, staffId: string, substituteId: string): Promise<void> {
  const booking = await tx.find(Booking, id, visibleBooking(tx));
  const referral = await tx.find(Referral, booking.referralId);
  if (tx.actor.staffId !== staffId) await assertHandlesItem(tx, referral, booking);
  await putInStead(tx, booking, staffId, substituteId);
}

/**
 * Lets a colleague take over the seat of somebody who leaves. The caller has checked that the actor leads the leaver's unit; the
 * colleague is invited anew and answers for himself.
 * @throws DomainError not_found; rule and conflict as `substitute`
 */
export async function handSeatOver(tx: Tx, id: string, leaverId: string, colleagueId: string): Promise<void> {
  await putInStead(tx, await tx.find(Booking, id), leaverId, colleagueId);
}

async function putInStead(tx: Tx, booking: Booking, staffId: string, substituteId: string): Promise<void> {
  assertStillBooked(booking.state);
  await exchange(tx, booking, [staffId, substituteId], async (before) => {
    const seat = before.find((each) => each.staffId === staffId);
    if (seat === undefined) throw notFound();
    if (before.some((each) => each.staffId === substituteId)) throw conflict('already_comes', 'Kollegaen er allerede med. Vælg en anden.');
    const [person] = await readPeople(tx, { youthId: null, authorId: null }, [substituteId]);
    const docket = await steadyDocket(tx, booking.meetingDayId);
    assertFits(seat, person, docket.panel);
    const standing = docket.standing.includes(substituteId);
    return before.map((each) => (each.staffId === staffId ? { ...each, staffId: substituteId, standing, substituteFor: staffId } : each));
  });
}

function assertFits(seat: BookingParticipant, person: Person | undefined, panel: readonly PanelSeat[]): void {
  if (person === undefined) throw rule('unknown_participant', 'Vælg en medarbejder, der er ansat.');
  const own = panel.filter((each) => each.area === seat.area && [each.staffId, each.deputyId].includes(person.staffId));
  if (seat.area !== null && person.area !== seat.area && own.length === 0) {
    throw rule('other_area', 'En stedfortræder skal komme fra det samme område. Vælg en anden kollega.');
  }
  if (seat.decisionPower && !person.leader && !own.some((each) => each.decisionPower)) {
    throw rule('cannot_decide', 'En stedfortræder skal kunne beslutte det samme. Vælg en leder eller stedfortræderen fra panelet.');
  }
}

/** Releases the item's people and takes the new ones in one step, under the locks of all of them. */
async function exchange(
  tx: Tx, seen: Booking, staffIds: readonly string[], choose: (before: readonly BookingParticipant[]) => Promise<readonly Comer[]>,
): Promise<void> {
  const known = await tx.manager.findBy(BookingParticipant, { bookingId: seen.id });
  const youth = seen.youthId === null ? [] : [seen.youthId];
  await lockResources(tx, [seen.meetingDayId, ...youth, ...staffIds, ...known.filter((each) => !each.standing).map((each) => each.staffId)]);
  const booking = await tx.lock(Booking, seen.id);
  const participants = await tx.manager.findBy(BookingParticipant, { bookingId: booking.id });
  const comers = await choose(participants);
  booking.changePeople(tx.now);
  await tx.save(booking);
  await release(tx, { bookingId: booking.id });
  await occupy(tx, itemClaims({ ...booking, bookingId: booking.id }, comers));
  await writeParticipants(tx, booking, comers, { participants, sameTime: true });
  await settleUnlessDeclined(tx, booking.id);
  await recordChange(tx, booking, 'booking.people_changed', { staffIds: comers.map((comer) => comer.staffId) });
}
