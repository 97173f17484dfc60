/** A process cannot work as it is set up. Its text is for whoever starts it: what is wrong, in which setting, and what to do; never a value. */
export class StartRefused extends Error {}

/** Ends a process that may not start: with the text of a refusal alone, with everything that is known of any other error. */
export function endRefused(error: unknown): never {
  if (!(error instanceof StartRefused)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
