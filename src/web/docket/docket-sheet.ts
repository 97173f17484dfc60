import { formatTimeDanish } from '../../platform/clock/danish-format.js';
import { writeSheet } from '../../platform/xlsx/write-sheet.js';
import type { Docket, DocketDay, DocketItem } from '../../reports/docket/docket.js';
import { dayStateLabel, itemStateLabel } from '../words/codes.js';
import { readinessText, rowsOf, whoOf } from './docket-words.js';

const COLUMNS = [
  { heading: 'Dato', width: 12 }, { heading: 'Fra', width: 8 }, { heading: 'Til', width: 8 }, { heading: 'Hvem det handler om', width: 30 },
  { heading: 'Type', width: 32 }, { heading: 'Voksne', width: 8 }, { heading: 'Den unge kommer', width: 16 },
  { heading: 'Koordinerende sagsbehandler', width: 28 }, { heading: 'Deltagere', width: 50 }, { heading: 'Klar?', width: 45 }, { heading: 'Haster', width: 8 },
  { heading: 'For sent', width: 9 }, { heading: 'Hvorfor sent', width: 30 }, { heading: 'Tilstand', width: 26 }, { heading: 'Mødeleder', width: 24 },
  { heading: 'Lokale', width: 20 },
];

/** The fortnight as a spreadsheet: real dates, times of day as they are said in Danish. */
export function docketSheet({ days }: Docket): Promise<Buffer> {
  return writeSheet('Dagsorden', COLUMNS, days.flatMap((day) => rowsOf(day).map((row) => (row.kind === 'item' ? itemCells(row.item, day) : freeCells(row.slot, day)))));
}

function itemCells(item: DocketItem, day: DocketDay): (string | number)[] {
  return [
    day.date, formatTimeDanish(item.startsAt), formatTimeDanish(item.endsAt), whoOf(item), item.typeLabel, item.adults, yes(item.youthComes),
    item.coordinator?.name ?? '', item.people.map(({ name }) => name).join(', '), readinessText(item), yes(item.urgent), yes(item.late), item.lateReason ?? '',
    itemStateLabel(item.state) ?? 'Booket', ...ofDay(day),
  ];
}

function freeCells({ startsAt, endsAt, urgent }: DocketDay['freeSlots'][number], day: DocketDay): (string | number)[] {
  const times = [startsAt, endsAt].map((at) => formatTimeDanish(new Date(at)));
  return [day.date, ...times, urgent ? 'Fri plads til noget, der haster' : 'Fri plads', '', '', '', '', '', '', '', '', '', dayStateLabel(day.state) ?? '', ...ofDay(day)];
}

function ofDay({ chair, room }: DocketDay): string[] {
  return [chair.name, room ?? ''];
}

function yes(told: boolean): string {
  return told ? 'ja' : '';
}
