import { newId } from '../../platform/database/ids.js';
import type { Tx } from '../../platform/database/tx.js';
import type { AccessGround, AccessHolder, AccessScope } from './access-grounds.js';

export interface AccessGrant {
  readonly youthId: string;
  readonly holder: AccessHolder;
  readonly ground: AccessGround;
  /** The row that gives the ground: coordination, measure, referral, booking, import. */
  readonly sourceId: string;
  /** `full` unless told otherwise. */
  readonly scope?: AccessScope;
  /** From now unless told otherwise. */
  readonly fromAt?: Date;
  /** Open-ended unless told otherwise. */
  readonly untilAt?: Date | null;
}

export interface AccessEnding {
  readonly youthId: string;
  readonly ground: AccessGround;
  readonly sourceId: string;
  /** First instant without access; may lie ahead, and may move an earlier end. */
  readonly untilAt: Date;
  /** Only this holder's access; all holders' when left out. */
  readonly holder?: AccessHolder;
}

const GRANT = `
  INSERT INTO youth_access (id, youth_id, staff_id, department_id, role, scope, ground, source_id, from_at, until_at)
  SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::varchar[], $6::varchar[], $7::varchar[], $8::uuid[],
    $9::timestamptz[], $10::timestamptz[])
  ON CONFLICT ON CONSTRAINT uq_youth_access_source
  DO UPDATE SET scope = EXCLUDED.scope, from_at = least(youth_access.from_at, EXCLUDED.from_at), until_at = EXCLUDED.until_at`;

/**
 * Gives access to one or more youths. The same ground from the same source again renews the row: scope and end are the
 * new ones. Call it in the transaction that gives the ground.
 */
export async function grantAccess(tx: Tx, grants: AccessGrant | readonly AccessGrant[]): Promise<void> {
  const all = grants instanceof Array ? grants : [grants];
  if (all.length === 0) return;
  const holders = all.map(({ holder }) => holderColumns(holder));
  await tx.query(GRANT, [
    all.map(() => newId()),
    all.map(({ youthId }) => youthId),
    holders.map(({ staffId }) => staffId),
    holders.map(({ departmentId }) => departmentId),
    holders.map(({ role }) => role),
    all.map(({ scope }) => scope ?? 'full'),
    all.map(({ ground }) => ground),
    all.map(({ sourceId }) => sourceId),
    all.map(({ fromAt }) => fromAt ?? tx.now),
    all.map(({ untilAt }) => untilAt ?? null),
  ], 'youth-access-grant');
}

const END = `
  UPDATE youth_access SET until_at = $4
  WHERE youth_id = $1 AND ground = $2 AND source_id = $3
    AND ($5::boolean OR (staff_id IS NOT DISTINCT FROM $6 AND department_id IS NOT DISTINCT FROM $7 AND role IS NOT DISTINCT FROM $8))`;

/** Sets when access that came from a source ends. Access from other sources stays. */
export async function endAccess(tx: Tx, ending: AccessEnding): Promise<void> {
  const { staffId, departmentId, role } = holderColumns(ending.holder);
  const everyHolder = ending.holder === undefined;
  await tx.query(
    END,
    [ending.youthId, ending.ground, ending.sourceId, ending.untilAt, everyHolder, staffId, departmentId, role],
    'youth-access-end',
  );
}

function holderColumns(holder: AccessHolder | undefined): { staffId: string | null; departmentId: string | null; role: string | null } {
  return {
    staffId: holder && 'staffId' in holder ? holder.staffId : null,
    departmentId: holder && 'departmentId' in holder ? holder.departmentId : null,
    role: holder && 'role' in holder ? holder.role : null,
  };
}
