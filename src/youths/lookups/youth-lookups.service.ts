import { Injectable } from '@nestjs/common';
import { staffIdOf } from '../../platform/database/actor.js';
import { newId } from '../../platform/database/ids.js';
import type { Tx } from '../../platform/database/tx.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { once, type IdempotencyKey } from '../../platform/http/idempotency.js';
import { youthCard, type YouthCard } from '../access/youth-card.js';
import { CprCipher } from '../cpr/cpr-cipher.js';
import { keyOverBlindIndex, readCpr } from '../cpr-input.js';
import { YouthLookup } from './youth-lookup.entity.js';

/** More look-ups than this in an hour by one person are not for single cases. */
const LOOKUPS_PER_HOUR = 60;

export interface LookupAnswer {
  readonly lookupId: string;
  readonly card: YouthCard;
}

/** Lets any unit find out whom to call about a youth it cannot see. */
@Injectable()
export class YouthLookupsService {
  constructor(private readonly cipher: CprCipher) {}

  /**
   * Looks a youth up by CPR number and logs it, also when nobody is found. Returns null then: the caller answers 404
   * after the transaction, so that the log row stays.
   * @throws DomainError invalid; rate_limited
   */
  async lookUp(tx: Tx, cprText: string, purpose: string, key: IdempotencyKey | null): Promise<LookupAnswer | null> {
    const cpr = readCpr(cprText);
    const index = this.cipher.blindIndex(cpr);
    const lookupId = await once(tx, keyOverBlindIndex(key, this.cipher, cpr, { purpose }), async () => {
      await this.checkRate(tx);
      const [youth] = await tx.query<{ id: string }>('SELECT id FROM youth WHERE cpr_index = $1', [index], 'youth-by-cpr');
      return this.keep(tx, youth?.id ?? null, purpose);
    });
    const { youthId } = await tx.find(YouthLookup, lookupId);
    return youthId === null ? null : { lookupId, card: await youthCard(tx, youthId) };
  }

  private async keep(tx: Tx, youthId: string | null, purpose: string): Promise<string> {
    const lookup = Object.assign(new YouthLookup(), { id: newId(), staffId: staffIdOf(tx.actor), youthId, purpose, at: tx.now });
    await tx.save(lookup);
    const youthIds = youthId === null ? [] : [youthId];
    tx.audit('youth.looked_up', { type: 'youth_lookup', id: lookup.id, youthIds, ground: 'stated_purpose', detail: { found: youthId !== null } });
    return lookup.id;
  }

  /** One look-up of a person after the other: many at once would else all be counted before the first is written. */
  private async checkRate(tx: Tx): Promise<void> {
    await tx.query("SELECT pg_advisory_xact_lock(hashtextextended('youth-lookup ' || $1::text, 0))", [tx.actor.staffId], 'lookup-turn');
    const anHourAgo = new Date(tx.now.getTime() - 3_600_000);
    const [row] = await tx.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM youth_lookup WHERE staff_id = $1 AND at > $2', [tx.actor.staffId, anHourAgo], 'lookup-rate',
    );
    if ((row?.count ?? 0) < LOOKUPS_PER_HOUR) return;
    throw new DomainError('rate_limited', 'too_many_lookups', 'Du har slået for mange op på kort tid. Vent en time, eller ring til sekretæren.');
  }
}
