import { hasRole, staffIdOf } from '../../platform/database/actor.js';
import { isId, newId } from '../../platform/database/ids.js';
import type { Tx } from '../../platform/database/tx.js';
import { forbidden, notFound, rule } from '../../platform/errors/domain-error.js';
import { requireVersion } from '../../platform/http/if-match.js';
import { auditAgenda, openForWriting } from '../readable-item.js';
import { Preparation } from './preparation.entity.js';

export interface PreparationGiven {
  readonly nothingToAdd: boolean;
  readonly text: string | null;
}

/** A unit that comes to the item, or has prepared; the fields are null while it has not. */
export interface PreparationLine {
  readonly department: { readonly id: string; readonly name: string };
  readonly nothingToAdd: boolean | null;
  readonly text: string | null;
  readonly author: { readonly id: string; readonly name: string } | null;
  readonly version: number | null;
  readonly updatedAt: Date | null;
}

const LINES = `
  SELECT json_build_object('id', d.id, 'name', d.name) AS department, p.nothing_to_add AS "nothingToAdd", p.text, p.version, p.updated_at AS "updatedAt",
    CASE WHEN m.id IS NULL THEN NULL ELSE json_build_object('id', m.id, 'name', m.name) END AS author
  FROM department d LEFT JOIN preparation p ON p.department_id = d.id AND p.booking_id = $1 LEFT JOIN staff_member m ON m.id = p.author_id
  WHERE p.id IS NOT NULL OR d.id IN (
    SELECT s.department_id FROM booking_participant bp JOIN staff_member s ON s.id = bp.staff_id WHERE bp.booking_id = $1 AND bp.area IS NOT NULL)
  ORDER BY d.name COLLATE "da-x-icu", d.id`;

/** What each unit that comes has prepared, in Danish alphabetical order. The caller has checked access. */
export function preparationsOf(tx: Tx, bookingId: string): Promise<PreparationLine[]> {
  return tx.query<PreparationLine>(LINES, [bookingId], 'agenda-preparations');
}

/**
 * Writes or replaces what a unit has prepared. A unit writes for itself; the secretary may for any.
 * @param version the one the writer last saw; null replaces whatever stands
 * @throws DomainError not_found; forbidden `not_your_unit`; conflict `item_closed`; precondition `changed_meanwhile`; rule `text_required`
 */
export async function prepare(tx: Tx, bookingId: string, departmentId: string, given: PreparationGiven, version: number | null): Promise<void> {
  const booking = await openForWriting(tx, bookingId);
  await requireOwnUnit(tx, departmentId);
  const text = given.text?.trim() || null;
  if (!given.nothingToAdd && text === null) throw rule('text_required', 'Skriv, hvad I vil sige, eller vælg »intet at tilføje«.');
  const present = await tx.manager.findOne(Preparation, { where: { bookingId, departmentId }, lock: { mode: 'pessimistic_write' } });
  if (present !== null && version !== null) requireVersion(present.version, version, lineOf(present));
  await tx.execute(
    `INSERT INTO preparation (id, booking_id, department_id, nothing_to_add, text, author_id, version, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, 1, $7)
     ON CONFLICT ON CONSTRAINT uq_preparation DO UPDATE SET nothing_to_add = EXCLUDED.nothing_to_add, text = EXCLUDED.text,
       author_id = EXCLUDED.author_id, version = preparation.version + 1, updated_at = EXCLUDED.updated_at`,
    [newId(), bookingId, departmentId, given.nothingToAdd, text, staffIdOf(tx.actor), tx.now],
  );
  await auditAgenda(tx, booking, 'preparation.written', { type: 'department', id: departmentId }, { nothingToAdd: given.nothingToAdd });
}

async function requireOwnUnit(tx: Tx, departmentId: string): Promise<void> {
  if (!isId(departmentId)) throw notFound();
  const [found] = await tx.query('SELECT 1 FROM department WHERE id = $1', [departmentId], 'department-exists');
  if (found === undefined) throw notFound();
  if (departmentId === tx.actor.departmentId || hasRole(tx.actor, 'meeting_secretary')) return;
  throw forbidden('not_your_unit', 'Du kan kun forberede punktet for din egen enhed.');
}

function lineOf({ departmentId, nothingToAdd, text, version, updatedAt }: Preparation): Readonly<Record<string, unknown>> {
  return { departmentId, nothingToAdd, text, version, updatedAt };
}
