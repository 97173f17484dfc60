import type { ClosedDayLine } from '../../../departments/closed-days/closed-days.service.js';
import { formatDateDanish, formatWeekDanish } from '../../../platform/clock/danish-format.js';

const KINDS: Readonly<Record<ClosedDayLine['kind'], string>> = { public_holiday: 'Helligdag', closed: 'Lukket', holiday_week: 'Ferieuge' };

export interface ClosedDayView {
  readonly id: string;
  readonly day: string;
  readonly kind: string;
  readonly label: string;
  /** A public holiday follows from the law and stays. */
  readonly mayOpen: boolean;
}

/** Closed days in words, in order. */
export function closedDaysView(days: readonly ClosedDayLine[], mayManage: boolean): ClosedDayView[] {
  return days.map(({ id, date, kind, label }) => ({
    id, day: `${formatDateDanish(date)}, ${formatWeekDanish(date)}`, kind: KINDS[kind], label, mayOpen: mayManage && kind !== 'public_holiday',
  }));
}
