import { staffIdOf } from '../../platform/database/actor.js';
import { newId } from '../../platform/database/ids.js';
import type { Tx } from '../../platform/database/tx.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { youthCard, type YouthCard } from '../access/youth-card.js';
import { YouthLookup } from './youth-lookup.entity.js';

/** More look-ups than this in an hour by one person are not for single cases. */
const LOOKUPS_PER_HOUR = 60;

export interface LookupAnswer {
  readonly lookupId: string;
  readonly card: YouthCard;
}

export interface KeptLookup {
  /** null: nobody with that number is known here. */
  readonly youthId: string | null;
  readonly purpose: string;
  /** What the log says of it: a purpose that was stated, or a youth that was to be recorded. */
  readonly ground: 'stated_purpose' | 'recording';
}

/**
 * One look-up of a person after the other: many at once would else all be counted before the first is written.
 * @throws DomainError rate_limited
 */
export async function checkLookupRate(tx: Tx): Promise<void> {
  await tx.query("SELECT pg_advisory_xact_lock(hashtextextended('youth-lookup ' || $1::text, 0))", [tx.actor.staffId], 'lookup-turn');
  const anHourAgo = new Date(tx.now.getTime() - 3_600_000);
  const [row] = await tx.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM youth_lookup WHERE staff_id = $1 AND at > $2', [tx.actor.staffId, anHourAgo], 'lookup-rate',
  );
  if ((row?.count ?? 0) < LOOKUPS_PER_HOUR) return;
  throw new DomainError('rate_limited', 'too_many_lookups', 'Du har slået for mange op på kort tid. Vent en time, eller ring til sekretæren.');
}

/** The id of the youth with the CPR number of this blind index, or null. */
export async function youthByIndex(tx: Tx, index: Buffer): Promise<string | null> {
  const [youth] = await tx.query<{ id: string }>('SELECT id FROM youth WHERE cpr_index = $1', [index], 'youth-by-cpr');
  return youth?.id ?? null;
}

/** Writes that the actor has been told whether a youth is known, with the row of the log. Returns the look-up's id. */
export async function keepLookup(tx: Tx, { youthId, purpose, ground }: KeptLookup): Promise<string> {
  const lookup = Object.assign(new YouthLookup(), { id: newId(), staffId: staffIdOf(tx.actor), youthId, purpose, at: tx.now });
  await tx.save(lookup);
  const youthIds = youthId === null ? [] : [youthId];
  tx.audit('youth.looked_up', { type: 'youth_lookup', id: lookup.id, youthIds, ground, detail: { found: youthId !== null } });
  return lookup.id;
}

/** What the actor's look-up of this id tells; null when it found nobody, or no look-up has the id. */
export async function lookupAnswer(tx: Tx, lookupId: string): Promise<LookupAnswer | null> {
  const [lookup] = await tx.query<{ youthId: string | null }>(
    'SELECT youth_id AS "youthId" FROM youth_lookup WHERE id = $1 AND staff_id = $2', [lookupId, tx.actor.staffId], 'lookup-answer',
  );
  return lookup?.youthId ? { lookupId, card: await youthCard(tx, lookup.youthId) } : null;
}
