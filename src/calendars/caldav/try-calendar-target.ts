import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/database/actor.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { CalendarServers } from '../servers/calendar-servers.js';
import { SERVER_PROBLEM_TEXTS, ServerProblem, type ServerProblemCode } from '../servers/server-problem.js';
import { CaldavCollection } from './caldav-collection.js';
import { CalendarTarget } from './calendar-target.entity.js';
import { calendarTargetDue } from './calendar-target-events.js';
import { CalendarTargetsService } from './calendar-targets.service.js';

/** What a trial found, in words for whoever sets the calendar up. */
export interface Trial {
  readonly works: boolean;
  readonly problem: ServerProblemCode | null;
  readonly message: string;
}

const LIMITS = { timeoutMs: 8_000, mostBytes: 1_000_000 };

/** "Prøv forbindelsen": asks the server at once, between two transactions, and writes nothing there. */
@Injectable()
export class CalendarTargetTrial {
  constructor(
    private readonly db: Database,
    private readonly targets: CalendarTargetsService,
    private readonly servers: CalendarServers,
  ) {}

  /** Throws 404 for an unknown calendar. */
  async try(actor: Actor, id: string): Promise<Trial> {
    const access = await this.db.transaction(actor, async (tx) => this.targets.accessTo(await tx.find(CalendarTarget, id)));
    const problem = await this.servers.during(LIMITS, (session) => new CaldavCollection(access, session).probe()).then(() => null, codeOf);
    await this.db.transaction(actor, (tx) => note(tx, id, problem));
    return { works: problem === null, problem, message: problem === null ? 'Forbindelsen virker.' : SERVER_PROBLEM_TEXTS[problem] };
  }
}

/** What works now need not wait for its next try. */
async function note(tx: Tx, id: string, problem: ServerProblemCode | null): Promise<void> {
  tx.audit('calendar_target.tried', { type: 'calendar_target', id, detail: { problem } });
  if (problem !== null) return;
  await tx.execute('UPDATE calendar_target SET retry_at = NULL WHERE id = $1', [id]);
  tx.enqueue(calendarTargetDue, { targetId: id, look: true });
}

function codeOf(error: unknown): ServerProblemCode {
  if (error instanceof ServerProblem) return error.code;
  throw error;
}
