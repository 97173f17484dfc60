import { Injectable } from '@nestjs/common';
import { newId } from '../../platform/database/ids.js';
import { LoadsReferenceData } from '../../platform/database/reference-data.js';
import type { Tx } from '../../platform/database/tx.js';
import { REFERRAL_TYPES } from './referral-types.data.js';

@Injectable()
export class ReferralTypesLoader {
  /** Brings the shipped versions up to date. A version that the municipality has ended, or added, stays as it is. */
  @LoadsReferenceData()
  async load(tx: Tx): Promise<void> {
    await tx.query(
      `INSERT INTO referral_type (id, code, label, definition, source, in_force_from, in_force_to)
       SELECT * FROM unnest($1::uuid[], $2::varchar[], $3::varchar[], $4::jsonb[], $5::varchar[], $6::date[], $7::date[])
       ON CONFLICT ON CONSTRAINT uq_referral_type_version DO UPDATE SET label = EXCLUDED.label, definition = EXCLUDED.definition,
         source = EXCLUDED.source, in_force_to = coalesce(referral_type.in_force_to, EXCLUDED.in_force_to)`,
      [
        REFERRAL_TYPES.map(() => newId()),
        REFERRAL_TYPES.map(({ code }) => code),
        REFERRAL_TYPES.map(({ label }) => label),
        REFERRAL_TYPES.map(({ definition }) => JSON.stringify(definition)),
        REFERRAL_TYPES.map(({ source }) => source),
        REFERRAL_TYPES.map(({ inForceFrom }) => inForceFrom),
        REFERRAL_TYPES.map(({ inForceTo }) => inForceTo),
      ],
    );
  }
}
