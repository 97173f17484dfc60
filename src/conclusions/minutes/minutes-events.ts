import { defineMessage } from '../../platform/outbox/message.js';

/** The minutes of an item are fixed: those who are to have them may get them. */
export const minutesApproved = defineMessage<{ bookingId: string }>('minutes.approved');
