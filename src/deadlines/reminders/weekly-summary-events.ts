import { defineMessage } from '../../platform/outbox/message.js';

/** A person's summary of the week stands ready to be mailed. */
export const weeklySummaryReady = defineMessage<{ staffId: string; weekStartsOn: string }>('deadlines.weekly_summary_ready');
