import type { SealedColumn } from '../../platform/sealing/sealed-column.js';

/** The password of a department's shared calendar. */
export const TARGET_PASSWORD: SealedColumn = { table: 'calendar_target', column: 'password', key: { id: 'uuid' }, place: 'calendar_target|password' };

/** The address of a new subscription while its owner may look at it: a quarter of an hour. */
export const FEED_ADDRESS: SealedColumn = { table: 'feed_address', column: 'sealed', key: { feed_id: 'uuid' }, place: 'feed_address|sealed' };

/** The secret address of a person's own calendar. */
export const BUSY_ADDRESS: SealedColumn = { table: 'busy_calendar', column: 'address', key: { staff_id: 'uuid' }, place: 'busy_calendar|address' };
