import { addDays, type CalendarDate } from '../../platform/clock/calendar-date.js';
import type { DeadlineState } from '../../deadlines/deadline-states.js';

/** Which deadlines one looks at: a choice of the page, told as a state and a day. */
export interface DeadlineSpan {
  readonly code: string;
  readonly label: string;
  readonly state: DeadlineState;
  /** Due before so many days from today; null for no limit. */
  readonly daysAhead: number | null;
}

export const DEADLINE_SPANS: readonly DeadlineSpan[] = [
  { code: 'overskredet', label: 'Overskredet', state: 'open', daysAhead: 0 },
  { code: '30-dage', label: 'Overskredet eller inden 30 dage', state: 'open', daysAhead: 31 },
  { code: '90-dage', label: 'Overskredet eller inden 90 dage', state: 'open', daysAhead: 91 },
  { code: 'aabne', label: 'Alle åbne', state: 'open', daysAhead: null },
  { code: 'klaret', label: 'Klaret', state: 'met', daysAhead: null },
  { code: 'fraveget', label: 'Ikke relevant, besluttet af en teamleder', state: 'waived', daysAhead: null },
  { code: 'tidligere', label: 'Lå før den unge var kendt her', state: 'historic', daysAhead: null },
];

/** The day before which a span's deadlines fall due. */
export function dueBefore({ daysAhead }: DeadlineSpan, today: CalendarDate): CalendarDate | undefined {
  return daysAhead === null ? undefined : addDays(today, daysAhead);
}
