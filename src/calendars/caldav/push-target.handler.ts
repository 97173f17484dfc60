import { Injectable } from '@nestjs/common';
import { systemActor } from '../../platform/database/actor.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { type EffectContext, HandlesEffect } from '../../platform/outbox/handlers.js';
import { CalendarServers } from '../servers/calendar-servers.js';
import { ServerProblem } from '../servers/server-problem.js';
import { CaldavCollection, type CollectionAccess } from './caldav-collection.js';
import { CalendarTarget } from './calendar-target.entity.js';
import { calendarTargetDue } from './calendar-target-events.js';
import { CalendarTargetsService } from './calendar-targets.service.js';
import { announce, knownEvents, record } from './push-ledger.js';
import { type KnownEvent, planPush, type PushStep, type WantedEvent } from './push-plan.js';
import { takeSteps } from './take-steps.js';
import { finish, type PushOutcome, takeLease } from './target-state.js';
import { wantedEvents, wantedFingerprint } from './wanted-events.js';

const LIMITS = { timeoutMs: 10_000, mostBytes: 10_000_000 };
/** Shorter than the message's lease; the rest goes with the next message. */
const BUDGET_MS = 35_000;

interface Push {
  readonly target: CalendarTarget;
  readonly access: CollectionAccess;
  readonly wanted: readonly WantedEvent[];
  readonly known: readonly KnownEvent[];
  readonly fingerprint: string;
}

/**
 * Brings a shared calendar in step with the department's: reads what should stand there, asks the server outside any transaction,
 * notes what it took. A server's problem is noted on the row and tried again by the schedule; it is no failure of the message.
 */
@Injectable()
export class PushTarget {
  constructor(
    private readonly db: Database,
    private readonly targets: CalendarTargetsService,
    private readonly servers: CalendarServers,
  ) {}

  @HandlesEffect(calendarTargetDue, 'servers')
  async push({ targetId, look }: { targetId: string; look: boolean }, { messageId }: EffectContext): Promise<void> {
    const actor = systemActor(messageId);
    const begun = await this.db.transaction(actor, (tx) => this.begin(tx, targetId));
    if (begun === null) return;
    const outcome = await this.servers.during(LIMITS, (session) => this.work(begun, look, new CaldavCollection(begun.access, session), messageId));
    await this.db.transaction(actor, (tx) => finish(tx, begun.target, outcome));
  }

  private async begin(tx: Tx, targetId: string): Promise<Push | null> {
    if (!(await takeLease(tx, targetId))) return null;
    const target = await tx.find(CalendarTarget, targetId);
    const removing = target.removingAt !== null;
    const fingerprint = removing ? '' : await wantedFingerprint(tx, target.departmentId); // before the rows: what changes between is then written once more
    const wanted = removing ? [] : await wantedEvents(tx, target.departmentId);
    return { target, access: this.targets.accessTo(target), wanted, known: await knownEvents(tx, targetId), fingerprint };
  }

  private async work(push: Push, look: boolean, collection: CaldavCollection, messageId: string): Promise<PushOutcome> {
    const { target, wanted, known, fingerprint } = push;
    const told = { looked: look, fingerprint };
    try {
      const steps = planPush(wanted, known, look ? await collection.list() : null);
      return { ...told, ...(await this.take(target.id, collection, steps, messageId)) };
    } catch (error) {
      if (!(error instanceof ServerProblem)) throw error;
      return { ...told, problem: error, left: 0 };
    }
  }

  private async take(targetId: string, collection: CaldavCollection, steps: readonly PushStep[], messageId: string): Promise<{ problem: ServerProblem | null; left: number }> {
    if (steps.length === 0) return { problem: null, left: 0 };
    await this.db.transaction(systemActor(messageId), (tx) => announce(tx, targetId, steps));
    const { taken, problem, left } = await takeSteps(collection, steps, Date.now() + BUDGET_MS);
    await this.db.transaction(systemActor(messageId), (tx) => record(tx, targetId, taken));
    return { problem, left };
  }
}
