import { staffIdOf } from '../../platform/database/actor.js';
import { newId } from '../../platform/database/ids.js';
import type { Scope } from '../../platform/database/scope.js';
import type { Tx } from '../../platform/database/tx.js';
import { conflict } from '../../platform/errors/domain-error.js';
import { requireVersion } from '../../platform/http/if-match.js';
import { type Voice, VOICE_LABELS } from '../agenda-words.js';
import { auditAgenda, openForWriting, readableItem } from '../readable-item.js';
import { takeAway } from '../removed/removed-rows.js';
import type { RatingChange, RatingInput } from './rating.dto.js';
import { ScaleRating } from './scale-rating.entity.js';

export interface RatingLine {
  readonly id: string;
  readonly voice: Voice;
  readonly voiceName: string;
  readonly value: number;
  readonly because: string | null;
  readonly oneUp: string | null;
  readonly version: number;
  readonly updatedAt: Date;
}

const LINES = `
  SELECT id, voice, voice_name AS "voiceName", value, because, one_up AS "oneUp", version, updated_at AS "updatedAt"
  FROM scale_rating WHERE booking_id = $1
  ORDER BY array_position(ARRAY['youth', 'parent', 'network', 'unit']::varchar[], voice), created_at, id`;

/** The ratings of an item: the youth first, then the network, then professionals. The caller has checked access. */
export function ratingsOf(tx: Tx, bookingId: string): Promise<RatingLine[]> {
  return tx.query<RatingLine>(LINES, [bookingId], 'agenda-ratings');
}

/** One rating of an item that the actor may read. @throws DomainError not_found */
export async function readRating(tx: Tx, bookingId: string, id: string): Promise<RatingLine> {
  await readableItem(tx, bookingId);
  return lineOf(await tx.find(ScaleRating, id, ofItem(bookingId)));
}

/**
 * Writes down a person's number. Returns the rating's id.
 * @throws DomainError not_found; conflict `item_closed`, `already_rated` with the present row
 */
export async function addRating(tx: Tx, bookingId: string, sent: RatingInput): Promise<string> {
  const booking = await openForWriting(tx, bookingId);
  const voiceName = sent.voiceName?.trim() || VOICE_LABELS[sent.voice];
  const written = await tx.execute(
    `INSERT INTO scale_rating (id, booking_id, voice, voice_name, value, because, one_up, author_id, version, created_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9, $9) ON CONFLICT ON CONSTRAINT uq_scale_rating_person DO NOTHING`,
    [newId(), bookingId, sent.voice, voiceName, sent.value, sent.because?.trim() || null, sent.oneUp?.trim() || null, staffIdOf(tx.actor), tx.now],
  );
  const present = (await ratingsOf(tx, bookingId)).find((rating) => rating.voice === sent.voice && rating.voiceName === voiceName);
  if (present === undefined) throw new Error('a rating that was just written is not there');
  if (written === 0) throw conflict('already_rated', 'Personen har allerede givet et tal. Ret det, der står.', { present });
  await auditAgenda(tx, booking, 'rating.added', { type: 'scale_rating', id: present.id }, { voice: sent.voice });
  return present.id;
}

/**
 * Changes a rating that nobody has changed since.
 * @throws DomainError not_found; conflict `item_closed`; precondition `changed_meanwhile` with the present row
 */
export async function changeRating(tx: Tx, bookingId: string, id: string, version: number, change: RatingChange): Promise<void> {
  const booking = await openForWriting(tx, bookingId);
  const rating = await lockUnchanged(tx, bookingId, id, version);
  if (change.value !== undefined) rating.value = change.value;
  if (change.because !== undefined) rating.because = change.because?.trim() || null;
  if (change.oneUp !== undefined) rating.oneUp = change.oneUp?.trim() || null;
  rating.version += 1;
  rating.updatedAt = tx.now;
  await tx.save(rating);
  await auditAgenda(tx, booking, 'rating.changed', { type: 'scale_rating', id }, { version: rating.version });
}

/** Takes a rating away; `putBack` undoes it. @throws DomainError not_found; conflict `item_closed`; precondition `changed_meanwhile` with the present row */
export async function removeRating(tx: Tx, bookingId: string, id: string, version: number): Promise<void> {
  const booking = await openForWriting(tx, bookingId);
  await lockUnchanged(tx, bookingId, id, version);
  await takeAway(tx, bookingId, 'scale_rating', id);
  await auditAgenda(tx, booking, 'rating.removed', { type: 'scale_rating', id });
}

async function lockUnchanged(tx: Tx, bookingId: string, id: string, version: number): Promise<ScaleRating> {
  const rating = await tx.lock(ScaleRating, id, ofItem(bookingId));
  requireVersion(rating.version, version, { ...lineOf(rating) });
  return rating;
}

function lineOf({ id, voice, voiceName, value, because, oneUp, version, updatedAt }: ScaleRating): RatingLine {
  return { id, voice, voiceName, value, because, oneUp, version, updatedAt };
}

function ofItem(bookingId: string): Scope {
  return (alias) => ({ sql: `${alias}.bookingId = :bookingId`, parameters: { bookingId } });
}

/** The numbers that were given at one earlier item of the youth. */
export interface EarlierRatings {
  readonly bookingId: string;
  readonly startsAt: Date;
  readonly ratings: ReadonlyArray<{ readonly voice: Voice; readonly voiceName: string; readonly value: number }>;
}

/** What was rated at the youth's earlier items, the oldest first: the line that the present numbers go on. */
export function earlierRatings(tx: Tx, youthId: string, before: Date): Promise<EarlierRatings[]> {
  return tx.query<EarlierRatings>(
    `SELECT b.id AS "bookingId", b.starts_at AS "startsAt",
       json_agg(json_build_object('voice', r.voice, 'voiceName', r.voice_name, 'value', r.value)
         ORDER BY array_position(ARRAY['youth', 'parent', 'network', 'unit']::varchar[], r.voice), r.created_at, r.id) AS ratings
     FROM booking b JOIN scale_rating r ON r.booking_id = b.id
     WHERE b.youth_id = $1 AND b.starts_at < $2 AND b.state <> 'cancelled' GROUP BY b.id ORDER BY b.starts_at, b.id`,
    [youthId, before], 'agenda-earlier-ratings',
  );
}
