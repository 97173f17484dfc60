import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { Tx } from '../../platform/database/tx.js';
import type { YouthStatus } from '../youth-status.js';
import type { ImportedMeasure } from './youth-line.js';

/** A measure that is there already. */
export interface KnownMeasure extends ImportedMeasure {
  readonly id: string;
}

/** A youth that is there already, as far as an import may change it. */
export interface KnownYouth {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly departmentId: string;
  readonly school: string | null;
  readonly schoolGrade: string | null;
  readonly specialSchool: boolean;
  readonly protected: boolean;
  readonly actingMunicipality: string | null;
  readonly previousTransitionMeetingOn: CalendarDate | null;
  readonly nextMeetingOn: CalendarDate | null;
  readonly status: YouthStatus;
  readonly coordinatorId: string | null;
  readonly measures: KnownMeasure[];
}

const YOUTHS = `
  SELECT encode(y.cpr_index, 'hex') AS index, y.id, y.first_name AS "firstName", y.last_name AS "lastName",
    y.department_id AS "departmentId", y.school, y.school_grade AS "schoolGrade",
    y.special_school AS "specialSchool", y.protected, y.acting_municipality AS "actingMunicipality",
    y.previous_transition_meeting_on::text AS "previousTransitionMeetingOn",
    y.next_meeting_on::text AS "nextMeetingOn", y.status, c.staff_id AS "coordinatorId"
  FROM youth y LEFT JOIN coordination c ON c.youth_id = y.id AND c.until_at IS NULL
  WHERE y.cpr_index = ANY ($1::bytea[])`;

const MEASURES = `
  SELECT id, youth_id AS "youthId", department_id AS "departmentId", title, act, section, starts_on::text AS "startsOn",
    ends_on::text AS "endsOn"
  FROM measure WHERE youth_id = ANY ($1::uuid[])`;

/** The youths of these blind indexes that are there already, by the index as hex. Two statements, however many. */
export async function knownYouths(tx: Tx, indexes: readonly Buffer[]): Promise<Map<string, KnownYouth>> {
  const rows = await tx.query<Omit<KnownYouth, 'measures'> & { index: string }>(
    YOUTHS,
    [indexes],
    'import-known-youths',
  );
  const youths = rows.map(({ index, ...row }) => ({ index, youth: { ...row, measures: [] as KnownMeasure[] } }));
  const byId = new Map(youths.map(({ youth }) => [youth.id, youth]));
  const measures = await tx.query<KnownMeasure & { youthId: string }>(
    MEASURES,
    [[...byId.keys()]],
    'import-known-measures',
  );
  for (const { youthId, ...measure } of measures) byId.get(youthId)?.measures.push(measure);
  return new Map(youths.map(({ index, youth }) => [index, youth]));
}
