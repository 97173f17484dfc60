import { defineMessage } from '../../platform/outbox/message.js';

/** A department's shared calendar may no longer be as it should; `look` compares it with what the server holds. */
export const calendarTargetDue = defineMessage<{ targetId: string; look: boolean }>('calendars.target_due');
