import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { once, type IdempotencyKey } from '../../platform/http/idempotency.js';
import { CprCipher } from '../cpr/cpr-cipher.js';
import { keyOverBlindIndex, readCpr } from '../cpr-input.js';
import { checkLookupRate, keepLookup, type LookupAnswer, lookupAnswer, youthByIndex } from './keep-lookup.js';

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
      await checkLookupRate(tx);
      return keepLookup(tx, { youthId: await youthByIndex(tx, index), purpose, ground: 'stated_purpose' });
    });
    return lookupAnswer(tx, lookupId);
  }
}
