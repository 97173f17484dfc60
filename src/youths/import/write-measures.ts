import { addDays } from '../../platform/clock/calendar-date.js';
import { startOfDay } from '../../platform/clock/zone.js';
import { newId } from '../../platform/database/ids.js';
import type { Tx } from '../../platform/database/tx.js';
import { grantAccess, type AccessGrant } from '../access/grant-access.js';
import type { KnownMeasure } from './known-youths.js';
import type { ImportedMeasure } from './youth-line.js';

export interface MeasureOf<M> {
  readonly youthId: string;
  readonly measure: M;
}

const INSERT = `
  INSERT INTO measure (id, youth_id, department_id, title, act, section, starts_on, ends_on, created_at)
  SELECT t.*, $9 FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::varchar[], $5::varchar[], $6::varchar[],
    $7::date[], $8::date[]) AS t`;

/** Writes new measures in one statement; the department of each that runs today or later gets access while it runs. */
export async function insertMeasures(tx: Tx, measures: readonly MeasureOf<ImportedMeasure>[]): Promise<void> {
  if (measures.length === 0) return;
  const withIds = measures.map(({ youthId, measure }) => ({ youthId, measure: { ...measure, id: newId() } }));
  const all = withIds.map(({ measure }) => measure);
  await tx.query(
    INSERT,
    [
      all.map(({ id }) => id),
      measures.map(({ youthId }) => youthId),
      all.map(({ departmentId }) => departmentId),
      all.map(({ title }) => title),
      all.map(({ act }) => act),
      all.map(({ section }) => section),
      all.map(({ startsOn }) => startsOn),
      all.map(({ endsOn }) => endsOn),
      tx.now,
    ],
    'import-insert-measures',
  );
  const running = withIds.filter(({ measure }) => measure.endsOn === null || measure.endsOn >= tx.today);
  await grantAccess(
    tx,
    running.map((each) => whileItRuns(tx, each)),
  );
}

const UPDATE = `
  UPDATE measure m SET title = t.title, ends_on = t.ends_on
  FROM unnest($1::uuid[], $2::varchar[], $3::date[]) AS t (id, title, ends_on) WHERE m.id = t.id`;

/** Writes other ends and titles of known measures in one statement, and moves the departments' access with them. */
export async function updateMeasures(tx: Tx, measures: readonly MeasureOf<KnownMeasure>[]): Promise<void> {
  if (measures.length === 0) return;
  const all = measures.map(({ measure }) => measure);
  await tx.query(
    UPDATE,
    [all.map(({ id }) => id), all.map(({ title }) => title), all.map(({ endsOn }) => endsOn)],
    'import-update-measures',
  );
  await grantAccess(
    tx,
    measures.map((each) => whileItRuns(tx, each)),
  );
}

function whileItRuns(tx: Tx, { youthId, measure }: MeasureOf<KnownMeasure>): AccessGrant {
  const begins = startOfDay(measure.startsOn);
  return {
    youthId,
    holder: { departmentId: measure.departmentId },
    ground: 'open_measure',
    sourceId: measure.id,
    fromAt: begins > tx.now ? begins : tx.now,
    untilAt: measure.endsOn === null ? null : startOfDay(addDays(measure.endsOn, 1)),
  };
}
