/** What the bench asks a server that it has started. */
export interface Told {
  readonly url?: string;
  /** Processor time of the process so far, in microseconds. */
  readonly cpu?: number;
}

export const ASK_CPU = 'cpu';

/**
 * In a server that the bench has started: waits for its orders, opens the port, tells the address, and ends when the bench closes
 * the channel or is gone.
 */
export function serveParent<T extends object>(start: (orders: T) => Promise<string>, stop: () => Promise<void> = async () => undefined): void {
  const tell = (told: Told): void => void process.send?.(told);
  process.on('message', (message: T | typeof ASK_CPU) => {
    if (message === ASK_CPU) return tell({ cpu: cpuSoFar() });
    start(message).then((url) => tell({ url }), (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      process.exit(1);
    });
  });
  process.once('disconnect', () => void stop().finally(() => process.exit(0)));
}

function cpuSoFar(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}
