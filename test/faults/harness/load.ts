import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Act } from './history.js';
import { slotOf } from './meeting-desk.js';
import type { Stage } from './stage.js';

const BETWEEN_MS = 40;
const AGAIN_MS = 100;
/** So many free slots a day are used by the load. */
const SLOTS_A_DAY = 3;

/** Clients that book an item and cancel it, over and over; who is told to come again does so with the same key, as a browser would. */
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
    while (!this.stopped) {
      const booked = await this.untilAnswered(() => this.stage.book(referralId, slotId, { participantIds, key: this.keyOf(i) }));
      if (booked?.id) await this.untilAnswered(() => this.stage.cancel(booked.id ?? ''));
      this.round.delete(i);
      await pause(BETWEEN_MS);
    }
  }

  private readonly round = new Map<number, string>();

  /** The key of the client's present round. */
  private keyOf(i: number): string {
    const key = this.round.get(i) ?? randomUUID();
    this.round.set(i, key);
    return key;
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
