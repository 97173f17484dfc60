const PATIENCE_MS = 10_000;

/** Ends the process in order at SIGINT or SIGTERM: finish what is under way, then go; at the latest after 10 seconds. */
export function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const end = (): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
    stop().then(() => process.exit(0), () => process.exit(1));
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}
