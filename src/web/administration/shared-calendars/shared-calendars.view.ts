import type { TargetLine } from '../../../calendars/caldav/calendar-targets.service.js';
import { SERVER_PROBLEM_TEXTS } from '../../../calendars/servers/server-problem.js';
import { formatDateLongDanish, formatTimeDanish } from '../../../platform/clock/danish-format.js';
import { dateAt } from '../../../platform/clock/zone.js';

export interface SharedCalendarView {
  readonly id: string;
  readonly unit: string;
  readonly address: string;
  readonly state: string;
  readonly tone: 'success' | 'info' | 'error';
  /** What is wrong and what to do; null when nothing is. */
  readonly problem: string | null;
  readonly last: string;
  readonly events: string;
  readonly removing: boolean;
}

const STATES: Readonly<Record<TargetLine['state'], Pick<SharedCalendarView, 'state' | 'tone'>>> = {
  waiting: { state: 'Venter på at blive fyldt', tone: 'info' }, in_step: { state: 'Følger med', tone: 'success' }, failing: { state: 'Virker ikke', tone: 'error' },
  removing: { state: 'Bliver fjernet', tone: 'info' },
};

/** Units' shared calendars in words; never a password. */
export function sharedCalendarsView(targets: readonly TargetLine[]): SharedCalendarView[] {
  return targets.map(({ id, departmentName, url, state, problem, succeededAt, events }) => ({
    id, unit: departmentName, address: url, ...STATES[state], problem: problem === null ? null : SERVER_PROBLEM_TEXTS[problem],
    last: succeededAt === null ? 'Endnu ikke' : `${formatDateLongDanish(dateAt(succeededAt))} kl. ${formatTimeDanish(succeededAt)}`,
    events: `${events} ${events === 1 ? 'aftale' : 'aftaler'}`, removing: state === 'removing',
  }));
}
