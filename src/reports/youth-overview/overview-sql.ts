import { createHash } from 'node:crypto';
import { ZONE } from '../../platform/clock/zone.js';
import type { CursorKey } from '../../platform/http/paging.js';
import { opensYouthSql, visibleYouthSql } from '../../youths/access/visible-youths.js';
import { overviewConditions, type OverviewFilter, type OverviewReader } from './overview-conditions.js';

export interface Statement {
  readonly sql: string;
  readonly params: unknown[];
  /** One name for one text; none where the filter's values decide the plan, which a prepared statement forgets. */
  readonly name: string | undefined;
}

/** The text around a page: what a line shows. `page` holds id, sort columns and the cursor's key. */
const LINES = (opens: string): string => `
  SELECT page.*, ${opens} AS opens, y.first_name || ' ' || y.last_name AS name, y.birth_date::text AS "birthDate", y.status, y.protected,
    CASE WHEN s.id IS NULL THEN NULL ELSE json_build_object('id', s.id, 'name', s.name) END AS coordinator,
    (SELECT json_agg(json_build_object('id', d.id, 'name', d.name) ORDER BY d.name) FROM department d WHERE d.id = y.department_id
      OR d.id IN (SELECT m.department_id FROM measure m WHERE m.youth_id = y.id AND m.starts_on <= $1 AND (m.ends_on IS NULL OR m.ends_on >= $1))
    ) AS departments,
    (SELECT json_build_object('id', b.id, 'date', (b.starts_at AT TIME ZONE '${ZONE}')::date) FROM booking b
      WHERE b.youth_id = y.id AND b.state IN ('held', 'concluded') ORDER BY b.starts_at DESC LIMIT 1) AS held,
    (SELECT json_build_object('id', b.id, 'date', (b.starts_at AT TIME ZONE '${ZONE}')::date, 'startsAt', b.starts_at) FROM booking b
      WHERE b.youth_id = y.id AND b.state = 'booked' AND b.ends_at > $2 ORDER BY b.starts_at LIMIT 1) AS booked,
    y.previous_transition_meeting_on::text AS "heldBefore", y.next_meeting_on::text AS "agreedElsewhere",
    (SELECT json_build_object('id', l.id, 'rule', l.rule_code, 'title', r.title, 'dueOn', l.due_on, 'overdue', l.late_after < $1)
      FROM deadline l JOIN deadline_rule r ON r.id = l.rule_id
      WHERE l.youth_id = y.id AND l.state = 'open' ORDER BY l.due_on, l.id LIMIT 1) AS "nextDeadline"
  FROM page JOIN youth y ON y.id = page.id
    LEFT JOIN coordination c ON c.youth_id = y.id AND c.until_at IS NULL LEFT JOIN staff_member s ON s.id = c.staff_id`;

/** Lines in Danish alphabetical order of last and first name, from the youth after `after[0]` on. */
export function byNameSql(reader: OverviewReader, filter: OverviewFilter, after: CursorKey | null, limit: number): Statement {
  return lines(reader, filter, limit, (push) => ({
    columns: 'y.id, NULL AS "dueOn", NULL AS "deadlineId"',
    conditions: after === null ? [] : [afterName(push(after[0]))],
    order: 'y.last_name, y.first_name, y.id',
    outerOrder: 'y.last_name, y.first_name, y.id',
    from: 'youth y',
  }));
}

/** Lines by the next open deadline, from the deadline after `after` on; youths without one are not among them. */
export function byDeadlineSql(reader: OverviewReader, filter: OverviewFilter, after: CursorKey | null, limit: number): Statement {
  return lines(reader, filter, limit, (push) => ({
    columns: 'y.id, l.due_on::text AS "dueOn", l.id AS "deadlineId"',
    conditions: [
      "l.state = 'open'",
      `NOT EXISTS (SELECT 1 FROM deadline e WHERE e.youth_id = l.youth_id AND e.state = 'open' AND (e.due_on, e.id) < (l.due_on, l.id))`,
      ...(after === null ? [] : [`(l.due_on, l.id) > (${push(after[0])}::date, ${push(after[1])}::uuid)`]),
    ],
    order: 'l.due_on, l.id',
    outerOrder: 'page."dueOn", page."deadlineId"',
    from: 'deadline l JOIN youth y ON y.id = l.youth_id',
  }));
}

/** Lines of youths without an open deadline, by name: the tail of the list by deadline. */
export function withoutDeadlineSql(reader: OverviewReader, filter: OverviewFilter, after: string | null, limit: number): Statement {
  return lines(reader, filter, limit, (push) => ({
    columns: 'y.id, NULL AS "dueOn", NULL AS "deadlineId"',
    conditions: [
      "NOT EXISTS (SELECT 1 FROM deadline e WHERE e.youth_id = y.id AND e.state = 'open')",
      ...(after === null ? [] : [afterName(push(after))]),
    ],
    order: 'y.last_name, y.first_name, y.id',
    outerOrder: 'y.last_name, y.first_name, y.id',
    from: 'youth y',
  }));
}

/** How many youths of the filter the reader may see the line of, counted to `most` and no further. */
export function countSql(reader: OverviewReader, filter: OverviewFilter, most: number): Statement {
  const params: unknown[] = [];
  const where = [visibleYouthSql(reader, 'y.id', params, 'line'), ...overviewConditions(filter, reader, params)];
  params.push(most);
  const sql = `SELECT count(*)::int AS count FROM (SELECT 1 FROM youth y WHERE ${where.join('\n    AND ')} LIMIT $${params.length}) AS found`;
  return { sql, params, name: undefined };
}

interface PagePart {
  readonly columns: string;
  readonly from: string;
  readonly conditions: readonly string[];
  readonly order: string;
  readonly outerOrder: string;
}

function lines(reader: OverviewReader, filter: OverviewFilter, limit: number, part: (push: (value: unknown) => string) => PagePart): Statement {
  const params: unknown[] = [reader.today, reader.now];
  const { columns, from, conditions, order, outerOrder } = part((value) => `$${params.push(value)}`);
  const filters = overviewConditions(filter, reader, params);
  const where = [visibleYouthSql(reader, 'y.id', params, 'line'), ...filters, ...conditions];
  const opens = opensYouthSql(reader, 'y.id', params);
  params.push(limit);
  const page = `SELECT ${columns} FROM ${from} WHERE ${where.join('\n    AND ')} ORDER BY ${order} LIMIT $${params.length}`;
  const sql = `WITH page AS MATERIALIZED (${page})${LINES(opens)} ORDER BY ${outerOrder}`;
  const name = filters.length > 0 ? undefined : `overview-${createHash('sha256').update(sql).digest('hex').slice(0, 16)}`;
  return { sql, params, name };
}

/** Three scalar look-ups instead of one row: only so may the index on names serve the comparison. */
function afterName(id: string): string {
  const of = (column: string): string => `(SELECT a.${column} FROM youth a WHERE a.id = ${id}::uuid)`;
  return `(y.last_name, y.first_name, y.id) > (${of('last_name')}, ${of('first_name')}, ${id}::uuid)`;
}
