import { book } from '../../meetings/bookings/book.js';
import { moveBooking } from '../../meetings/bookings/move-booking.js';
import { recordYouthAnswer } from '../../meetings/bookings/youth-answer.js';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { Tx } from '../../platform/database/tx.js';
import type { BelongsAnswers } from '../../referrals/belongs/belongs-answers.js';
import { raiseReferral } from '../../referrals/raising/raise-referral.js';
import type { ReferralInput } from '../../referrals/referral.dto.js';
import { acceptReferral } from '../../referrals/triage-referral.js';
import type { DemoWorld } from '../demo-world.js';
import type { StaffName } from '../organisation/staff.data.js';

/** What the check says a plain yes to. */
const BELONGS: BelongsAnswers = { needsSeveralAreas: true, betweenAuthorityAreas: true, supportAfter18: 'individual_support' };

export interface Raising extends Omit<ReferralInput, 'purpose' | 'youthId'> {
  readonly purpose?: ReferralInput['purpose'];
  /** The youth's name in the demo; nobody for an anonymous item. */
  readonly youth?: string;
}

/** Somebody raises a case; the stories call it by `name`. */
export async function raise(world: DemoWorld, who: StaffName, name: string, { youth, ...raising }: Raising): Promise<void> {
  const about = youth === undefined ? {} : { youthId: world.youth(youth) };
  const id = await world.as(who, (tx) => raiseReferral(tx, { purpose: 'coordinate', belongs: BELONGS, ...raising, ...about }));
  world.referrals.set(name, id);
}

/** The secretary says yes in triage. */
export async function accept(world: DemoWorld, name: string, reason: string | null = null): Promise<void> {
  await world.as('karla', (tx) => acceptReferral(tx, world.referral(name), reason));
}

/** Kept only where a deadline comes before the day: around holidays the next K-møde may be weeks off. */
const LATE = 'Der er ikke noget tidligere K-møde.';

/** The secretary books a slot of a day (5 is the urgent one), with those who must come or those named. */
export async function bookSlot(
  world: DemoWorld, name: string, day: CalendarDate, position: number, people: readonly StaffName[] = [],
): Promise<void> {
  const slotId = await world.slot(day, position);
  const participantIds = people.map((who) => world.staff(who));
  const id = await world.as('karla', (tx) => book(tx, { referralId: world.referral(name), slotId, participantIds, lateReason: LATE }));
  world.bookings.set(name, id);
}

/** The secretary moves an item to another slot. */
export async function moveTo(world: DemoWorld, name: string, day: CalendarDate, position: number): Promise<void> {
  const slotId = await world.slot(day, position);
  await world.as('karla', (tx) => moveBooking(tx, world.booking(name), { slotId, participantIds: [], lateReason: LATE }));
}

/** The youth has said yes to time and people. */
export async function saysYes(world: DemoWorld, who: StaffName, name: string, note: string | null = null): Promise<void> {
  await world.as(who, (tx) => recordYouthAnswer(tx, world.booking(name), { yes: true, note }));
}

/** Remembers the booking that the conclusion of another item made. */
export async function nameNextBooking(tx: Tx, world: DemoWorld, name: string, youth: string): Promise<void> {
  const [row] = await tx.query<{ id: string; referralId: string }>(
    `SELECT id, referral_id AS "referralId" FROM booking WHERE youth_id = $1 AND state = 'booked' ORDER BY starts_at LIMIT 1`,
    [world.youth(youth)],
  );
  if (row === undefined) throw new Error(`${name} is not booked`);
  world.bookings.set(name, row.id);
  world.referrals.set(name, row.referralId);
}
