import { ageOn } from '../../deadlines/rules/birthdays.js';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import { writeTable } from '../../platform/csv/write-table.js';
import { writeSheet } from '../../platform/xlsx/write-sheet.js';
import type { OverviewLine } from '../../reports/youth-overview/read-overview.js';
import { YOUTH_STATUS_LABELS } from '../words/codes.js';

const COLUMNS = [
  { heading: 'Navn', width: 28 }, { heading: 'Fødselsdato', width: 12 }, { heading: 'Alder', width: 7 }, { heading: 'Beskyttet', width: 10 },
  { heading: 'Enheder', width: 32 }, { heading: 'Koordinerende sagsbehandler', width: 28 }, { heading: 'Seneste K-møde', width: 15 },
  { heading: 'Næste K-møde', width: 15 }, { heading: 'Næste frist', width: 12 }, { heading: 'Frist', width: 45 }, { heading: 'Overskredet', width: 12 },
  { heading: 'Status', width: 24 },
];

/** The overview as CSV; dates as YYYY-MM-DD, which every spreadsheet reads alike. */
export function youthsCsv(lines: readonly OverviewLine[], today: CalendarDate): string {
  return writeTable([COLUMNS.map(({ heading }) => heading), ...lines.map((line) => cells(line, today).map(String))]);
}

/** The overview as a spreadsheet, with real dates. */
export function youthsSheet(lines: readonly OverviewLine[], today: CalendarDate): Promise<Buffer> {
  return writeSheet('Unge', COLUMNS, lines.map((line) => cells(line, today)));
}

function cells(line: OverviewLine, today: CalendarDate): (string | number)[] {
  return [
    line.name, line.birthDate, ageOn(line.birthDate, today), yes(line.protected), line.departments.map(({ name }) => name).join(', '),
    line.coordinator?.name ?? '', line.lastMeeting?.date ?? '', line.nextMeeting?.date ?? '', line.nextDeadline?.dueOn ?? '',
    line.nextDeadline?.title ?? '', yes(line.nextDeadline?.overdue ?? false), YOUTH_STATUS_LABELS[line.status],
  ];
}

function yes(told: boolean): string {
  return told ? 'ja' : '';
}
