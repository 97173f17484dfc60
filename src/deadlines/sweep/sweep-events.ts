import { defineMessage } from '../../platform/outbox/message.js';

/** A share of the daily sweep: the youths whose ids lie between the two, both included. */
export const sweepDue = defineMessage<{ fromId: string; toId: string }>('deadlines.sweep_due');
