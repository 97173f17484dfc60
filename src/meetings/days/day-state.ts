import { conflict } from '../../platform/errors/domain-error.js';

export const DAY_STATES = ['planned', 'closed', 'held', 'cancelled'] as const;
export type DayState = (typeof DAY_STATES)[number];

/** Which state may follow which; `closed` means that the docket is closed. A series may plan a left-out day anew. */
const NEXT: Record<DayState, readonly DayState[]> = {
  planned: ['closed', 'held', 'cancelled'],
  closed: ['planned', 'held', 'cancelled'],
  held: [],
  cancelled: ['planned'],
};

const SAID: Record<DayState, string> = {
  planned: 'K-mødet er planlagt og åbent for booking.',
  closed: 'Dagsordenen for K-mødet er lukket.',
  held: 'K-mødet er afholdt og kan ikke ændres mere.',
  cancelled: 'K-mødet er aflyst.',
};

/** Whether a day may go from one state to another. */
export function mayBecome(from: DayState, to: DayState): boolean {
  return NEXT[from].includes(to);
}

/** Throws 409 `invalid_transition`, saying where the day stands, when the step is not in the table. */
export function assertDayTransition(from: DayState, to: DayState): void {
  if (!mayBecome(from, to)) throw conflict('invalid_transition', `${SAID[from]} Hent siden igen, før du prøver på ny.`, { state: from });
}
