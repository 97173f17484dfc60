import type { SealedColumn } from '../../platform/sealing/sealed-column.js';

/** The password of a department's shared calendar. */
export const TARGET_PASSWORD: SealedColumn = { table: 'calendar_target', column: 'password', key: { id: 'uuid' }, place: 'calendar_target|password' };

/** The secret address of a person's own calendar. */
export const BUSY_ADDRESS: SealedColumn = { table: 'busy_calendar', column: 'address', key: { staff_id: 'uuid' }, place: 'busy_calendar|address' };
