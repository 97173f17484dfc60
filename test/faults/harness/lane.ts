import { RedisServer } from '../../support/redis-server.js';
import { DatabaseServer } from './database-server.js';
import type { Fault, QueueIn } from './fault.js';
import { play } from './play.js';
import type { Run } from './report.js';
import { buildWorld } from './world.js';

/** Plays the faults that concern one queue, one after another, on servers of its own. */
export class Lane {
  private constructor(
    private readonly queue: QueueIn,
    private readonly server: DatabaseServer,
    private readonly redis: RedisServer | null,
  ) {}

  static async open(queue: QueueIn): Promise<Lane> {
    const redis = queue === 'redis' && RedisServer.available() ? await RedisServer.start() : null;
    return new Lane(queue, await DatabaseServer.create(), redis);
  }

  /**
   * A quick run has short patience on a machine that others may use: what came too late is played once more. What was wrong never is.
   * @param told hears of each run as it ends
   */
  async play(faults: readonly Fault[], seed: number, soak: boolean, told: (run: Run) => void): Promise<Run[]> {
    const { queue, server, redis } = this;
    const world = await buildWorld(server);
    const runs: Run[] = [];
    for (const fault of faults.filter(({ queues }) => queues.includes(queue))) {
      const lacks = queue === 'redis' && redis === null ? 'needs redis-server' : fault.lacks?.() ?? null;
      let run = lacks === null ? await play(fault, seed, { server, redis, world, soak }) : notRun(fault, queue, seed, lacks);
      told(run);
      if (run.late && !soak) {
        run = await play(fault, seed, { server, redis, world, soak });
        told(run);
      }
      runs.push(run);
    }
    return runs;
  }

  async close(): Promise<void> {
    await this.server.remove();
    await this.redis?.stop();
  }
}

function notRun({ id, title }: Fault, queue: QueueIn, seed: number, skipped: string): Run {
  return { id, title, queue, seed, lost: 0, duplicated: 0, recoveryMs: null, seconds: 0, note: null, problems: [], late: false, skipped };
}
