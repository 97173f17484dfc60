import { type CalendarDate, isCalendarDate } from '../../platform/clock/calendar-date.js';
import { isId } from '../../platform/database/ids.js';
import type { Reader, Tx } from '../../platform/database/tx.js';
import { invalid, rule } from '../../platform/errors/domain-error.js';
import { type CursorKey, type Page, readCursor, toPage } from '../../platform/http/paging.js';
import { listGround } from '../../youths/access/visible-youths.js';
import type { YouthStatus } from '../../youths/youth-status.js';
import type { OverviewFilter } from './overview-conditions.js';
import { byDeadlineSql, byNameSql, countSql, type Statement, withoutDeadlineSql } from './overview-sql.js';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** One line of the overview all units share: who, who coordinates, when last, when next, what falls due. */
export interface OverviewLine {
  readonly id: string;
  readonly name: string;
  readonly birthDate: CalendarDate;
  readonly status: YouthStatus;
  readonly protected: boolean;
  /** Whether the reader may open the youth; the secretary sees the line of everyone. */
  readonly opens: boolean;
  readonly departments: readonly Named[];
  readonly coordinator: Named | null;
  /** `bookingId` is null for a meeting before the youth was known here. */
  readonly lastMeeting: { readonly date: CalendarDate; readonly bookingId: string | null } | null;
  /** `bookingId` and `startsAt` are null for a meeting agreed outside the system. */
  readonly nextMeeting: { readonly date: CalendarDate; readonly startsAt: string | null; readonly bookingId: string | null } | null;
  readonly nextDeadline: { readonly id: string; readonly rule: string; readonly title: string; readonly dueOn: CalendarDate; readonly overdue: boolean } | null;
}

interface Row extends Omit<OverviewLine, 'lastMeeting' | 'nextMeeting'> {
  readonly dueOn: CalendarDate | null;
  readonly deadlineId: string | null;
  readonly held: { readonly id: string; readonly date: CalendarDate } | null;
  readonly booked: { readonly id: string; readonly date: CalendarDate; readonly startsAt: string } | null;
  readonly heldBefore: CalendarDate | null;
  readonly agreedElsewhere: CalendarDate | null;
}

export interface OverviewQuery extends OverviewFilter {
  readonly sort: 'name' | 'deadline';
  readonly cursor: string | undefined;
  readonly limit: number;
}

/** So many lines one file may hold; an import may bring as many. */
const MOST_EXPORTED = 20_000;
const EXPORTED_AT_ONCE = 1_000;
/** A count on the front page goes no further: "1000+" says enough. */
export const MOST_COUNTED = 1_000;

/** A page of the overview among the youths whose line the actor may see; logged with the youths it showed. */
export async function readOverview(tx: Tx, query: OverviewQuery): Promise<Page<OverviewLine>> {
  const page = await readLines(tx, query);
  note(tx, 'youths.listed', page.items, query);
  return page;
}

/**
 * All lines of a filter for a file, logged as exported with the youths in it.
 * @throws DomainError rule `export_too_long` for more than `MOST_EXPORTED`
 */
export async function exportOverview(tx: Tx, query: Omit<OverviewQuery, 'cursor' | 'limit'>): Promise<OverviewLine[]> {
  const lines: OverviewLine[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page: Page<OverviewLine> = await readLines(tx, { ...query, cursor, limit: EXPORTED_AT_ONCE });
    lines.push(...page.items);
    if (lines.length > MOST_EXPORTED) throw rule('export_too_long', 'Listen er for lang til én fil. Vælg en enhed eller en status, og hent den igen.');
    note(tx, 'youths.exported', page.items, query);
    cursor = page.nextCursor;
  }
  return lines;
}

/** How many youths a filter finds for the actor, at most `MOST_COUNTED`. */
export async function countOverview(tx: Reader, filter: OverviewFilter): Promise<number> {
  const { sql, params } = countSql(tx, filter, MOST_COUNTED);
  return (await tx.query<{ count: number }>(sql, params))[0]?.count ?? 0;
}

async function readLines(tx: Tx, query: OverviewQuery): Promise<Page<OverviewLine>> {
  const page = query.sort === 'name' ? await byName(tx, query) : await byDeadline(tx, query);
  return { items: page.items.map((row) => line(row, tx.today)), nextCursor: page.nextCursor };
}

function note(tx: Tx, action: 'youths.listed' | 'youths.exported', items: readonly OverviewLine[], { view }: OverviewFilter): void {
  tx.audit(action, { type: 'youth', id: null, youthIds: items.map(({ id }) => id), ground: listGround(tx), detail: { view: view?.code ?? null } });
}

async function byName(tx: Tx, query: OverviewQuery): Promise<Page<Row>> {
  const rows = await run(tx, byNameSql(tx, query, cursorOf(query, 1), query.limit + 1));
  return toPage(rows, query.limit, (row) => [row.id]);
}

/** First those with an open deadline, by its date; then the others by name. The cursor is [date, deadline] or [null, youth]. */
async function byDeadline(tx: Tx, query: OverviewQuery): Promise<Page<Row>> {
  const after = cursorOf(query, 2);
  const wanted = query.limit + 1;
  const due = after !== null && after[0] === null ? [] : await run(tx, byDeadlineSql(tx, query, after, wanted));
  const tailAfter = after !== null && after[0] === null ? String(after[1]) : null;
  const tail = due.length < wanted ? await run(tx, withoutDeadlineSql(tx, query, tailAfter, wanted - due.length)) : [];
  return toPage([...due, ...tail], query.limit, (row) => [row.dueOn, row.deadlineId ?? row.id]);
}

/** @throws DomainError invalid when the cursor's last part is no id, or its first of two no date */
function cursorOf(query: OverviewQuery, width: 1 | 2): CursorKey | null {
  const after = readCursor(query.cursor, width);
  if (after === null) return null;
  const id = after.at(-1);
  const dated = width === 1 || after[0] === null || isCalendarDate(after[0]);
  if (dated && typeof id === 'string' && isId(id)) return after;
  throw invalid([{ field: 'cursor', code: 'cursor', message: 'Start listen forfra uden cursor.' }]);
}

function run(tx: Tx, { sql, params, name }: Statement): Promise<Row[]> {
  return tx.query<Row>(sql, params, name);
}

function line(row: Row, today: CalendarDate): OverviewLine {
  const { id, name, birthDate, status, departments, coordinator, nextDeadline, held, booked, heldBefore, agreedElsewhere } = row;
  const elsewhere = agreedElsewhere !== null && agreedElsewhere >= today ? { date: agreedElsewhere, startsAt: null, bookingId: null } : null;
  const before = heldBefore === null ? null : { date: heldBefore, bookingId: null };
  return {
    id, name, birthDate, status, protected: row.protected, opens: row.opens, departments: departments ?? [], coordinator,
    lastMeeting: held === null ? before : { date: held.date, bookingId: held.id },
    nextMeeting: booked === null ? elsewhere : { date: booked.date, startsAt: booked.startsAt, bookingId: booked.id },
    nextDeadline,
  };
}
