import { formatDateLongDanish, formatTimeDanish } from '../../platform/clock/danish-format.js';
import { dateAt } from '../../platform/clock/zone.js';
import type { PdfBlock, PdfDocument } from '../../platform/pdf/pdf-document.js';
import type { Docket, DocketDay, DocketItem } from '../../reports/docket/docket.js';
import { dayStateLabel } from '../words/codes.js';
import { daySummary, summaryText } from './day-summary.js';
import { dayFacts, dayHeading, marksOf, peopleOf, readinessText, rowsOf, timeSpan, whoOf } from './docket-words.js';
import { periodOf } from './docket.view.js';

const COLUMNS = [
  { header: 'Tid', share: 12 }, { header: 'Hvem det handler om', share: 24 }, { header: 'Hvem kommer', share: 42 }, { header: 'Klar?', share: 22 },
];

/** The fortnight on A4, as its reader may see it: an item that is not the reader's stands without a name. */
export function docketDocument(docket: Docket, organisation: string, now: Date): PdfDocument {
  const written = `${formatDateLongDanish(dateAt(now))} kl. ${formatTimeDanish(now)}`;
  return {
    title: 'Dagsorden for K-møder', subtitle: periodOf(docket), edition: `Udskrevet ${written}`, organisation, runningTitle: `Dagsorden, udskrevet ${written}`,
    writtenAt: now.toISOString(),
    blocks: docket.days.length === 0 ? [{ kind: 'paragraph', text: 'Der er ingen K-mødedage i perioden.' }] : docket.days.flatMap(dayBlocks),
  };
}

function dayBlocks(day: DocketDay): PdfBlock[] {
  const state = dayStateLabel(day.state);
  return [
    { kind: 'heading', level: 2, text: dayHeading(day.date) },
    { kind: 'paragraph', text: [dayFacts(day), state].filter((each) => each !== null).join(' · ') },
    { kind: 'paragraph', tone: 'quiet', text: `${summaryText(daySummary(day))}.` },
    { kind: 'table', columns: COLUMNS, rows: rowsOf(day).map((row) => (row.kind === 'item' ? itemCells(row.item) : freeCells(row.slot))) },
  ];
}

function itemCells(item: DocketItem): string[] {
  const marks = marksOf(item).map(({ text }) => text).join(', ');
  const late = item.lateReason === null ? '' : `Sent punkt: ${item.lateReason}`;
  const coordinator = item.coordinator === null ? '' : `Koordinerende sagsbehandler: ${item.coordinator.name}`;
  return [
    timeSpan(item.startsAt, item.endsAt), said(whoOf(item), item.typeLabel, marks, late),
    said(peopleOf(item), coordinator, item.people.map(({ name }) => name).join(', ')), readinessText(item),
  ];
}

function freeCells({ startsAt, endsAt, urgent }: DocketDay['freeSlots'][number]): string[] {
  return [timeSpan(new Date(startsAt), new Date(endsAt)), urgent ? 'Fri plads til noget, der haster' : 'Fri plads', '', ''];
}

function said(...texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join(' · ');
}
