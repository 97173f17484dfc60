import { conflict } from '../platform/errors/domain-error.js';

export const DEADLINE_STATES = ['open', 'met', 'waived', 'superseded', 'historic'] as const;

/** `historic` fell due before the youth was known here; overdue is `open` with a due date before today. */
export type DeadlineState = (typeof DEADLINE_STATES)[number];

const ALLOWED: Readonly<Record<DeadlineState, readonly DeadlineState[]>> = {
  open: ['met', 'waived', 'superseded', 'historic'],
  met: ['open', 'waived', 'superseded', 'historic'],
  waived: ['open', 'met', 'superseded'],
  superseded: ['open', 'met', 'waived', 'historic'],
  historic: ['open', 'met', 'superseded'],
};

/** Whether the table of transitions has the move. */
export function mayMove(from: DeadlineState, to: DeadlineState): boolean {
  return ALLOWED[from].includes(to);
}

/** @throws DomainError conflict `invalid_transition` */
export function assertMove(from: DeadlineState, to: DeadlineState): void {
  if (!mayMove(from, to)) throw conflict('invalid_transition', 'Fristen kan ikke ændres sådan, som den står nu. Hent siden igen.', { state: from });
}
