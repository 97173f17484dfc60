import { isId } from '../../platform/database/ids.js';
import { staffIdOf } from '../../platform/database/actor.js';
import type { Tx } from '../../platform/database/tx.js';
import { conflict, notFound } from '../../platform/errors/domain-error.js';
import { auditAgenda, openForWriting } from '../readable-item.js';
import type { Removable } from './removed-row.entity.js';

const TAKE: Readonly<Record<Removable, string>> = {
  statement: 'WITH gone AS (DELETE FROM statement WHERE id = $1 AND booking_id = $2 RETURNING *) SELECT to_jsonb(gone) AS content FROM gone',
  scale_rating: 'WITH gone AS (DELETE FROM scale_rating WHERE id = $1 AND booking_id = $2 RETURNING *) SELECT to_jsonb(gone) AS content FROM gone',
};

const PUT_BACK: Readonly<Record<Removable, string>> = {
  statement: 'INSERT INTO statement SELECT * FROM jsonb_populate_record(NULL::statement, $1) ON CONFLICT DO NOTHING',
  scale_rating: 'INSERT INTO scale_rating SELECT * FROM jsonb_populate_record(NULL::scale_rating, $1) ON CONFLICT DO NOTHING',
};

/** Takes a row off an item's agenda. Only what a person took away last is kept; the caller has locked the row. */
export async function takeAway(tx: Tx, bookingId: string, kind: Removable, id: string): Promise<void> {
  const [gone] = await tx.query<{ content: object }>(TAKE[kind], [id, bookingId]);
  if (gone === undefined) throw notFound();
  const by = staffIdOf(tx.actor);
  await tx.query('DELETE FROM removed_row WHERE booking_id = $1 AND removed_by = $2', [bookingId, by]);
  await tx.query('INSERT INTO removed_row (id, booking_id, kind, content, removed_by, removed_at) VALUES ($1, $2, $3, $4, $5, $6)', [
    id, bookingId, kind, JSON.stringify(gone.content), by, tx.now,
  ]);
}

/**
 * Puts back what the actor took away last, as it was. A second time changes nothing.
 * @throws DomainError not_found; conflict `item_closed`, `already_rated` when the person has been given another number since
 */
export async function putBack(tx: Tx, bookingId: string, kind: Removable, id: string): Promise<void> {
  const booking = await openForWriting(tx, bookingId);
  if (!isId(id)) throw notFound();
  const [kept] = await tx.query<{ content: object }>(
    'SELECT content FROM removed_row WHERE id = $1 AND booking_id = $2 AND kind = $3 AND removed_by = $4 FOR UPDATE', [id, bookingId, kind, staffIdOf(tx.actor)],
  );
  if (kept === undefined) return requireThere(tx, bookingId, kind, id);
  if ((await tx.execute(PUT_BACK[kind], [JSON.stringify(kept.content)])) === 0) {
    throw conflict('already_rated', 'Personen har fået et nyt tal i mellemtiden. Ret det, der står.');
  }
  await tx.query('DELETE FROM removed_row WHERE id = $1', [id]);
  await auditAgenda(tx, booking, kind === 'statement' ? 'statement.restored' : 'rating.restored', { type: kind, id });
}

/** A closed item keeps nothing that was taken away. */
export async function forgetRemoved(tx: Tx, bookingId: string): Promise<void> {
  await tx.query('DELETE FROM removed_row WHERE booking_id = $1', [bookingId]);
}

async function requireThere(tx: Tx, bookingId: string, kind: Removable, id: string): Promise<void> {
  const table = kind === 'statement' ? 'statement' : 'scale_rating';
  const [there] = await tx.query(`SELECT 1 FROM ${table} WHERE id = $1 AND booking_id = $2`, [id, bookingId]);
  if (there === undefined) throw notFound();
}
