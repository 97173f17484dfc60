import { defineMessage } from '../../platform/outbox/message.js';

/** A person has chosen another way for meetings to reach the calendar. */
export const calendarChannelChosen = defineMessage<{ staffId: string }>('calendars.channel_chosen');
