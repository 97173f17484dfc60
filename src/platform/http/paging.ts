import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { invalid } from '../errors/domain-error.js';

/** The query of every list: where to go on, and how many rows (200 at most). */
export class PageQuery {
  @IsOptional() @IsString() @MaxLength(400)
  cursor?: string;

  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200)
  limit = 50;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

export type CursorKey = readonly (string | number | null)[];

/**
 * Cuts a page out of rows that were read with `limit + 1`; the cursor is the last row's sort key.
 * Sort keys go into URLs: they hold ids and dates, never names.
 */
export function toPage<T>(rows: readonly T[], limit: number, keyOf: (row: T) => CursorKey): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { items, nextCursor: more ? Buffer.from(JSON.stringify(keyOf(last))).toString('base64url') : null };
}

/**
 * The sort key to go on after, or null for the first page.
 * @throws DomainError invalid when the cursor is not one of ours
 */
export function readCursor(cursor: string | undefined, width: number): CursorKey | null {
  if (cursor === undefined || cursor === '') return null;
  const wrong = invalid([{ field: 'cursor', code: 'cursor', message: 'Start listen forfra uden cursor.' }]);
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (!Array.isArray(key) || key.length !== width) throw wrong;
    if (!key.every((part) => part === null || typeof part === 'string' || typeof part === 'number')) throw wrong;
    return key as CursorKey;
  } catch {
    throw wrong;
  }
}
