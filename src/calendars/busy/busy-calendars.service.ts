import { Injectable } from '@nestjs/common';
import { forgetBusyTimes } from '../../departments/busy-times/busy-times.js';
import { staffIdOf } from '../../platform/database/actor.js';
import type { Tx } from '../../platform/database/tx.js';
import { placeOf } from '../../platform/sealing/sealed-column.js';
import { CalendarSeal } from '../servers/calendar-seal.js';
import { CalendarServers } from '../servers/calendar-servers.js';
import { BUSY_ADDRESS } from '../servers/sealed-columns.js';
import { SERVER_PROBLEM_TEXTS, type ServerProblemCode } from '../servers/server-problem.js';
import { busyCalendarDue } from './busy-calendar-events.js';

/** My own calendar and how it was read last. */
export interface BusyCalendarView {
  readonly state: 'none' | 'waiting' | 'read' | 'failing';
  /** The server; the address itself is not shown again. */
  readonly host: string | null;
  readonly lastReadAt: Date | null;
  readonly problem: ServerProblemCode | null;
  readonly message: string | null;
}

const NONE: BusyCalendarView = { state: 'none', host: null, lastReadAt: null, problem: null, message: null };

/** Where a person's own calendar is published, so that slots keep clear of what it holds. Each sets their own. */
@Injectable()
export class BusyCalendarsService {
  constructor(
    private readonly servers: CalendarServers,
    private readonly seal: CalendarSeal,
  ) {}

  /** Where my own calendar is read from and how that goes. */
  async mine(tx: Tx): Promise<BusyCalendarView> {
    const [row] = await tx.query<Omit<BusyCalendarView, 'state' | 'message'>>(
      `SELECT calendar.host, calendar.problem, reading.read_at AS "lastReadAt"
       FROM busy_calendar calendar LEFT JOIN busy_reading reading ON reading.staff_id = calendar.staff_id WHERE calendar.staff_id = $1`,
      [staffIdOf(tx.actor)], 'busy-mine',
    );
    if (row === undefined) return NONE;
    const state = row.problem !== null ? 'failing' : row.lastReadAt === null ? 'waiting' : 'read';
    return { ...row, state, message: row.problem === null ? null : SERVER_PROBLEM_TEXTS[row.problem] };
  }

  /**
   * Has my calendar read from now on, in the place of one I named before.
   * @throws DomainError rule with the address's problem
   */
  async set(tx: Tx, address: string): Promise<BusyCalendarView> {
    const { url } = this.servers.accept(address);
    const staffId = staffIdOf(tx.actor);
    await forgetBusyTimes(tx, [staffId]);
    await tx.execute(
      `INSERT INTO busy_calendar (staff_id, address, host, set_at, due_at, failures) VALUES ($1, $2, $3, $4, $4, 0)
       ON CONFLICT (staff_id) DO UPDATE SET address = excluded.address, host = excluded.host, set_at = excluded.set_at, due_at = excluded.due_at,
         failures = 0, etag = NULL, problem = NULL, tried_at = NULL`,
      [staffId, this.seal.seal(placeOf(BUSY_ADDRESS, staffId), url.href), url.host, tx.now],
    );
    tx.audit('busy_calendar.set', { type: 'staff', id: staffId });
    tx.enqueue(busyCalendarDue, { staffId });
    return this.mine(tx);
  }

  /** My calendar is read no more, and what was read is forgotten. */
  async remove(tx: Tx): Promise<void> {
    const staffId = staffIdOf(tx.actor);
    await forgetBusyTimes(tx, [staffId]);
    const removed = await tx.execute('DELETE FROM busy_calendar WHERE staff_id = $1', [staffId]);
    if (removed > 0) tx.audit('busy_calendar.removed', { type: 'staff', id: staffId });
  }

  /** The sealed address in clear. Throws when the key is gone. */
  addressOf(staffId: string, sealed: Buffer): string {
    return this.seal.open(placeOf(BUSY_ADDRESS, staffId), sealed);
  }
}
