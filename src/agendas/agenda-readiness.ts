import { ZONE } from '../platform/clock/zone.js';
import type { Tx } from '../platform/database/tx.js';
import { CONSENT_AREA } from './sharing-bases/consent-area.sql.js';

/** What a docket needs to know about the agendas of its items. */
export interface AgendaFacts {
  readonly bookingId: string;
  /** Areas that may hear the item: act and section, or a consent to a unit of the area that counts on the day. */
  readonly areasWithBasis: readonly string[];
  /** Areas whose consent has been withdrawn, does not reach the day or is to somebody else. */
  readonly areasWithLapsedBasis: readonly string[];
  readonly preparations: ReadonlyArray<{ readonly departmentId: string; readonly nothingToAdd: boolean }>;
  readonly ownWords: boolean;
}

/**
 * A condition in SQL: the basis `s` (sharing_basis) counts on the day of the booking `b`, with its consent left-joined as `c`. A consent
 * counts for the area of the unit that it is to. For statements that read many items at once.
 */
export const BASIS_COUNTS = `(s.act IS NOT NULL OR (c.withdrawn_at IS NULL AND c.given_on <= (b.starts_at AT TIME ZONE '${ZONE}')::date
  AND (c.expires_on IS NULL OR c.expires_on > (b.starts_at AT TIME ZONE '${ZONE}')::date)
  AND ${CONSENT_AREA} IS NOT DISTINCT FROM s.area))`;

const FACTS = `
  SELECT b.id AS "bookingId",
    ARRAY(SELECT s.area FROM sharing_basis s LEFT JOIN consent c ON c.id = s.consent_id
      WHERE s.booking_id = b.id AND ${BASIS_COUNTS} ORDER BY s.area) AS "areasWithBasis",
    ARRAY(SELECT s.area FROM sharing_basis s LEFT JOIN consent c ON c.id = s.consent_id
      WHERE s.booking_id = b.id AND NOT ${BASIS_COUNTS} ORDER BY s.area) AS "areasWithLapsedBasis",
    coalesce((SELECT json_agg(json_build_object('departmentId', p.department_id, 'nothingToAdd', p.nothing_to_add) ORDER BY p.department_id)
      FROM preparation p WHERE p.booking_id = b.id), '[]') AS preparations,
    EXISTS (SELECT 1 FROM statement w WHERE w.booking_id = b.id AND w.heading = 'own_words') AS "ownWords"
  FROM booking b WHERE b.id = ANY ($1::uuid[])`;

/** The facts of many items in one statement, by booking. Holds no names; the caller decides what to show. */
export async function agendaFacts(tx: Tx, bookingIds: readonly string[]): Promise<Map<string, AgendaFacts>> {
  if (bookingIds.length === 0) return new Map();
  const rows = await tx.query<AgendaFacts>(FACTS, [bookingIds], 'agenda-facts');
  return new Map(rows.map((row) => [row.bookingId, row]));
}
