import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import { defineMessage } from '../../platform/outbox/message.js';

/** Dates from `from` to `to` were closed or opened again: what is planned on them may have to move. */
export const closedDaysChanged = defineMessage<{ from: CalendarDate; to: CalendarDate }>('closed_days.changed');
