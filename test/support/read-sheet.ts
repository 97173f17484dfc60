import { strFromU8, unzipSync } from 'fflate';

/** What stands in the cells of a spreadsheet's only sheet, row by row, and whether any cell is a formula. */
export function readSheet(file: Uint8Array): { rows: string[][]; formulas: number } {
  const parts = unzipSync(file);
  const text = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
  const shared = [...text('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, inner]) => plain(inner ?? ''));
  const sheet = text('xl/worksheets/sheet1.xml');
  const rows = [...sheet.matchAll(/<row [^>]*?(?:\/>|>(.*?)<\/row>)/gs)].map(([, cells]) =>
    [...(cells ?? '').matchAll(/<c [^>]*?(?:\/>|>(.*?)<\/c>)/gs)].map(([cell, inner]) => {
      const value = plain(inner ?? '');
      return /t="s"/.test(cell) ? (shared[Number(value)] ?? '') : value;
    }));
  return { rows, formulas: (sheet.match(/<f[ >]/g) ?? []).length };
}

function plain(xml: string): string {
  return xml.replace(/<[^>]+>/g, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');
}
