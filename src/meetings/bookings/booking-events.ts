import { defineMessage } from '../../platform/outbox/message.js';

/** An item was booked, moved, cancelled, restored or held, or other people come to it. */
export const bookingChanged = defineMessage<{ bookingId: string }>('booking.changed');
