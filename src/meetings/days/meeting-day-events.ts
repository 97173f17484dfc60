import { defineMessage } from '../../platform/outbox/message.js';

/** A day was made, moved, cancelled or revived, or other people or another room stand on it. */
export const meetingDayChanged = defineMessage<{ meetingDayId: string }>('meeting_day.changed');
