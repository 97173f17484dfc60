import { Injectable } from '@nestjs/common';
import { confirmBusyTimes, replaceBusyTimes } from '../../departments/busy-times/busy-times.js';
import { addDays } from '../../platform/clock/calendar-date.js';
import { startOfDay } from '../../platform/clock/zone.js';
import { systemActor } from '../../platform/database/actor.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { type EffectContext, HandlesEffect } from '../../platform/outbox/handlers.js';
import { CalendarServers } from '../servers/calendar-servers.js';
import { problemOfStatus, ServerProblem } from '../servers/server-problem.js';
import { busyCalendarDue, READ_EVERY } from './busy-calendar-events.js';
import { BusyCalendarsService } from './busy-calendars.service.js';
import type { BusyTimes, Span } from './busy-spans.js';
import { readInThread } from './read-in-thread.js';

const LIMITS = { timeoutMs: 15_000, mostBytes: 3_000_000 };
const DAYS_AHEAD = 120;
/** An unchanged calendar is read anew all the same when what was read covers less than this, as repetitions go on. */
const DAYS_COVERED = 110;

interface Reading {
  readonly staffId: string;
  readonly address: string;
  readonly setAt: Date;
  /** The tag of what was read last, while it still covers enough. */
  readonly etag: string | null;
  readonly window: Span;
  readonly ours: readonly string[];
}

type Found = (BusyTimes & { readonly etag: string | null }) | 'unchanged' | ServerProblem;

/** Reads a person's own calendar and keeps when they are busy, and nothing else. A server's problem is noted on the row and tried again. */
@Injectable()
export class ReadBusyCalendar {
  constructor(
    private readonly db: Database,
    private readonly calendars: BusyCalendarsService,
    private readonly servers: CalendarServers,
  ) {}

  @HandlesEffect(busyCalendarDue, 'servers')
  async read({ staffId }: { staffId: string }, { messageId }: EffectContext): Promise<void> {
    const actor = systemActor(messageId);
    const reading = await this.db.transaction(actor, (tx) => this.begin(tx, staffId));
    if (reading === null) return;
    const found = await this.fetch(reading).catch(serverProblem);
    await this.db.transaction(actor, (tx) => note(tx, reading, found));
  }

  private async begin(tx: Tx, staffId: string): Promise<Reading | null> {
    const [row] = await tx.query<{ address: Buffer; setAt: Date; etag: string | null }>(
      `SELECT calendar.address, calendar.set_at AS "setAt", CASE WHEN reading.covers_until > $2::timestamptz + interval '${DAYS_COVERED} days' THEN calendar.etag END AS etag
       FROM busy_calendar calendar LEFT JOIN busy_reading reading ON reading.staff_id = calendar.staff_id WHERE calendar.staff_id = $1`,
      [staffId, tx.now], 'busy-begin',
    );
    if (row === undefined) return null;
    const window = { from: tx.now.getTime(), to: startOfDay(addDays(tx.today, DAYS_AHEAD)).getTime() };
    return { staffId, address: this.calendars.addressOf(staffId, row.address), setAt: row.setAt, etag: row.etag, window, ours: await ourUids(tx, window) };
  }

  private async fetch({ address, etag, window, ours }: Reading): Promise<Found> {
    const headers = { accept: 'text/calendar', ...(etag !== null && { 'if-none-match': etag }) };
    const answer = await this.servers.during(LIMITS, (session) => session.fetch(address, { headers }));
    if (answer.status === 304) return 'unchanged';
    const problem = problemOfStatus(answer.status);
    if (problem !== null) return new ServerProblem(problem);
    return { ...(await readInThread({ text: await answer.text(), window, ours })), etag: answer.headers.get('etag') };
  }
}

/** The events that came from here and may stand in the calendar too. */
async function ourUids(tx: Tx, { from, to }: Span): Promise<string[]> {
  const rows = await tx.query<{ uid: string }>(
    `SELECT uid::text FROM meeting_day WHERE starts_at BETWEEN $1::timestamptz - interval '1 day' AND $2::timestamptz
     UNION ALL SELECT uid::text FROM booking WHERE starts_at BETWEEN $1::timestamptz - interval '1 day' AND $2::timestamptz`,
    [new Date(from), new Date(to)], 'busy-ours',
  );
  return rows.map((row) => row.uid);
}

/** Unless the person has named another calendar in the meantime. */
async function note(tx: Tx, { staffId, setAt }: Reading, found: Found): Promise<void> {
  const problem = found instanceof ServerProblem ? found : null;
  const current = await tx.execute(
    `UPDATE busy_calendar SET tried_at = $3::timestamptz, problem = $4::varchar, failures = CASE WHEN $4::varchar IS NULL THEN 0 ELSE failures + 1 END,
       due_at = CASE WHEN $4::varchar IS NULL THEN $3::timestamptz + interval '${READ_EVERY}'
         ELSE $3::timestamptz + make_interval(secs => greatest(300 * power(2, least(failures, 6)), $5)) END
     WHERE staff_id = $1 AND set_at = $2`,
    [staffId, setAt, tx.now, problem?.code ?? null, problem?.pauseSeconds ?? 0],
  );
  if (current === 0 || found instanceof ServerProblem) return;
  if (found === 'unchanged') return confirmBusyTimes(tx, staffId);
  await replaceBusyTimes(tx, staffId, found.spans.map(({ from, to }) => ({ from: new Date(from), to: new Date(to) })), new Date(found.until));
  await tx.execute('UPDATE busy_calendar SET etag = $2 WHERE staff_id = $1', [staffId, found.etag]);
}

function serverProblem(error: unknown): ServerProblem {
  if (error instanceof ServerProblem) return error;
  throw error;
}
