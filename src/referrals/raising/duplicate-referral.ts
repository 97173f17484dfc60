import { staffIdOf } from '../../platform/database/actor.js';
import type { Tx } from '../../platform/database/tx.js';
import { conflict } from '../../platform/errors/domain-error.js';
import { OPEN_REFERRAL_STATES, REFERRAL_STATE_LABELS, type ReferralState } from '../referral-states.js';
import type { ReferralTypeCode } from '../types/referral-codes.js';

interface OpenReferral {
  readonly id: string;
  readonly state: ReferralState;
  readonly departmentName: string;
  readonly callName: string | null;
  readonly callPhone: string | null;
}

const OPEN = `
  SELECT r.id, r.state, d.name AS "departmentName", d.call_name AS "callName", d.call_phone AS "callPhone"
  FROM referral r JOIN department d ON d.id = r.author_department_id
  WHERE r.youth_id = $1 AND r.type = $2 AND r.state = ANY ($3::varchar[]) AND (r.state <> 'draft' OR r.author_id = $4)
    AND r.id IS DISTINCT FROM $5::uuid
  ORDER BY r.created_at LIMIT 1`;

/**
 * One open referral per youth and type. Keeps the youth locked, so that two who raise it at once do not both get through.
 * Others' drafts do not count. Names which unit has it and whom to call, not what it is about.
 * @throws DomainError conflict `already_referred`
 */
export async function refuseSecondReferral(tx: Tx, youthId: string, type: ReferralTypeCode, except: string | null = null): Promise<void> {
  await tx.query('SELECT 1 FROM youth WHERE id = $1 FOR NO KEY UPDATE', [youthId]);
  const [open] = await tx.query<OpenReferral>(OPEN, [youthId, type, OPEN_REFERRAL_STATES, staffIdOf(tx.actor), except], 'referral-open');
  if (open === undefined) return;
  const { id, state, departmentName: name, callName, callPhone } = open;
  throw conflict(
    'already_referred',
    `Den unge har allerede en anmodning om den slags punkt fra ${name} (${REFERRAL_STATE_LABELS[state]}). Tal med dem, før du gør mere.`,
    { existing: { id, state, department: { name, callName, callPhone } } },
  );
}
