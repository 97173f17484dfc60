import { defineMessage } from '../../platform/outbox/message.js';

/** A person's own calendar is to be read. */
export const busyCalendarDue = defineMessage<{ staffId: string }>('calendars.busy_due');

/** How often a calendar is read, as an interval of PostgreSQL. */
export const READ_EVERY = '30 minutes';
