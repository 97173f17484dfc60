import { conflict } from '../platform/errors/domain-error.js';

export const YOUTH_STATUSES = ['not_planned', 'referred', 'planned', 'met', 'directly_coordinated', 'ended'] as const;

/** Where a youth stands on the way to a K-møde. */
export type YouthStatus = (typeof YOUTH_STATUSES)[number];

/**
 * The moves a status may make. Back from `referred` and `planned` leads to where the youth was before a referral was
 * returned, withdrawn or cancelled.
 */
export const YOUTH_STATUS_TRANSITIONS: Readonly<Record<YouthStatus, readonly YouthStatus[]>> = {
  not_planned: ['referred', 'planned', 'directly_coordinated', 'ended'],
  referred: ['not_planned', 'planned', 'met', 'directly_coordinated', 'ended'],
  planned: ['referred', 'not_planned', 'met', 'directly_coordinated', 'ended'],
  met: ['referred', 'planned', 'directly_coordinated', 'ended'],
  directly_coordinated: ['not_planned', 'referred', 'planned', 'met', 'ended'],
  ended: ['not_planned', 'referred', 'planned'],
};

/** Throws 409 `invalid_transition` unless the move stands in the table. Staying put is always allowed. */
export function assertStatusMove(from: YouthStatus, to: YouthStatus): void {
  if (from === to || YOUTH_STATUS_TRANSITIONS[from].includes(to)) return;
  throw conflict('invalid_transition', 'Den unges status kan ikke skifte sådan. Hent siden igen og se, hvor sagen står.');
}
