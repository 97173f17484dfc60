import { sameUnit } from '../../departments/units/same-unit.js';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { Tx } from '../../platform/database/tx.js';
import { readCursor, toPage, type Page } from '../../platform/http/paging.js';
import { accessVariant, listGround, opensYouthSql, visibleYouthSql } from '../../youths/access/visible-youths.js';
import type { DeadlineState } from '../deadline-states.js';
import { closedDaysAround } from './closed-days.js';
import { DEADLINE_COLUMNS, deadlineLine, type DeadlineLine, type DeadlineRow } from './deadline-line.js';

export interface DeadlineFilter {
  readonly state?: DeadlineState | undefined;
  /** The youth's own unit, or one with a running measure. */
  readonly department?: string | undefined;
  /** Due before this day, the day itself not included. */
  readonly dueBefore?: CalendarDate | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

interface Youth {
  readonly youth: { readonly id: string; readonly name: string; readonly birthDate: CalendarDate; readonly opens: boolean };
  readonly coordinator: { readonly id: string; readonly name: string } | null;
}

export type DeadlineAcross = DeadlineLine & Youth;

/** Deadlines of all youths whose line the actor may see, by due date. Superseded ones only when asked for. */
export async function readDeadlinesAcross(tx: Tx, filter: DeadlineFilter): Promise<Page<DeadlineAcross>> {
  const after = readCursor(filter.cursor, 2);
  const params: unknown[] = [
    filter.department ?? null, filter.dueBefore ?? null, after?.[0] ?? null, after?.[1] ?? null, filter.limit + 1, tx.today,
  ];
  const visible = visibleYouthSql(tx, 'd.youth_id', params, 'line');
  const opens = opensYouthSql(tx, 'd.youth_id', params);
  const name = `deadlines-across-${filter.state ?? 'any'}-${accessVariant(tx, 'line')}`;
  const rows = await tx.query<DeadlineRow & Youth>(across(filter.state, visible, opens), params, name);
  const page = toPage(rows, filter.limit, ({ dueOn, id }) => [dueOn, id]);
  const youthIds = [...new Set(page.items.map(({ youthId }) => youthId))];
  tx.audit('deadlines.listed', { type: 'deadline', id: null, youthIds, ground: listGround(tx) });
  const closed = await closedDaysAround(tx, page.items.map(({ dueOn }) => dueOn));
  return { items: page.items.map((row) => deadlineLine(row, tx.today, closed)), nextCursor: page.nextCursor };
}

/**
 * The page is cut before anything is joined to it. The state is written out, one of a closed set, so that open deadlines
 * are read in the order of their index.
 */
function across(state: DeadlineState | undefined, visible: string, opens: string): string {
  return `
    WITH page AS MATERIALIZED (
      SELECT d.id FROM deadline d
      WHERE ${state === undefined ? `d.state <> 'superseded'` : `d.state = '${state}'`}
        AND ($1::uuid IS NULL OR d.youth_id IN (SELECT u.id FROM youth u WHERE u.department_id IN (${sameUnit('$1')})
          UNION ALL SELECT x.youth_id FROM measure x WHERE x.department_id IN (${sameUnit('$1')}) AND x.starts_on <= $6 AND (x.ends_on IS NULL OR x.ends_on >= $6)))
        AND ($2::date IS NULL OR d.due_on < $2)
        AND ($3::date IS NULL OR (d.due_on, d.id) > ($3::date, $4::uuid))
        AND ${visible}
      ORDER BY d.due_on, d.id LIMIT $5)
    SELECT ${DEADLINE_COLUMNS},
      json_build_object('id', y.id, 'name', y.first_name || ' ' || y.last_name, 'birthDate', y.birth_date, 'opens', ${opens}) AS youth,
      CASE WHEN s.id IS NOT NULL THEN json_build_object('id', s.id, 'name', s.name) END AS coordinator
    FROM page JOIN deadline d ON d.id = page.id JOIN deadline_rule r ON r.id = d.rule_id JOIN youth y ON y.id = d.youth_id
      LEFT JOIN milestone m ON m.id = d.met_by
      LEFT JOIN coordination c ON c.youth_id = y.id AND c.until_at IS NULL LEFT JOIN staff_member s ON s.id = c.staff_id
    ORDER BY d.due_on, d.id`;
}
