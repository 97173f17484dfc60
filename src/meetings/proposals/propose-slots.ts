import { type BusyTimes, readBusyTimes } from '../../departments/busy-times/busy-times.js';
import { addDays } from '../../platform/clock/calendar-date.js';
import type { Tx } from '../../platform/database/tx.js';
import { conflict } from '../../platform/errors/domain-error.js';
import type { Referral } from '../../referrals/referral.entity.js';
import { typeById, type TypeVersion } from '../../referrals/types/referral-types.queries.js';
import { withoutItem } from '../occupancy/day-docket.js';
import { docketsBetween } from '../occupancy/read-dockets.js';
import { busy } from '../occupancy/occupancy.js';
import type { TakenTime } from '../occupancy/slot-span.js';
import { attendanceOn } from './attendance-on.js';
import { type BookingDeadline, bookingDeadline } from './booking-deadline.js';
import { type CandidateDay, type Ranking, rankSlots } from './rank-slots.js';

/** How far ahead days are planned, and so how far proposals look. */
const WEEKS_AHEAD = 26;

export interface Proposals extends Ranking {
  readonly deadline: BookingDeadline;
}

/**
 * The slots that a referral may be booked on, best first, and why the other days are out: people are taken by what they come
 * to here and by their own calendar, where it is read. Fifteen plain reads, however many days and people; nothing is held.
 * @throws DomainError conflict `invalid_transition` for a referral that is over
 */
export async function proposeSlots(tx: Tx, referral: Referral): Promise<Proposals> {
  assertWantsSlot(referral);
  const type = await typeById(tx, referral.typeId);
  const deadline = await bookingDeadline(tx, referral.youthId, referral.type);
  const own = await bookingOf(tx, referral.id);
  const planned = await docketsBetween(tx, tx.today, addDays(tx.today, WEEKS_AHEAD * 7));
  const dockets = planned.map((docket) => withoutItem(docket, own));
  const { days, names } = await attendanceOn(tx, referral, type, dockets, null);
  const { taken, calendars } = await takenTimes(tx, days, referral.youthId, own);
  return { ...rankSlots({ wish: wishOf(tx, referral, type, deadline), days, youthId: referral.youthId, busy: taken, calendars, names }), deadline };
}

function wishOf(tx: Tx, referral: Referral, type: TypeVersion, deadline: BookingDeadline): Parameters<typeof rankSlots>[0]['wish'] {
  const { ahead, overdueSince } = deadline;
  const { today, now } = tx;
  return { slots: type.slots, urgent: referral.urgent, leadDays: type.leadDays, deadline: ahead, overdueSince, today, now };
}

/** The item that the referral has now: being moved, it stands in nobody's way. */
async function bookingOf(tx: Tx, referralId: string): Promise<string | null> {
  const sql = "SELECT id FROM booking WHERE referral_id = $1 AND state = 'booked'";
  return (await tx.query<{ id: string }>(sql, [referralId], 'proposal-own-booking'))[0]?.id ?? null;
}

interface Taken {
  readonly taken: ReadonlyMap<string, readonly TakenTime[]>;
  readonly calendars: BusyTimes['readings'];
}

async function takenTimes(tx: Tx, days: readonly CandidateDay[], youthId: string | null, except: string | null): Promise<Taken> {
  const people = [...new Set(days.flatMap(({ attendance }) => attendance.comers.filter((comer) => !comer.standing).map((comer) => comer.staffId)))];
  const times = days.flatMap(({ docket }) => docket.slots).map((slot) => [slot.startsAt.getTime(), slot.endsAt.getTime()] as const);
  if (times.length === 0) return { taken: new Map(), calendars: [] };
  const [from, to] = [new Date(Math.min(...times.map(([start]) => start))), new Date(Math.max(...times.map(([, end]) => end)))];
  const rows = await busy(tx, youthId === null ? people : [...people, youthId], from, to);
  const own = await readBusyTimes(tx, people, from, to);
  const taken = new Map<string, TakenTime[]>();
  const add = (id: string, time: TakenTime): unknown => taken.set(id, [...(taken.get(id) ?? []), time]);
  for (const row of rows) if (row.bookingId === null || row.bookingId !== except) add(row.resourceId, row);
  for (const time of own.busy) add(time.staffId, time);
  return { taken, calendars: own.readings };
}

function assertWantsSlot(referral: Referral): void {
  if (['draft', 'submitted', 'accepted', 'returned', 'booked'].includes(referral.state)) return;
  throw conflict('invalid_transition', 'Anmodningen er afsluttet og skal ikke have en tid. Hent siden igen.', { state: referral.state });
}
