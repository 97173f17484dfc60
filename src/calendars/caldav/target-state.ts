import type { Tx } from '../../platform/database/tx.js';
import { isOfOneEvent, type ServerProblem } from '../servers/server-problem.js';
import type { CalendarTarget } from './calendar-target.entity.js';
import { calendarTargetDue } from './calendar-target-events.js';

export interface PushOutcome {
  readonly problem: ServerProblem | null;
  /** Steps that time did not allow, or that the server did not take. */
  readonly left: number;
  readonly looked: boolean;
  readonly fingerprint: string;
}

/** Longer than a push may take. */
const LEASE = '90 seconds';
const LONGEST_PAUSE_MINUTES = 60;
/** What a lost server holds of ours stays there: after so long nobody waits for it any more. */
const REMOVING_DAYS = 7;

/** Whether this worker may write to the server now: not while another does, and not before the time of its next try. */
export async function takeLease(tx: Tx, targetId: string): Promise<boolean> {
  const taken = await tx.execute(
    `UPDATE calendar_target SET lease_until = now() + interval '${LEASE}'
     WHERE id = $1 AND (lease_until IS NULL OR lease_until < now()) AND (retry_at IS NULL OR retry_at <= $2)`,
    [targetId, tx.now],
  );
  return taken === 1;
}

/**
 * Notes how it went, and what follows: more of the same, a pause that doubles and is as long as the server asked for, or that nothing
 * of a removed calendar is left. An event that is not taken holds no other up: it is tried again with the next change or full comparison.
 */
export async function finish(tx: Tx, target: CalendarTarget, { problem, left, looked, fingerprint }: PushOutcome): Promise<void> {
  const done = problem === null && left === 0;
  const rests = problem !== null && !isOfOneEvent(problem.code);
  const inStep = !rests && left === 0;
  await tx.execute(
    `UPDATE calendar_target SET lease_until = NULL, tried_at = $2::timestamptz, problem = $3::varchar,
       succeeded_at = CASE WHEN $4 THEN $2 ELSE succeeded_at END, fingerprint = CASE WHEN $8 THEN $5 ELSE NULL END,
       looked_at = CASE WHEN $8 AND $6 THEN $2 ELSE looked_at END,
       failures = CASE WHEN $9 THEN failures + 1 ELSE 0 END,
       retry_at = CASE WHEN NOT $9 THEN NULL ELSE $2::timestamptz + make_interval(secs => greatest(60 * least(power(2, least(failures, 6))::int, ${LONGEST_PAUSE_MINUTES}), $7)) END
     WHERE id = $1`,
    [target.id, tx.now, problem?.code ?? null, done, fingerprint, looked, problem?.pauseSeconds ?? 0, inStep, rests],
  );
  if (!rests && left > 0) tx.enqueue(calendarTargetDue, { targetId: target.id, look: false });
  if (target.removingAt !== null && (done || daysSince(target.removingAt, tx.now) > REMOVING_DAYS)) await forget(tx, target.id);
}

/** Unless it has been set up again in the meantime. */
async function forget(tx: Tx, targetId: string): Promise<void> {
  const removed = await tx.query("SELECT 1 FROM calendar_target WHERE id = $1 AND removing_at IS NOT NULL FOR UPDATE", [targetId]);
  if (removed.length === 0) return;
  await tx.execute('DELETE FROM pushed_event WHERE target_id = $1', [targetId]);
  await tx.execute('DELETE FROM calendar_target WHERE id = $1', [targetId]);
}

function daysSince(instant: Date, now: Date): number {
  return (now.getTime() - instant.getTime()) / 86_400_000;
}
