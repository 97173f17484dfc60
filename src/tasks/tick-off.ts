import { type Actor, hasRole } from '../platform/database/actor.js';
import { forbidden, rule } from '../platform/errors/domain-error.js';
import { TASK_KINDS, type TaskKind, type TickedBy } from './task-kinds.data.js';

/** Who ends a task, for one person: the person ticks it off, it closes by itself, or another role ticks it off. */
export type Ending = 'tick' | 'system' | 'other_role';

/** How a task of the kind that is asked of the actor ends. */
export function endingOf(kind: TaskKind, actor: Actor): Ending {
  const tickedBy: TickedBy = TASK_KINDS[kind].tickedBy;
  if (tickedBy === 'system') return 'system';
  return hasRole(actor, ...tickedBy) ? 'tick' : 'other_role';
}

/** @throws DomainError rule `settled_by_system`; forbidden `not_your_role` */
export function assertMayTick(kind: TaskKind, actor: Actor): void {
  const ending = endingOf(kind, actor);
  if (ending === 'system') throw rule('settled_by_system', 'Opgaven kan ikke markeres som gjort. Den forsvinder selv, når det, den handler om, er gjort.');
  if (ending === 'other_role') throw forbidden('not_your_role', 'Din rolle kan ikke gøre det, opgaven handler om, så du kan ikke markere den som gjort.');
}
