import { eachOnce, type NextRequest, requestOf } from '../load.js';
import { planOf } from '../recorder.js';
import { compareInRounds } from '../rounds.js';
import type { BookingWish } from '../world.js';
import type { BenchCase } from './bench-case.js';

const PATH = '/api/v1/bookings';

/** A referral gets its time, its people and its access rows. Each side books each referral once. */
export const booking: BenchCase = {
  async prepare(app, { bookings }) {
    const plans = [];
    for (const wish of bookings) plans.push(await planOf(app, { key: wish.referralId, method: 'POST', path: PATH, token: wish.token, body: bodyOf(wish) }));
    return { plans };
  },
  compare({ servers }, { bookings }, { rounds, bookings: inRound, connections }) {
    const all = bookings.map((wish) => requestOf('POST', PATH, { authorization: `Bearer ${wish.token}` }, bodyOf(wish)));
    const requests = (round: number): NextRequest => eachOnce(all.slice(round * inRound, (round + 1) * inRound));
    return compareInRounds({ servers, rounds, connections, status: 201, requests });
  },
};

function bodyOf({ referralId, slotId }: BookingWish): object {
  return { referralId, slotId, participantIds: [], lateReason: 'Aftalt med den unge' };
}
