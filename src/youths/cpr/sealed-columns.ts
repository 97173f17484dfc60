import type { SealedColumn } from '../../platform/sealing/sealed-column.js';

export const YOUTH_CPR: SealedColumn = { table: 'youth', column: 'cpr_cipher', key: { id: 'uuid' }, place: 'youth|cpr' };

/** Lines of a large import that wait for their turn. */
export const IMPORT_LINES: SealedColumn = {
  table: 'youth_import_part', column: 'lines', key: { import_id: 'uuid', part: 'integer' }, place: 'youth_import_part|lines',
};
