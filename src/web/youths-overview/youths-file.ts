import { ageOn } from '../../deadlines/rules/birthdays.js';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import { writeTable } from '../../platform/csv/write-table.js';
import type { OverviewLine } from '../../reports/youth-overview/read-overview.js';
import { YOUTH_STATUS_LABELS } from '../words/codes.js';

const HEADER = [
  'Navn', 'Fødselsdato', 'Alder', 'Beskyttet', 'Enheder', 'Koordinerende sagsbehandler', 'Seneste K-møde', 'Næste K-møde', 'Næste frist', 'Frist', 'Overskredet', 'Status',
];

/** The overview as a file; dates as YYYY-MM-DD, which every spreadsheet reads alike. */
export function youthsFile(lines: readonly OverviewLine[], today: CalendarDate): string {
  return writeTable([HEADER, ...lines.map((line) => [
    line.name, line.birthDate, String(ageOn(line.birthDate, today)), yes(line.protected), line.departments.map(({ name }) => name).join(', '),
    line.coordinator?.name ?? '', line.lastMeeting?.date ?? '', line.nextMeeting?.date ?? '', line.nextDeadline?.dueOn ?? '',
    line.nextDeadline?.title ?? '', yes(line.nextDeadline?.overdue ?? false), YOUTH_STATUS_LABELS[line.status],
  ])]);
}

function yes(told: boolean): string {
  return told ? 'ja' : '';
}
