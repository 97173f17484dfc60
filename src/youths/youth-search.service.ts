import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '../platform/clock/calendar-date.js';
import type { Tx } from '../platform/database/tx.js';
import { accessVariant, listGround, opensYouthSql, visibleYouthSql } from './access/visible-youths.js';
import { Cpr } from './cpr/cpr.js';
import { CprCipher } from './cpr/cpr-cipher.js';
import type { YouthStatus } from './youth-status.js';
import type { Named } from './youth-details.service.js';

/** More hits than this are not a person one looks for: the text has to be longer. */
const MOST_HITS = 20;

export interface YouthHit {
  readonly id: string;
  readonly name: string;
  readonly birthDate: CalendarDate;
  /** Tells two of the same name apart. */
  readonly cprMasked: string;
  readonly coordinator: Named | null;
  readonly status: YouthStatus;
  /** Whether the actor may open the youth, not only see the line. */
  readonly opens: boolean;
}

type HitRow = Omit<YouthHit, 'cprMasked'> & { readonly cprCipher: Buffer };

const columns = (opens: string): string => `
  SELECT y.id, ${opens} AS opens, y.first_name || ' ' || y.last_name AS name, y.birth_date::text AS "birthDate", y.cpr_cipher AS "cprCipher", y.status,
    CASE WHEN s.id IS NULL THEN NULL ELSE json_build_object('id', s.id, 'name', s.name) END AS coordinator
  FROM youth y LEFT JOIN coordination c ON c.youth_id = y.id AND c.until_at IS NULL LEFT JOIN staff_member s ON s.id = c.staff_id`;

/** Finds youths by the beginning of a name, or by CPR number, among those whose line the actor may see. */
@Injectable()
export class YouthSearchService {
  constructor(private readonly cipher: CprCipher) {}

  /** At most 20 hits in Danish alphabetical order; the search is logged with the youths it showed. */
  async search(tx: Tx, text: string): Promise<YouthHit[]> {
    const reading = Cpr.read(text);
    const rows = reading.ok ? await this.byCpr(tx, reading.cpr) : await this.byName(tx, text);
    tx.audit('youths.searched', {
      type: 'youth', id: null, youthIds: rows.map(({ id }) => id), ground: listGround(tx),
      detail: { by: reading.ok ? 'cpr' : 'name' },
    });
    return rows.map(({ cprCipher, ...hit }) => ({ ...hit, cprMasked: this.cipher.decrypt(hit.id, cprCipher).masked() }));
  }

  private byCpr(tx: Tx, cpr: Cpr): Promise<HitRow[]> {
    const params: unknown[] = [this.cipher.blindIndex(cpr)];
    const visible = visibleYouthSql(tx, 'y.id', params, 'line');
    const opens = opensYouthSql(tx, 'y.id', params);
    return tx.query<HitRow>(`${columns(opens)} WHERE y.cpr_index = $1 AND ${visible}`, params, `youth-search-cpr-${accessVariant(tx, 'line')}`);
  }

  private byName(tx: Tx, text: string): Promise<HitRow[]> {
    const params: unknown[] = [`${escapeLike(text.trim().replace(/\s+/g, ' ').toLowerCase())}%`];
    const visible = visibleYouthSql(tx, 'y.id', params, 'line');
    const opens = opensYouthSql(tx, 'y.id', params);
    return tx.query<HitRow>(
      `${columns(opens)} WHERE (lower(y.first_name || ' ' || y.last_name) COLLATE "C" LIKE $1 OR lower(y.last_name) COLLATE "C" LIKE $1) AND ${visible}
       ORDER BY y.last_name, y.first_name, y.id LIMIT ${MOST_HITS}`,
      params, `youth-search-name-${accessVariant(tx, 'line')}`,
    );
  }
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
