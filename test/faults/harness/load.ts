import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Act } from './history.js';
import { slotOf } from './meeting-desk.js';
import type { ItemVerb, Stage } from './stage.js';

const BETWEEN_MS = 40;
const AGAIN_MS = 100;
/** So many free slots a day are used by the load. */
const SLOTS_A_DAY = 3;

/** Of the slots that items are moved to, the first day; those before are booked. */
const OTHER_DAYS = 4;
/** Of the people who come instead, the first. */
const OTHER_PEOPLE = 20;

/**
 * Clients that book an item, move it, change its people or invite somebody from outside, read it, and cancel it, over and over; who is
 * told to come again does so with the same key, as a browser would.
 */
export class BookingLoad {
  private stopped = false;
  private readonly clients: Promise<void>[];

  constructor(
    private readonly stage: Stage,
    count: number,
  ) {
    this.clients = Array.from({ length: count }, (_, i) => this.client(i));
  }

  /** Lets each client end its round. */
  async stop(): Promise<void> {
    this.stopped = true;
    await Promise.all(this.clients);
  }

  private async client(i: number): Promise<void> {
    const { world } = this.stage;
    const referralId = world.referrals.at(-1 - i) ?? '';
    const slotId = slotOf(this.stage, Math.floor(i / SLOTS_A_DAY), i % SLOTS_A_DAY);
    const participantIds = world.extras.slice(i, i + 1);
    for (let round = 0; !this.stopped; round += 1) {
      const key = randomUUID();
      const booked = await this.untilAnswered(() => this.stage.book(referralId, slotId, { participantIds, key }));
      if (booked?.id) await this.handle(booked.id, this.changeOf(i, round));
      await pause(BETWEEN_MS);
    }
  }

  /** What a client does to its item of this round, in turn. */
  private changeOf(i: number, round: number): ItemVerb {
    const { world } = this.stage;
    const changes: readonly ItemVerb[] = [
      { does: 'invite', email: `gaest-${i}-${round}@skole.example`, key: randomUUID() },
      { does: 'move', slotId: slotOf(this.stage, OTHER_DAYS + Math.floor(i / SLOTS_A_DAY), i % SLOTS_A_DAY) },
      { does: 'people', participantIds: world.extras.slice(OTHER_PEOPLE + i, OTHER_PEOPLE + i + 1) },
    ];
    return changes[(i + round) % changes.length] ?? { does: 'read' };
  }

  private async handle(bookingId: string, change: ItemVerb): Promise<void> {
    await this.untilAnswered(() => this.stage.onItem(bookingId, change));
    await this.untilAnswered(() => this.stage.onItem(bookingId, { does: 'read' }));
    await this.untilAnswered(() => this.stage.cancel(bookingId));
  }

  private async untilAnswered(act: () => Promise<Act>): Promise<Act | null> {
    for (let tries = 0; tries < 600; tries += 1) {
      const answer = await act();
      if (answer.verdict === 'ok') return answer;
      if (answer.verdict === 'fail' && answer.status !== 503) return null;
      if (this.stopped && tries > 100) return null;
      await pause(AGAIN_MS);
    }
    return null;
  }
}

/** Milliseconds from an instant until the first act that succeeded after it. @throws Error when none did */
export function firstSuccessAfter(stage: Stage, instant: number): number {
  const first = stage.history.acts.find((act) => act.verdict === 'ok' && act.endedAt > instant);
  if (first === undefined) throw new Error('nothing succeeded any more');
  return Math.round(first.endedAt - instant);
}
