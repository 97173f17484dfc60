// The thread that reads one calendar and ends: somebody else wrote it, and a rule that never comes to an end must not hold the
// queue up. Its words stay here; only stretches of time come out.
import { parentPort, workerData } from 'node:worker_threads';
import type { BusyTimes, Span } from './busy-spans.js';
import { readBusySpans } from './read-busy-spans.js';

export interface CalendarToRead {
  readonly text: string;
  readonly window: Span;
  readonly ours: readonly string[];
}

const { text, window, ours } = workerData as CalendarToRead;
let times: BusyTimes | null = null;
try {
  times = readBusySpans(text, window, new Set(ours));
} catch {
  // Whatever the reason, the calendar cannot be read; an error's text may quote it.
}
parentPort?.postMessage(times);
