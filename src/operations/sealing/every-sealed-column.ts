import { BUSY_ADDRESS, FEED_ADDRESS, TARGET_PASSWORD } from '../../calendars/servers/sealed-columns.js';
import type { SealedColumn } from '../../platform/sealing/sealed-column.js';
import { IMPORT_LINES, YOUTH_CPR } from '../../youths/cpr/sealed-columns.js';

/** All that `CPR_KEY` seals: what a new key must reach before the old one may go. */
export const EVERY_SEALED_COLUMN: readonly SealedColumn[] = [YOUTH_CPR, IMPORT_LINES, TARGET_PASSWORD, BUSY_ADDRESS, FEED_ADDRESS];
