import type { Tx } from '../../platform/database/tx.js';
import { bringMeetingsBy } from './calendar-channels.js';

const FIRST = `UPDATE feed SET last_fetched_at = $2, last_agent = $3 WHERE id = $1 AND last_fetched_at IS NULL AND scope = 'mine' RETURNING owner_id AS "ownerId"`;

/** A program holds a person's own calendar for the first time: from now on their meetings come there, and no more by the way before. */
export async function noteFirstFetch(tx: Tx, feedId: string, agent: string | null): Promise<void> {
  const [feed] = await tx.query<{ ownerId: string }>(FIRST, [feedId, tx.now, agent], 'feed-first-fetch');
  if (feed !== undefined) await bringMeetingsBy(tx, feed.ownerId, 'feed');
}
