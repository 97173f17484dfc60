import type { PdfBlock, PdfDocument } from '../../platform/pdf/pdf-document.js';
import type { AgreedContent } from './agreed-content.js';

/** "Det aftalte vi" on paper: one A4 that the youth takes home. */
export function agreedDocument(content: AgreedContent, organisation: string): PdfDocument {
  const { youthName, heading, writtenAt, rights } = content;
  return {
    title: 'Det aftalte vi', ...(youthName !== null && { subtitle: youthName }), edition: heading, organisation, runningTitle: 'Det aftalte vi', writtenAt,
    blocks: [...words(content), ...agreements(content), ...contacts(content), { kind: 'note', text: rights }],
  };
}

function words({ ownWords }: AgreedContent): PdfBlock[] {
  if (ownWords.length === 0) return [];
  return [{ kind: 'heading', level: 2, text: 'Med dine egne ord' }, ...ownWords.map((text) => ({ kind: 'quote', text }) as const)];
}

function agreements({ agreed, places, actions, noActions }: AgreedContent): PdfBlock[] {
  const blocks: PdfBlock[] = [];
  if (agreed.length > 0) blocks.push({ kind: 'heading', level: 2, text: 'Det blev vi enige om' }, { kind: 'list', items: [...agreed] });
  if (places.length > 0) blocks.push({ kind: 'heading', level: 2, text: 'Steder, du kan vælge mellem' }, { kind: 'list', items: [...places] });
  if (actions.length === 0 && noActions === null) return blocks;
  blocks.push({ kind: 'heading', level: 2, text: 'Hvem gør hvad hvornår' });
  if (noActions !== null) return [...blocks, { kind: 'paragraph', text: noActions }];
  const columns = [{ header: 'Hvad', share: 50 }, { header: 'Hvem', share: 25 }, { header: 'Hvornår', share: 25 }];
  return [...blocks, { kind: 'table', columns, rows: actions.map(({ what, who, when }) => [what, who, when]) }];
}

function contacts({ coordinator, next }: AgreedContent): PdfBlock[] {
  const rows = [{ term: 'Det næste', value: next }];
  if (coordinator !== null) rows.unshift({ term: 'Din koordinerende sagsbehandler', value: coordinator });
  return [{ kind: 'facts', rows }];
}
