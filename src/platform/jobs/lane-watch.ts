import type { Lane } from './queue-backend.js';

/** So many sweeps with stuck messages and no job taken in between: nothing comes out of the lane. */
const SWEEPS = 2;

/** Notices a lane that is given work and gives none back. */
export class LaneWatch {
  private readonly active = new Map<Lane, number>();
  private readonly taken = new Set<Lane>();
  private readonly silent = new Map<Lane, number>();

  /** A job has been taken; returns what is called when it is over. */
  busy(lane: Lane): () => void {
    this.taken.add(lane);
    this.active.set(lane, (this.active.get(lane) ?? 0) + 1);
    return () => this.active.set(lane, (this.active.get(lane) ?? 1) - 1);
  }

  /** Told after each sweep where messages had got stuck; true when one of these lanes has been silent for too long. */
  deaf(stuck: ReadonlySet<Lane>): boolean {
    const deaf = [...stuck].some((lane) => {
      const idle = !this.taken.has(lane) && (this.active.get(lane) ?? 0) === 0;
      const sweeps = idle ? (this.silent.get(lane) ?? 0) + 1 : 0;
      this.silent.set(lane, sweeps);
      this.taken.delete(lane);
      return sweeps >= SWEEPS;
    });
    if (deaf) this.silent.clear();
    return deaf;
  }
}
