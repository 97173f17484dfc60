import { RedisServer } from '../../support/redis-server.js';
import { DatabaseServer } from './database-server.js';
import { ANY, type Fault, type QueueIn } from './fault.js';
import { play } from './play.js';
import type { Replays } from './replays.js';
import type { Run } from './report.js';
import { buildWorld } from './world.js';

/** Plays faults one after another, on servers of its own: those that concern its queue, and those that concern none. */
export class Lane {
  private constructor(
    readonly queue: QueueIn,
    private readonly server: DatabaseServer,
    private readonly redis: RedisServer | null,
    private readonly replays: Replays,
  ) {}

  static async open(queue: QueueIn, replays: Replays): Promise<Lane> {
    const redis = queue === 'redis' && RedisServer.available() ? await RedisServer.start() : null;
    return new Lane(queue, await DatabaseServer.create(), redis, replays);
  }

  /**
   * What came too late is played once more, as long as the whole run still allows it. What was wrong never is.
   * @param next gives the next fault, until there is none
   * @param told hears of each run as it ends
   */
  async play(next: () => Fault | undefined, seed: number, soak: boolean, told: (run: Run) => void): Promise<Run[]> {
    const { queue, server } = this;
    const world = await buildWorld(server);
    const runs: Run[] = [];
    for (let fault = next(); fault !== undefined; fault = next()) {
      const redis = fault.queues === ANY ? null : this.redis;
      const lacks = this.lacks(fault);
      let run = lacks === null ? await play(fault, seed, { server, redis, world, soak }) : notRun(fault, queue, seed, lacks);
      told(run);
      if (run.late && this.replays.take()) {
        run = { ...(await play(fault, seed, { server, redis, world, soak })), again: true };
        told(run);
      }
      runs.push(run);
    }
    return runs;
  }

  private lacks({ queues, lacks }: Fault): string | null {
    if (this.queue === 'redis' && this.redis === null && queues !== ANY) return 'needs redis-server';
    return lacks?.() ?? null;
  }

  async close(): Promise<void> {
    await this.server.remove();
    await this.redis?.stop();
  }
}

function notRun({ id, title }: Fault, queue: QueueIn, seed: number, skipped: string): Run {
  return { id, title, queue, seed, lost: 0, duplicated: 0, recoveryMs: null, seconds: 0, note: null, problems: [], late: false, again: false, skipped };
}
