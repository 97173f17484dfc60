import { addDays } from '../../platform/clock/calendar-date.js';
import { startOfDay } from '../../platform/clock/zone.js';
import { staffIdOf } from '../../platform/database/actor.js';
import { newId } from '../../platform/database/ids.js';
import type { Tx } from '../../platform/database/tx.js';
import { grantAccess } from '../access/grant-access.js';
import type { CprCipher } from '../cpr/cpr-cipher.js';
import { importedStatus, type YouthChange } from './compare-youth.js';
import type { Importing } from './importing.js';
import type { ImportedYouth } from './merge-lines.js';

const ACCESS_DAYS = 30;

const INSERT = `
  INSERT INTO youth (id, cpr_cipher, cpr_index, first_name, last_name, birth_date, department_id, school, school_grade,
    special_school, protected, protected_since, acting_municipality, status, previous_transition_meeting_on,
    next_meeting_on, known_since, created_at, updated_at)
  SELECT id, cpr_cipher, cpr_index, first_name, last_name, birth_date, department_id, school, school_grade,
    coalesce(special_school, false), coalesce(protected, false), CASE WHEN protected THEN $16::date END,
    acting_municipality, status, previous_meeting, next_meeting, $16::date, $17, $17
  FROM unnest($1::uuid[], $2::bytea[], $3::bytea[], $4::varchar[], $5::varchar[], $6::date[], $7::uuid[], $8::varchar[],
    $9::varchar[], $10::boolean[], $11::boolean[], $12::varchar[], $13::varchar[], $14::date[], $15::date[])
    AS t (id, cpr_cipher, cpr_index, first_name, last_name, birth_date, department_id, school, school_grade,
      special_school, protected, acting_municipality, status, previous_meeting, next_meeting)`;

/** Writes new youths in one statement, sealed to the ids it gives them in order; the importer sees them for 30 days. */
export async function insertYouths(
  tx: Tx,
  cipher: CprCipher,
  importing: Importing,
  youths: readonly ImportedYouth[],
): Promise<string[]> {
  if (youths.length === 0) return [];
  const ids = youths.map(() => newId());
  const facts = youths.map((youth) => youth.facts);
  await tx.query(
    INSERT,
    [
      ids,
      youths.map(({ cpr }, at) => cipher.encrypt(ids[at] as string, cpr)),
      youths.map(({ cpr }) => cipher.blindIndex(cpr)),
      youths.map(({ firstName }) => firstName),
      youths.map(({ lastName }) => lastName),
      youths.map(({ birthDate }) => birthDate),
      youths.map(({ departmentId }) => departmentId),
      facts.map(({ school }) => school),
      facts.map(({ schoolGrade }) => schoolGrade),
      facts.map(({ specialSchool }) => specialSchool),
      facts.map((fact) => fact.protected),
      facts.map(({ actingMunicipality }) => actingMunicipality),
      youths.map((youth) => importedStatus(youth, tx.today)),
      facts.map(({ previousTransitionMeetingOn }) => previousTransitionMeetingOn),
      facts.map(({ nextMeetingOn }) => nextMeetingOn),
      tx.today,
      tx.now,
    ],
    'import-insert-youths',
  );
  await grantToImporter(tx, importing, ids);
  return ids;
}

/** Locked by id, as whoever computes deadlines does: the unit that is left stays the one that is noted. */
const MOVE = `
  INSERT INTO unit_change (id, youth_id, from_id, to_id, changed_at)
  SELECT t.id, y.id, y.department_id, t.to_id, $4
  FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS t (id, youth_id, to_id) JOIN youth y ON y.id = t.youth_id
  WHERE y.department_id <> t.to_id ORDER BY y.id FOR NO KEY UPDATE OF y`;

const UPDATE = `
  UPDATE youth y SET
    first_name = coalesce(t.first_name, y.first_name),
    last_name = coalesce(t.last_name, y.last_name),
    department_id = coalesce(t.department_id, y.department_id),
    school = coalesce(t.school, y.school),
    school_grade = coalesce(t.school_grade, y.school_grade),
    special_school = coalesce(t.special_school, y.special_school),
    protected = coalesce(t.protected, y.protected),
    protected_since = CASE WHEN t.protected THEN $13::date WHEN NOT t.protected THEN NULL ELSE y.protected_since END,
    acting_municipality = coalesce(t.acting_municipality, y.acting_municipality),
    previous_transition_meeting_on = coalesce(t.previous_meeting, y.previous_transition_meeting_on),
    next_meeting_on = coalesce(t.next_meeting, y.next_meeting_on),
    status = coalesce(t.status, y.status),
    updated_at = $14
  FROM unnest($1::uuid[], $2::varchar[], $3::varchar[], $4::uuid[], $5::varchar[], $6::varchar[], $7::boolean[],
    $8::boolean[], $9::varchar[], $10::date[], $11::date[], $12::varchar[])
    AS t (id, first_name, last_name, department_id, school, school_grade, special_school, protected,
      acting_municipality, previous_meeting, next_meeting, status)
  WHERE y.id = t.id`;

/** Writes what a file changes on known youths in one statement; fields it does not tell keep what stands there now. */
export async function updateYouths(
  tx: Tx,
  changes: readonly { youthId: string; change: YouthChange }[],
): Promise<void> {
  if (changes.length === 0) return;
  await noteMoves(tx, changes);
  const all = changes.map(({ change }) => change);
  await tx.query(
    UPDATE,
    [
      changes.map(({ youthId }) => youthId),
      all.map(({ firstName }) => firstName),
      all.map(({ lastName }) => lastName),
      all.map(({ departmentId }) => departmentId),
      all.map(({ school }) => school),
      all.map(({ schoolGrade }) => schoolGrade),
      all.map(({ specialSchool }) => specialSchool),
      all.map((change) => change.protected),
      all.map(({ actingMunicipality }) => actingMunicipality),
      all.map(({ previousTransitionMeetingOn }) => previousTransitionMeetingOn),
      all.map(({ nextMeetingOn }) => nextMeetingOn),
      all.map(({ status }) => status),
      tx.today,
      tx.now,
    ],
    'import-update-youths',
  );
}

async function noteMoves(
  tx: Tx,
  changes: readonly { youthId: string; change: YouthChange }[],
): Promise<void> {
  const moves = changes.flatMap(({ youthId, change: { departmentId } }) => (departmentId === null ? [] : [{ youthId, departmentId }]));
  await tx.query(
    MOVE,
    [moves.map(() => newId()), moves.map(({ youthId }) => youthId), moves.map(({ departmentId }) => departmentId), tx.now],
    'import-move-youths',
  );
}

async function grantToImporter(
  tx: Tx,
  { importId, importer }: Importing,
  youthIds: readonly string[],
): Promise<void> {
  const untilAt = startOfDay(addDays(tx.today, ACCESS_DAYS + 1));
  const holder = { staffId: staffIdOf(importer) };
  await grantAccess(
    tx,
    youthIds.map((youthId) => ({ youthId, holder, ground: 'import', sourceId: importId, untilAt })),
  );
}
