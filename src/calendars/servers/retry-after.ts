/** A calendar that is not written for longer is a wrong calendar. */
const LONGEST_SECONDS = 3_600;

/**
 * How many seconds a server wants to be left alone, from its Retry-After (RFC 9110, section 10.2.3: seconds or a date); at most an
 * hour, and 0 when it says nothing that can be read.
 * @param now by this machine's clock, in milliseconds
 */
export function secondsToWait(header: string | undefined, now: number): number {
  if (header === undefined) return 0;
  const seconds = /^\d+$/.test(header) ? Number(header) : Math.ceil((Date.parse(header) - now) / 1_000);
  return Number.isNaN(seconds) ? 0 : Math.min(Math.max(seconds, 0), LONGEST_SECONDS);
}
