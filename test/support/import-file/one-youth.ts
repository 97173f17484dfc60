import type { FileRow } from '../../../src/demo/import-file/file-row.js';

const FIRST_SERIAL = 4_000;
let given = 0;

/** A line for a youth that no other line of the test file speaks of: its replacement number is a new one. */
export function oneYouth(row: FileRow = {}): FileRow {
  given += 1;
  const cpr = `690109-${FIRST_SERIAL + given}`;
  return { cpr, fornavn: 'Sofie', efternavn: 'Birkholt', afdeling: 'ungeenhed', ...row };
}

/** The cells of a running placement. */
export const PLACED: FileRow = { indsats: 'Plejefamilie', lov: 'barnets lov', paragraf: '§ 46', fra: '2024-03-01' };
