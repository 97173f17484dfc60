import type { ImportColumn } from '../../youths/import/import-columns.js';

/** One line of an import file; a column left out is an empty cell. */
export type FileRow = Partial<Record<ImportColumn, string>>;
