import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { Tx } from '../../platform/database/tx.js';
import { rule } from '../../platform/errors/domain-error.js';
import type { ReferralTypeCode } from './referral-codes.js';
import type { ReferralTypeDefinition } from './referral-type-definition.js';

/** One version of a type with its rules at hand. */
export interface TypeVersion extends ReferralTypeDefinition {
  readonly id: string;
  readonly code: ReferralTypeCode;
  readonly label: string;
  readonly source: string;
  readonly inForceFrom: CalendarDate;
  /** Last day in force. */
  readonly inForceTo: CalendarDate | null;
}

interface TypeRow extends Omit<TypeVersion, keyof ReferralTypeDefinition> {
  readonly definition: ReferralTypeDefinition;
}

const COLUMNS = 'id, code, label, definition, source, in_force_from::text AS "inForceFrom", in_force_to::text AS "inForceTo"';
const ON_THE_DAY = 'in_force_from <= $1 AND (in_force_to IS NULL OR in_force_to >= $1)';

/**
 * The version of a type in force on a day; the newest, should two overlap.
 * @throws DomainError rule `type_not_in_force`
 */
export async function typeInForce(tx: Tx, code: ReferralTypeCode, on: CalendarDate): Promise<TypeVersion> {
  const [row] = await tx.query<TypeRow>(
    `SELECT ${COLUMNS} FROM referral_type WHERE ${ON_THE_DAY} AND code = $2 ORDER BY in_force_from DESC LIMIT 1`, [on, code], 'referral-type-in-force',
  );
  if (row === undefined) throw rule('type_not_in_force', 'Den slags punkt bruges ikke på den dag. Vælg en anden type.');
  return flat(row);
}

/** All types in force on a day, one version each. */
export async function typesInForce(tx: Tx, on: CalendarDate): Promise<TypeVersion[]> {
  const rows = await tx.query<TypeRow>(
    `SELECT DISTINCT ON (code) ${COLUMNS} FROM referral_type WHERE ${ON_THE_DAY} ORDER BY code, in_force_from DESC`, [on], 'referral-types-in-force',
  );
  return rows.map(flat);
}

/** The version that a referral was raised under. */
export async function typeById(tx: Tx, id: string): Promise<TypeVersion> {
  const [row] = await tx.query<TypeRow>(`SELECT ${COLUMNS} FROM referral_type WHERE id = $1`, [id], 'referral-type-by-id');
  if (row === undefined) throw new Error('a referral names a type that does not exist');
  return flat(row);
}

function flat({ definition, ...version }: TypeRow): TypeVersion {
  return { ...version, ...definition };
}
