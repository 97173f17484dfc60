import { defineMessage } from '../../platform/outbox/message.js';

/** A person has been deactivated; what they still hold needs somebody else. */
export const staffLeft = defineMessage<{ staffId: string }>('staff.left');
