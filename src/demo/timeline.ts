import type { CalendarDate } from '../platform/clock/calendar-date.js';
import { toInstant } from '../platform/clock/zone.js';
import type { DemoWorld } from './demo-world.js';

/** Something that happened in the demo municipality. */
export interface Step {
  readonly at: Date;
  readonly happen: (world: DemoWorld) => Promise<unknown>;
}

/** What happened on a date at a Copenhagen wall time. */
export function on(date: CalendarDate, time: string, happen: Step['happen']): Step {
  return { at: toInstant(date, time), happen };
}

/** Lets everything happen in the order of time, with the clock at each instant; what follows by itself follows at once. */
export async function play(world: DemoWorld, steps: readonly Step[]): Promise<void> {
  const ordered = [...steps].sort((a, b) => a.at.getTime() - b.at.getTime());
  let now: number | null = null;
  for (const step of ordered) {
    if (step.at.getTime() !== now) {
      if (now !== null) await world.settle();
      now = step.at.getTime();
      await world.moveTo(step.at);
    }
    await step.happen(world);
  }
  await world.settle();
}
