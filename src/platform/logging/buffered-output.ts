import { type DestinationStream, pino } from 'pino';

const BUFFERED_BYTES = 4096;
const LONGEST_WAIT_MS = 1000;

/**
 * Standard output, some lines at a time: a write for each request would cost a tenth of a short answer. Whatever waits goes out
 * within a second, when it is flushed, and when the process exits.
 */
export class BufferedOutput implements DestinationStream {
  private readonly lines = pino.destination({ dest: 1, sync: false, minLength: BUFFERED_BYTES });
  private waiting: NodeJS.Timeout | null = null;

  /** Goes out with others, within the longest wait. */
  write(line: string): void {
    this.lines.write(line);
    this.waiting ??= setTimeout(() => this.flush(), LONGEST_WAIT_MS).unref();
  }

  /** All that waits, at once: before the process may end. */
  flush(): void {
    if (this.waiting !== null) clearTimeout(this.waiting);
    this.waiting = null;
    this.lines.flush();
  }
}
