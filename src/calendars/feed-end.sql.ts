/** A subscription that no program has fetched for so long is over: nobody would notice who else has the address. */
const UNUSED = '90 days';
/** So long after its end a subscription gives an empty calendar, so that programs let go of what they have; then nothing is there. */
const EMPTY = '7 days';

/** SQL: when the subscription `feed` ends if nothing happens, or did end. */
export const FEED_ENDS_AT = `least(feed.revoked_at, feed.expires_at, coalesce(feed.last_fetched_at, feed.created_at) + interval '${UNUSED}')`;

/** SQL: whether a subscription that ended at an instant still gives an empty calendar at another. */
export function stillAnswers(endsAt: string, asOf: string): string {
  return `${endsAt} > ${asOf} - interval '${EMPTY}'`;
}
