import { startThread } from '../../platform/threads/start-thread.js';
import { ServerProblem } from '../servers/server-problem.js';
import type { BusyTimes } from './busy-spans.js';
import type { CalendarToRead } from './busy-worker.js';

const LONGEST_MS = 10_000;
const MOST_MEMORY_MB = 256;

/**
 * Reads a calendar in a thread of its own that is ended when it takes too long or too much memory.
 * @throws ServerProblem `unreadable`
 */
export async function readInThread(calendar: CalendarToRead): Promise<BusyTimes> {
  const thread = startThread(new URL('./busy-worker', import.meta.url), { workerData: calendar, resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB } });
  try {
    const times = await new Promise<BusyTimes | null>((done) => {
      const late = setTimeout(() => done(null), LONGEST_MS);
      const end = (found: BusyTimes | null): void => (clearTimeout(late), done(found));
      thread.once('message', end).once('error', () => end(null)).once('exit', () => end(null));
    });
    if (times === null) throw new ServerProblem('unreadable');
    return times;
  } finally {
    await thread.terminate();
  }
}
