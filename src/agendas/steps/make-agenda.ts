import { Injectable } from '@nestjs/common';
import { bookingChanged } from '../../meetings/bookings/booking-events.js';
import { Booking } from '../../meetings/bookings/booking.entity.js';
import { newId } from '../../platform/database/ids.js';
import type { Tx } from '../../platform/database/tx.js';
import { Handles } from '../../platform/outbox/handlers.js';
import { Referral } from '../../referrals/referral.entity.js';
import { typeById } from '../../referrals/types/referral-types.queries.js';
import { fitSteps } from './fit-steps.js';

export interface StepLine {
  readonly id: string;
  readonly position: number;
  readonly code: string;
  readonly title: string;
  readonly minutes: number;
}

const STEPS = 'SELECT id, position, code, title, minutes FROM agenda_step WHERE booking_id = $1 ORDER BY position';

const MAKE = `
  INSERT INTO agenda_step (id, booking_id, position, code, title, minutes)
  SELECT s.id, $1, s.position, s.code, s.title, s.minutes
  FROM unnest($2::uuid[], $3::int[], $4::varchar[], $5::varchar[], $6::int[]) AS s (id, position, code, title, minutes)
  ON CONFLICT ON CONSTRAINT uq_agenda_step_position DO NOTHING`;

/** Minutes that an item has. */
export function minutesOf(booking: Pick<Booking, 'startsAt' | 'endsAt'>): number {
  return Math.round((booking.endsAt.getTime() - booking.startsAt.getTime()) / 60_000);
}

/** The steps of an item in order. */
function readSteps(tx: Tx, bookingId: string): Promise<StepLine[]> {
  return tx.query<StepLine>(STEPS, [bookingId], 'agenda-steps');
}

/** The steps of an item; made from the type's template, fitted to the item's time, where it has none yet. */
export async function stepsOf(tx: Tx, booking: Booking): Promise<StepLine[]> {
  const present = await readSteps(tx, booking.id);
  if (present.length > 0 || booking.state === 'cancelled' || booking.state === 'concluded') return present;
  const { typeId } = await tx.find(Referral, booking.referralId);
  const steps = fitSteps((await typeById(tx, typeId)).agenda, minutesOf(booking));
  await tx.query(MAKE, [
    booking.id, steps.map(() => newId()), steps.map((_, at) => at + 1), steps.map(({ code }) => code), steps.map(({ title }) => title),
    steps.map(({ minutes }) => minutes),
  ], 'agenda-make');
  return readSteps(tx, booking.id);
}

@Injectable()
export class AgendaMaker {
  /** An item has its agenda from the start; one that was moved to a shorter time has its steps fitted to it. */
  @Handles(bookingChanged)
  async make(tx: Tx, { bookingId }: { bookingId: string }): Promise<void> {
    const booking = await tx.find(Booking, bookingId);
    if (booking.state !== 'booked') return;
    const steps = await stepsOf(tx, booking);
    const fitted = fitSteps(steps, minutesOf(booking)).filter(({ minutes }, at) => minutes !== steps[at]?.minutes);
    if (fitted.length === 0) return;
    await tx.query(
      'UPDATE agenda_step a SET minutes = s.minutes FROM unnest($1::uuid[], $2::int[]) AS s (id, minutes) WHERE a.id = s.id',
      [fitted.map(({ id }) => id), fitted.map(({ minutes }) => minutes)], 'agenda-fit',
    );
  }
}
