import { Injectable } from '@nestjs/common';
import { staffIdOf } from '../../platform/database/actor.js';
import { newId } from '../../platform/database/ids.js';
import type { Tx } from '../../platform/database/tx.js';
import { openYouth } from '../access/open-youth.js';
import { CprCipher } from '../cpr/cpr-cipher.js';
import { CprDisclosure } from './cpr-disclosure.entity.js';

/** Shows the whole CPR number of a youth, never without a trace. */
@Injectable()
export class DiscloseCprService {
  constructor(private readonly cipher: CprCipher) {}

  /** 'DDMMYY-SSSS'. @throws DomainError not_found */
  async disclose(tx: Tx, youthId: string, purpose: string): Promise<{ cpr: string }> {
    const { youth, ground } = await openYouth(tx, youthId);
    const disclosure = Object.assign(new CprDisclosure(), { id: newId(), youthId, staffId: staffIdOf(tx.actor), purpose, at: tx.now });
    await tx.save(disclosure);
    tx.audit('cpr.disclosed', { type: 'youth', id: youthId, youthIds: [youthId], ground, detail: { disclosureId: disclosure.id } });
    const digits = this.cipher.decrypt(youth.id, youth.cprCipher).reveal();
    return { cpr: `${digits.slice(0, 6)}-${digits.slice(6)}` };
  }
}
