import { staffIdOf } from '../../platform/database/actor.js';
import { newId } from '../../platform/database/ids.js';
import type { Tx } from '../../platform/database/tx.js';
import { invalid } from '../../platform/errors/domain-error.js';
import { requireVersion } from '../../platform/http/if-match.js';
import { auditAgenda, openForWriting, readableItem } from '../readable-item.js';
import { takeAway } from '../removed/removed-rows.js';
import type { Heading, Voice } from '../agenda-words.js';
import type { StatementChange, StatementInput } from './statement.dto.js';
import { Statement } from './statement.entity.js';

export interface StatementLine {
  readonly id: string;
  readonly heading: Heading;
  readonly voice: Voice;
  readonly voiceName: string | null;
  readonly department: { readonly id: string; readonly name: string } | null;
  readonly text: string;
  readonly position: number;
  readonly author: { readonly id: string; readonly name: string };
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

const LINES = `
  SELECT s.id, s.heading, s.voice, s.voice_name AS "voiceName", s.text, s.position, s.version, s.created_at AS "createdAt", s.updated_at AS "updatedAt",
    CASE WHEN d.id IS NULL THEN NULL ELSE json_build_object('id', d.id, 'name', d.name) END AS department,
    json_build_object('id', m.id, 'name', m.name) AS author
  FROM statement s JOIN staff_member m ON m.id = s.author_id LEFT JOIN department d ON d.id = s.department_id
  WHERE s.booking_id = $1 AND ($2::uuid IS NULL OR s.id = $2) ORDER BY s.position, s.id`;

/** The statements of an item in order. The caller has checked access. */
export function statementsOf(tx: Tx, bookingId: string): Promise<StatementLine[]> {
  return tx.query<StatementLine>(LINES, [bookingId, null], 'agenda-statements');
}

/** One statement of an item that the actor may read. @throws DomainError not_found */
export async function readStatement(tx: Tx, bookingId: string, id: string): Promise<StatementLine> {
  await readableItem(tx, bookingId);
  return line(tx, await tx.find(Statement, id, ofItem(bookingId)));
}

/** Writes a statement last under its heading; a unit's own words when no other unit is named. Returns its id. */
export async function addStatement(tx: Tx, bookingId: string, sent: StatementInput): Promise<string> {
  const booking = await openForWriting(tx, bookingId);
  const departmentId = sent.voice === 'unit' ? (sent.departmentId ?? tx.actor.departmentId) : null;
  await requireDepartment(tx, departmentId);
  const [last] = await tx.query<{ position: number }>('SELECT coalesce(max(position), 0) AS position FROM statement WHERE booking_id = $1', [bookingId]);
  const statement = Object.assign(new Statement(), {
    id: newId(), bookingId, heading: sent.heading, voice: sent.voice, voiceName: sent.voiceName?.trim() || null, departmentId,
    text: sent.text.trim(), position: (last?.position ?? 0) + 1, authorId: staffIdOf(tx.actor), version: 1, createdAt: tx.now, updatedAt: tx.now,
  });
  await tx.save(statement);
  await auditAgenda(tx, booking, 'statement.added', { type: 'statement', id: statement.id }, { heading: sent.heading, voice: sent.voice });
  return statement.id;
}

/**
 * Changes a statement that nobody has changed since.
 * @throws DomainError not_found; conflict `item_closed`; precondition `changed_meanwhile` with the present row
 */
export async function changeStatement(tx: Tx, bookingId: string, id: string, version: number, change: StatementChange): Promise<void> {
  const booking = await openForWriting(tx, bookingId);
  const statement = await lockUnchanged(tx, bookingId, id, version);
  if (change.heading !== undefined) statement.heading = change.heading;
  if (change.text !== undefined) statement.text = change.text.trim();
  if (change.voiceName !== undefined) statement.voiceName = change.voiceName?.trim() || null;
  if (change.position !== undefined) statement.position = change.position;
  statement.version += 1;
  statement.updatedAt = tx.now;
  await tx.save(statement);
  await auditAgenda(tx, booking, 'statement.changed', { type: 'statement', id }, { version: statement.version });
}

/** Takes a statement away; `putBack` undoes it. @throws DomainError not_found; conflict `item_closed`; precondition `changed_meanwhile` with the present row */
export async function removeStatement(tx: Tx, bookingId: string, id: string, version: number): Promise<void> {
  const booking = await openForWriting(tx, bookingId);
  await lockUnchanged(tx, bookingId, id, version);
  await takeAway(tx, bookingId, 'statement', id);
  await auditAgenda(tx, booking, 'statement.removed', { type: 'statement', id });
}

async function lockUnchanged(tx: Tx, bookingId: string, id: string, version: number): Promise<Statement> {
  const statement = await tx.lock(Statement, id, ofItem(bookingId));
  if (statement.version !== version) requireVersion(statement.version, version, { ...(await line(tx, statement)) });
  return statement;
}

async function line(tx: Tx, { bookingId, id }: Statement): Promise<StatementLine> {
  const [found] = await tx.query<StatementLine>(LINES, [bookingId, id], 'agenda-statements');
  if (found === undefined) throw new Error('a statement lost its author');
  return found;
}

function ofItem(bookingId: string) {
  return (alias: string) => ({ sql: `${alias}.bookingId = :bookingId`, parameters: { bookingId } });
}

async function requireDepartment(tx: Tx, departmentId: string | null): Promise<void> {
  if (departmentId === null || departmentId === tx.actor.departmentId) return;
  const [found] = await tx.query('SELECT 1 FROM department WHERE id = $1', [departmentId], 'department-exists');
  if (found === undefined) throw invalid([{ field: 'departmentId', code: 'unknown', message: 'Vælg en enhed, der findes.' }]);
}
